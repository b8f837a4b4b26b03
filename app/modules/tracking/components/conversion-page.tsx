import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { CircleCheck, ExternalLink, History, Scale, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { ConfirmDialog } from "~/ui/dialog";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { TextArea } from "~/ui/input";
import { useMessage } from "~/ui/message";
import { Page, PageHeader, Split } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import { StatusPill, Timeline } from "~/ui/status";
import type { ConversionDetail } from "../queries/conversion-detail.server";
import { AttributionCard } from "./attribution-card";
import { STATUS_TONES } from "./conversion-tones";

type ConversionPageProps = {
  institution: { slug: string; name: string; timeZone: string };
  conversion: ConversionDetail;
  reply: SubmissionResult<string[]> | undefined;
};

/** One order: its worth, its history line by line, and why it is credited as it is. */
export function ConversionPage({ institution, conversion, reply }: ConversionPageProps) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  const base = `/lapas/${institution.slug}/konversi`;
  return (
    <Page>
      <PageHeader
        eyebrow={institution.name}
        title={t("detail.title", { order: conversion.orderId })}
        back={{ to: base, label: t("detail.back") }}
        meta={
          <>
            <StatusPill tone={STATUS_TONES[conversion.status]} label={t(`status.${conversion.status}`)} />
            <Badge>{t(`source.${conversion.source}`)}</Badge>
            <Badge>{t(`grade.${conversion.grade}`)}</Badge>
            <span>{format.dateTime(conversion.occurredAt, institution.timeZone)}</span>
          </>
        }
        actions={<Decisions conversion={conversion} reply={reply} />}
      />
      <ReplyErrors reply={reply} />
      <StatGroup columns={2}>
        <Stat label={t("ledger.column.amount")} value={format.rupiah(conversion.amountRupiah)} />
        <Stat
          label={t("ledger.column.commission")}
          value={format.rupiah(conversion.creditedTo ? conversion.commissionRupiah : null)}
          source={t(`gradeHint.${conversion.grade}`)}
        />
      </StatGroup>
      <Split
        main={
          <>
            <AttributionCard
              conversion={conversion}
              zone={institution.timeZone}
              icon={<Scale aria-hidden="true" />}
            />
            <HistoryCard conversion={conversion} zone={institution.timeZone} />
          </>
        }
        aside={<EvidenceCard conversion={conversion} base={base} />}
      />
    </Page>
  );
}

function ReplyErrors({ reply }: { reply: SubmissionResult<string[]> | undefined }) {
  if (!reply?.error) return null;
  const errors = Object.values(reply.error).flatMap((list) => list ?? []);
  return <FormErrorSummary errors={errors} />;
}

function Decisions({ conversion, reply }: Pick<ConversionPageProps, "conversion" | "reply">) {
  const { t } = useTranslation("tracking");
  const message = useMessage();
  if (!conversion.mayChange || conversion.status === "REVERSED") return null;
  const error = reply?.error?.reason?.[0];
  return (
    <>
      {conversion.status === "PENDING" ? (
        <Form method="post">
          <SubmitButton name="intent" value="confirm" icon={<CircleCheck aria-hidden="true" />}>
            {t("detail.confirm")}
          </SubmitButton>
        </Form>
      ) : null}
      <ConfirmDialog
        trigger={
          <Button variant="danger" icon={<Undo2 aria-hidden="true" />}>
            {t("detail.reverse")}
          </Button>
        }
        title={t("detail.reverseTitle")}
        description={t("detail.reverseText")}
        confirmLabel={t("detail.reverse")}
        tone="danger"
        fields={{ intent: "reverse" }}
      >
        <label className="flex flex-col gap-1.5">
          <span className="font-semibold text-sm">{t("detail.reverseReason")}</span>
          <span className="text-ink-muted text-sm">{t("detail.reverseReasonHint")}</span>
          <TextArea
            name="reason"
            required
            minLength={5}
            maxLength={300}
            rows={3}
            aria-invalid={error ? true : undefined}
          />
          {error ? <span className="text-danger-ink text-sm">{message(error)}</span> : null}
        </label>
      </ConfirmDialog>
    </>
  );
}

function HistoryCard({ conversion, zone }: { conversion: ConversionDetail; zone: string }) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  const items = conversion.lines.toReversed().map((line) => ({
    at: line.at,
    title: t(`detail.line.${line.status}`),
    tone: STATUS_TONES[line.status],
    actor: line.actorName ?? t(`detail.by.${line.actorKind}`),
    description: (
      <>
        {line.amountRupiah === 0n ? null : (
          <span className="tabular block">
            {t("ledger.column.amount")} {format.rupiah(line.amountRupiah)} · {t("ledger.column.commission")}{" "}
            {format.rupiah(line.commissionRupiah)}
          </span>
        )}
        {line.reason}
      </>
    ),
  }));
  return (
    <Card as="section">
      <CardHeader icon={<History aria-hidden="true" />} title={t("detail.history")} />
      <CardBody>
        <Timeline items={items} zone={zone} />
      </CardBody>
    </Card>
  );
}

function EvidenceCard({ conversion, base }: { conversion: ConversionDetail; base: string }) {
  const { t } = useTranslation("tracking");
  const file = `${base}/${conversion.id}/bukti`;
  return (
    <Card as="section">
      <CardHeader title={t("detail.evidence")} />
      <CardBody className="flex flex-col gap-4">
        {conversion.hasEvidence ? (
          <>
            <img
              src={file}
              alt={t("detail.evidenceAlt", { order: conversion.orderId })}
              loading="lazy"
              className="max-h-96 w-full rounded-control border border-line object-contain"
            />
            <ButtonLink href={file} external variant="secondary" icon={<ExternalLink aria-hidden="true" />}>
              {t("detail.evidenceOpen")}
            </ButtonLink>
          </>
        ) : (
          <p className="text-ink-muted text-sm">{t("detail.noEvidence")}</p>
        )}
        {conversion.note ? (
          <div>
            <h3 className="font-semibold text-sm">{t("detail.note")}</h3>
            <p className="mt-1 whitespace-pre-line text-ink-muted text-sm">{conversion.note}</p>
          </div>
        ) : null}
      </CardBody>
    </Card>
  );
}
