import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Alert } from "~/ui/feedback";
import { FormErrorSummary } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Split } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import { StatusPill } from "~/ui/status";
import type { ConversionDetail } from "../queries/conversion-detail.server";
import { AttributionCard } from "./attribution-card";
import { STATUS_TONES } from "./conversion-tones";
import { OrderDecisions, type OrderReply } from "./order-decisions";
import { LedgerCard, StatementsCard } from "./order-history";

type ConversionPageProps = {
  institution: { slug: string; name: string; timeZone: string };
  conversion: ConversionDetail;
  /** Where the case is that holds its commission, for who may read it. */
  reviewTo: string | null;
  reply: OrderReply;
};

/** One order: its worth, why it is credited as it is, what was said of it, and its ledger. */
export function ConversionPage({ institution, conversion, reviewTo, reply }: ConversionPageProps) {
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
            {[...new Set([t(`channel.${conversion.channel}`), t(`source.${conversion.source}`)])].map(
              (name) => (
                <Badge key={name}>{name}</Badge>
              ),
            )}
            <Badge>{t(`grade.${conversion.grade}`)}</Badge>
            {conversion.buyerReturning === null ? null : (
              <Badge>{t(conversion.buyerReturning ? "detail.returningBuyer" : "detail.newBuyer")}</Badge>
            )}
            <span>{format.dateTime(conversion.occurredAt, institution.timeZone)}</span>
          </>
        }
        actions={<OrderDecisions conversion={conversion} reply={reply} />}
      />
      <ReplyErrors reply={reply} />
      <Standing conversion={conversion} reviewTo={reviewTo} zone={institution.timeZone} />
      <StatGroup columns={3}>
        <Stat
          label={t("detail.net")}
          value={format.rupiah(conversion.netRupiah)}
          source={t(`gradeHint.${conversion.grade}`)}
        />
        <Stat
          label={t("detail.refunded")}
          value={format.rupiah(conversion.refundedRupiah)}
          hint={t("detail.ofAmount", { amount: format.rupiah(conversion.amountRupiah) })}
        />
        <Stat
          label={t("ledger.column.commission")}
          value={format.rupiah(conversion.creditedTo ? conversion.commissionRupiah : null)}
        />
      </StatGroup>
      <Split
        main={
          <>
            <AttributionCard conversion={conversion} zone={institution.timeZone} reply={reply} />
            <StatementsCard conversion={conversion} zone={institution.timeZone} />
            <LedgerCard conversion={conversion} zone={institution.timeZone} />
          </>
        }
        aside={
          <>
            <ItemsCard items={conversion.items} />
            <EvidenceCard conversion={conversion} base={base} />
          </>
        }
      />
    </Page>
  );
}

/** What keeps an order from counting, or its commission from being due: never without its reason. */
function Standing(props: Pick<ConversionPageProps, "conversion" | "reviewTo"> & { zone: string }) {
  const { conversion, reviewTo, zone } = props;
  const { t } = useTranslation("tracking");
  const format = useFormat();
  const { held, withdrawnAt } = conversion;
  if (withdrawnAt) {
    return (
      <Alert tone="warning" title={t("detail.withdrawnTitle", { at: format.dateTime(withdrawnAt, zone) })}>
        {t("detail.withdrawnText")}
      </Alert>
    );
  }
  if (!held) return null;
  return (
    <Alert
      tone="warning"
      title={t("detail.heldTitle", { at: format.dateTime(held.at, zone) })}
      actions={
        reviewTo ? (
          <ButtonLink to={reviewTo} variant="secondary" size="sm">
            {t("detail.heldOpen")}
          </ButtonLink>
        ) : null
      }
    >
      {held.reason || t("detail.heldText")}
    </Alert>
  );
}

function ItemsCard({ items }: Pick<ConversionDetail, "items">) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  if (items.length === 0) return null;
  return (
    <Card as="section">
      <CardHeader title={t("detail.items")} />
      <CardBody>
        <ul className="flex flex-col divide-y divide-line">
          {items.map((item) => (
            <li key={item.key} className="flex justify-between gap-4 py-2.5 text-sm first:pt-0 last:pb-0">
              <span className="min-w-0">
                <span className="block font-semibold">{item.name}</span>
                <span className="tabular text-ink-muted text-xs">
                  {[t("detail.quantity", { count: item.quantity }), item.sku].filter(Boolean).join(" · ")}
                </span>
              </span>
              <span className="tabular shrink-0">{format.rupiah(item.amountRupiah)}</span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function ReplyErrors({ reply }: { reply: OrderReply }) {
  if (!reply?.error) return null;
  const errors = Object.values(reply.error).flatMap((list) => list ?? []);
  return <FormErrorSummary errors={errors} />;
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
