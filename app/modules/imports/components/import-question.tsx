import { Form, useSearchParams } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { FormActions, SubmitButton } from "~/ui/form";
import { Input } from "~/ui/input";
import type { FieldChoice } from "../column-choices";
import type { ImportDetail, Question } from "../queries/import-detail.server";
import { ColumnFields, Labelled } from "./column-fields";
import { FoldTitle } from "./fold-title";
import { CancelImport } from "./import-actions";
import { ReportChoice } from "./report-choice";

type Props = { detail: ImportDetail; mayWrite: boolean };

/** Address of the form that shows how columns are read now, to be read otherwise. */
export const CHANGE_COLUMNS = "?ubah=kolom";

export function useChangesColumns(): boolean {
  const [params] = useSearchParams();
  return params.get("ubah") === "kolom";
}

/** What the officer is asked about a file that does not explain itself: which report, which columns, which period. */
export function ImportQuestion({ detail, mayWrite }: Props) {
  const { t } = useTranslation("imports");
  const whole = useChangesColumns();
  const { question, report } = detail;
  if (!question) return null;
  if (!report) {
    return (
      <Card as="section">
        <CardHeader title={t("ask.near")} description={t("ask.nearText")} />
        <CardBody>{mayWrite ? <ReportForm question={question} chosen={null} /> : null}</CardBody>
      </Card>
    );
  }
  const asked = whole ? question.fields : question.fields.filter(isMissing);
  const missing = asked.filter(isMissing).length;
  const hopeless = missing > question.columns.length;
  const title = whole ? t("ask.change") : t(missing > 0 ? "ask.missing" : "ask.period");
  const text = hopeless
    ? t("ask.missingNone")
    : whole
      ? t("ask.changeText")
      : missing > 0
        ? t("ask.missingText", { report: t(`report.${report}`) })
        : t("ask.periodText");
  return (
    <>
      <Card as="section">
        <CardHeader title={title} description={text} />
        <CardBody className="flex flex-col gap-4">
          {mayWrite ? <AnswerForm {...{ detail, question, asked, hopeless, whole }} /> : null}
        </CardBody>
      </Card>
      {mayWrite ? (
        <details className="group rounded-card border border-line bg-surface px-5 py-2">
          <FoldTitle>{t("ask.other")}</FoldTitle>
          <p className="mb-4 text-ink-muted text-sm">{t("ask.otherText")}</p>
          <div className="pb-4">
            <ReportForm question={question} chosen={report} />
          </div>
        </details>
      ) : null}
    </>
  );
}

const isMissing = ({ needed, header }: FieldChoice) => needed && header === null;

type AnswerProps = {
  detail: ImportDetail;
  question: Question;
  asked: FieldChoice[];
  hopeless: boolean;
  whole: boolean;
};

function AnswerForm({ detail, question, asked, hopeless, whole }: AnswerProps) {
  const { t } = useTranslation("imports");
  const form = useId();
  const preview = detail.status === "READY";
  const changeable = question.fields.some(({ header }) => header !== null);
  return (
    <>
      <Form id={form} method="post" className="flex max-w-2xl flex-col gap-5">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="report" value={detail.report ?? ""} />
        <ColumnFields fields={asked} columns={question.columns} />
        {question.period ? <PeriodFields /> : null}
      </Form>
      <FormActions>
        {hopeless ? null : <SubmitButton form={form}>{t("ask.send")}</SubmitButton>}
        {whole ? (
          <ButtonLink to="?" variant="ghost">
            {t(preview ? "ask.toPreview" : "ask.toQuestion")}
          </ButtonLink>
        ) : changeable ? (
          <ButtonLink to={CHANGE_COLUMNS} variant="secondary">
            {t("ask.changeOpen")}
          </ButtonLink>
        ) : null}
        {whole ? null : <CancelImport />}
      </FormActions>
    </>
  );
}

function ReportForm({ question, chosen }: { question: Question; chosen: ImportDetail["report"] }) {
  const { t } = useTranslation("imports");
  const form = useId();
  return (
    <>
      <Form id={form} method="post" className="flex max-w-2xl flex-col gap-5">
        <input type="hidden" name="intent" value="answer" />
        <ReportChoice question={question} chosen={chosen} />
      </Form>
      <FormActions>
        <SubmitButton form={form} variant={chosen ? "secondary" : "primary"}>
          {t("ask.send")}
        </SubmitButton>
        <CancelImport label={t("ask.noneOfThese")} />
      </FormActions>
    </>
  );
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
