import { Form } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { FormActions, SubmitButton } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { Input, Select } from "~/ui/input";
import { useMessage } from "~/ui/message";
import type { ImportDetail, Question } from "../queries/import-detail.server";
import { FoldTitle } from "./fold-title";
import { CancelImport } from "./import-actions";

type Props = { detail: ImportDetail; mayWrite: boolean };

/** What the officer is asked about a file that does not explain itself: which report, which columns, which period. */
export function ImportQuestion({ detail, mayWrite }: Props) {
  const { t } = useTranslation("imports");
  const form = useId();
  const { question, report } = detail;
  if (!question) return null;
  const near = report === null;
  const hopeless = !near && question.missing.length > question.free.length;
  const title = near ? t("ask.near") : question.missing.length > 0 ? t("ask.missing") : t("ask.period");
  const text = near
    ? t("ask.nearText")
    : hopeless
      ? t("ask.missingNone")
      : question.missing.length > 0
        ? t("ask.missingText", { report: t(`report.${report}`) })
        : t("ask.periodText");
  return (
    <Card as="section">
      <CardHeader title={title} description={text} />
      <CardBody className="flex flex-col gap-4">
        {mayWrite ? (
          <Form id={form} method="post" className="flex max-w-2xl flex-col gap-5">
            <input type="hidden" name="intent" value="answer" />
            {near ? (
              <ReportChoice question={question} />
            ) : (
              <input type="hidden" name="report" value={report} />
            )}
            {near ? null : <ColumnChoices fields={question.missing} free={question.free} required />}
            {question.period ? <PeriodFields /> : null}
          </Form>
        ) : null}
        {mayWrite ? (
          <FormActions>
            {hopeless ? null : <SubmitButton form={form}>{t("ask.send")}</SubmitButton>}
            <CancelImport />
          </FormActions>
        ) : null}
      </CardBody>
    </Card>
  );
}

/** Columns that nobody needs but that say more; behind a fold in the preview. */
export function FurtherColumns({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation("imports");
  const { question, report } = detail;
  if (!question || !report || question.further.length === 0 || question.free.length === 0) return null;
  return (
    <details className="group rounded-card border border-line bg-surface px-5 py-2">
      <FoldTitle>{t("ask.more")}</FoldTitle>
      <p className="mb-4 text-ink-muted text-sm">{t("ask.moreText")}</p>
      <Form method="post" className="flex max-w-2xl flex-col gap-5 pb-4">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="report" value={report} />
        <ColumnChoices fields={question.further} free={question.free} />
        <FormActions>
          <SubmitButton variant="secondary">{t("ask.send")}</SubmitButton>
        </FormActions>
      </Form>
    </details>
  );
}

function ReportChoice({ question }: { question: Question }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t("ask.near")}</legend>
      {question.candidates.map(({ kind, score }, index) => (
        <label
          key={kind}
          className="flex min-h-12 cursor-pointer items-center gap-3 rounded-control border border-line bg-surface px-4 py-3 has-checked:border-brand has-checked:bg-brand-soft"
        >
          <input
            type="radio"
            name="report"
            value={kind}
            required
            defaultChecked={index === 0}
            className="size-5"
          />
          <span className="grow">
            <span className="block font-semibold">{t(`report.${kind}`)}</span>
            <span className="text-ink-muted text-sm">{t(`reportWhere.${kind}`)}</span>
          </span>
          <span className="tabular shrink-0 text-ink-muted text-sm">
            {t("ask.score", { percent: format.percent(score, 0) })}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function ColumnChoices({ fields, free, required }: { fields: string[]; free: string[]; required?: boolean }) {
  const { t } = useTranslation("imports");
  const message = useMessage();
  return fields.map((field) => (
    <Labelled key={field} label={message(`imports:field.${field}`)}>
      {(id) => (
        <Select id={id} name={`columns.${field}`} required={required} defaultValue="">
          <option value="">{t(required ? "ask.choose" : "ask.none")}</option>
          {free.map((header) => (
            <option key={header} value={header}>
              {header}
            </option>
          ))}
        </Select>
      )}
    </Labelled>
  ));
}

function PeriodFields() {
  const { t } = useTranslation("imports");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Labelled label={t("ask.from")}>{(id) => <Input id={id} type="date" name="from" required />}</Labelled>
      <Labelled label={t("ask.to")}>{(id) => <Input id={id} type="date" name="to" required />}</Labelled>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
