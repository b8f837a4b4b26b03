import { Form } from "@remix-run/react";
import { Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody } from "~/ui/card";
import { Alert, Progress } from "~/ui/feedback";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { StatusPill } from "~/ui/status";
import { sizeText } from "~/ui/upload-request";
import { type ImportStatus, WORKING } from "../import";
import type { ImportPageProps } from "./import-page-props";
import { ImportPreview } from "./import-preview";
import { ImportQuestion, useChangesColumns } from "./import-question";
import { ImportResult } from "./import-result";
import { ImportSteps } from "./import-steps";
import { STATUS_TONES } from "./import-tones";
import { useProgress } from "./use-progress";

/** One import, from being read to its result. */
export function ImportPage(props: ImportPageProps) {
  const { base, eyebrow, zone, detail, errors } = props;
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <Page>
      <PageHeader
        {...(eyebrow ? { eyebrow } : {})}
        title={<span className="[overflow-wrap:anywhere]">{detail.fileName}</span>}
        back={{ to: base, label: t("back") }}
        meta={
          <>
            <StatusPill tone={STATUS_TONES[detail.status]} label={t(`status.${detail.status}`)} />
            {detail.report ? (
              <span className="font-semibold text-ink">{t(`report.${detail.report}`)}</span>
            ) : null}
            <span>{sizeText(detail.fileBytes, format.locale)}</span>
            <span>
              {format.dateTime(detail.createdAt, zone)} {t("by", { name: detail.uploadedBy })}
            </span>
          </>
        }
      />
      <ImportSteps status={detail.status} />
      <FormErrorSummary errors={errors} />
      <ImportBody {...props} />
    </Page>
  );
}

function ImportBody(props: ImportPageProps) {
  const { detail } = props;
  const changes = useChangesColumns();
  if (WORKING.has(detail.status)) return <Work key={detail.status} {...props} />;
  if (detail.status === "NEEDS_INPUT") return <ImportQuestion detail={detail} mayWrite={props.mayWrite} />;
  if (detail.status === "READY" && props.mayWrite && changes)
    return <ImportQuestion detail={detail} mayWrite />;
  if (detail.status === "READY") return <ImportPreview {...props} />;
  return <ImportResult {...props} />;
}

type WorkingStatus = "READING" | "COMPARING" | "APPLYING" | "UNDOING";
const isWorking = (status: ImportStatus): status is WorkingStatus => WORKING.has(status);

function Work({ base, detail, mayWrite }: ImportPageProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const { status, share, rows, stopped } = detail;
  const now = useProgress(`${base}/${detail.id}/kemajuan`, { status, share, rows, stopped }, !stopped);
  if (!isWorking(status)) return null;
  if (stopped) return <Stopped mayWrite={mayWrite} />;
  const percent = Math.round(now.share * 100);
  return (
    <Card>
      <CardBody className="flex flex-col gap-4">
        <Progress value={percent} label={t(`progress.${status}`)} valueLabel={format.percent(now.share, 0)} />
        <p className="tabular text-ink-muted text-sm" aria-live="polite">
          {now.rows > 0 ? t("progress.rows", { rows: format.number(now.rows) }) : null}
        </p>
        <p className="text-ink-muted text-sm">{t("progress.leave")}</p>
        <noscript>
          <ButtonLink href={`${base}/${detail.id}`} variant="secondary">
            {t("progress.reload")}
          </ButtonLink>
        </noscript>
      </CardBody>
    </Card>
  );
}

function Stopped({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation("imports");
  return (
    <Alert
      tone="warning"
      title={t("progress.stopped")}
      actions={
        mayWrite ? (
          <Form method="post">
            <SubmitButton name="intent" value="resume" icon={<Play aria-hidden="true" />}>
              {t("progress.resume")}
            </SubmitButton>
          </Form>
        ) : null
      }
    >
      {t("progress.stoppedText")}
    </Alert>
  );
}
