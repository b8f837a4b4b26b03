import { Form } from "@remix-run/react";
import { Copy, FileCheck2 } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/feedback";
import { SubmitButton } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { Section } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import { ROW_OUTCOMES, type RowOutcome } from "../import";
import type { ImportDetail } from "../queries/import-detail.server";
import { BackwardChoice } from "./backward-choice";
import { ColumnNotes } from "./column-notes";
import { CancelImport } from "./import-actions";
import type { ImportPageProps } from "./import-page-props";
import { ImportRows } from "./import-rows";

/** What applying would do, row by row, before anything is written. */
export function ImportPreview(props: ImportPageProps) {
  const { detail, zone, mayWrite } = props;
  const { t } = useTranslation("imports");
  const format = useFormat();
  const form = useId();
  const { NEW, UPDATED, BACKWARD } = detail.counts;
  const nothing = NEW.entries + UPDATED.entries + BACKWARD.entries === 0;
  return (
    <>
      <Section title={t("preview.title")} description={t("preview.text")}>
        <Outcomes detail={detail} />
        {detail.period ? (
          <p className="text-ink-muted text-sm">
            {t("preview.period", {
              from: format.date(detail.period.from, "Asia/Jakarta"),
              to: format.date(detail.period.to, "Asia/Jakarta"),
            })}
          </p>
        ) : null}
        <SheetNote detail={detail} />
        {detail.same ? (
          <Alert tone="info" title={t("preview.same")}>
            <span className="flex items-start gap-2">
              <Copy aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
              {t("preview.sameText", {
                file: detail.same.fileName,
                time: format.dateTime(detail.same.appliedAt, zone),
              })}
            </span>
          </Alert>
        ) : null}
        {nothing ? <Alert tone="warning">{t("preview.nothing")}</Alert> : null}
        {mayWrite && !nothing ? (
          <Form id={form} method="post">
            <input type="hidden" name="intent" value="confirm" />
            {BACKWARD.entries > 0 ? <BackwardChoice {...props} /> : null}
          </Form>
        ) : null}
        {mayWrite ? (
          <div className="flex flex-wrap items-center gap-3">
            {nothing ? null : (
              <SubmitButton
                form={form}
                icon={<FileCheck2 aria-hidden="true" />}
                pendingLabel={t("preview.confirming")}
              >
                {t("preview.confirm")}
              </SubmitButton>
            )}
            <CancelImport />
            <span className="text-ink-muted text-sm">
              {t("preview.expires", { time: format.relative(detail.expiresAt) })}
            </span>
          </div>
        ) : null}
      </Section>
      <ColumnNotes {...{ detail, zone, mayWrite }} />
      <ImportRows {...props} />
    </>
  );
}

/** Rows and orders by what becomes of them. */
export function Outcomes({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const byRow = (outcome: RowOutcome) =>
    detail.grain !== "order" || outcome === "REFUSED" || outcome === "SKIPPED";
  const shown = ROW_OUTCOMES.filter((each) => each !== "BACKWARD" || detail.counts.BACKWARD.rows > 0);
  return (
    <StatGroup columns={shown.length === 6 ? 3 : 5}>
      {shown.map((outcome) => {
        const { rows, entries } = detail.counts[outcome];
        return (
          <Stat
            key={outcome}
            label={t(`outcome.${outcome}`)}
            value={format.number(byRow(outcome) ? rows : entries)}
            hint={
              byRow(outcome)
                ? t("preview.rows", { count: rows })
                : `${t("preview.orders", { count: entries })} · ${t("preview.rows", { count: rows })}`
            }
            emphasis={outcome === "NEW"}
          />
        );
      })}
    </StatGroup>
  );
}

/** Which sheet of the workbook was read, where others hold rows too. */
function SheetNote({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation("imports");
  const { detail: sheet, sheetsAside } = detail;
  if (sheetsAside.length === 0) return null;
  const names = sheetsAside.map(({ name }) => `“${name}”`).join(", ");
  const report = sheetsAside.some((aside) => aside.report);
  return (
    <Alert tone={report ? "warning" : "info"} title={t("preview.sheet", { sheet })}>
      {t(report ? "preview.sheetsAsideReport" : "preview.sheetsAside", { names })}
    </Alert>
  );
}
