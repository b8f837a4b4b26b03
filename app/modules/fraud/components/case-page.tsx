import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { DatedLink } from "~/ui/dated-link";
import { Alert } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Section, Split } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import { NextStep, StatusPill } from "~/ui/status";
import { DataTable } from "~/ui/table";
import { groupBy } from "../group-by";
import type { CaseDetail, CaseSignal, ConcernedOrder } from "../queries/case-detail.server";
import { CaseTimeline } from "./case-timeline";
import { HOLD_TONES, STATE_TONES, stateOf } from "./case-tones";
import { AskForm, DecideForms } from "./officer-forms";
import { SignalCard } from "./signal-card";

type Place = { slug: string; name: string; timeZone: string };

type CasePageProps = {
  institution: Place;
  fraudCase: CaseDetail;
  now: Date;
  reply: SubmissionResult<string[]> | undefined;
};

/** A case for the officer: what was found and what else may explain it, the orders that wait, and what can be done. */
export function CasePage({ institution, fraudCase, now, reply }: CasePageProps) {
  const { t } = useTranslation("fraud");
  const format = useFormat();
  const base = `/lapas/${institution.slug}`;
  const state = stateOf(fraudCase);
  const undecided = fraudCase.turn !== null;
  return (
    <Page>
      <PageHeader
        eyebrow={institution.name}
        title={t("detail.title", { influencer: fraudCase.influencer.name })}
        back={{
          to: fraudCase.may === "read" ? "/pemeriksaan" : `${base}/pemeriksaan`,
          label: t("detail.back"),
        }}
        meta={
          <>
            <StatusPill tone={STATE_TONES[state]} label={t(`status.${state}`)} />
            <Link
              to={`${base}/kampanye/${fraudCase.campaign.id}`}
              className="inline-flex min-h-6 items-center text-brand-ink underline underline-offset-4"
            >
              {fraudCase.campaign.title}
            </Link>
            <span>
              {t("detail.opened", { at: format.dateTime(fraudCase.openedAt, institution.timeZone) })}
            </span>
          </>
        }
      />
      <Turn fraudCase={fraudCase} institution={institution} now={now} />
      {fraudCase.may === "concerned" ? (
        <Alert tone="warning" title={t("detail.concerned")}>
          {t("detail.concernedText")}
        </Alert>
      ) : null}
      <Sums orders={fraudCase.orders} />
      <Split
        main={
          <>
            <Section title={t("detail.found")} description={t("detail.foundHint")}>
              <div className="flex flex-col gap-5">
                {cardsOf(fraudCase.signals).map((signals) => (
                  <SignalCard
                    key={signals[0].id}
                    signals={signals}
                    officers={fraudCase.officers}
                    zone={institution.timeZone}
                    cases={`${base}/pemeriksaan`}
                  />
                ))}
              </div>
            </Section>
            <Orders orders={fraudCase.orders} base={base} zone={institution.timeZone} />
          </>
        }
        aside={
          <>
            {fraudCase.may === "decide" ? (
              <>
                {undecided ? <AskForm key={fraudCase.events.length} lastResult={reply} /> : null}
                <DecideForms outcomes={fraudCase.outcomes} reply={reply} again={!undecided} />
              </>
            ) : null}
            <Card as="section">
              <CardHeader title={t("detail.timeline")} />
              <CardBody>
                <CaseTimeline
                  events={fraudCase.events}
                  zone={institution.timeZone}
                  titles="detail.event"
                  pictureAt={(id) => `${base}/pemeriksaan/${fraudCase.id}/gambar/${id}`}
                />
              </CardBody>
            </Card>
          </>
        }
      />
    </Page>
  );
}

/** One card a signal; quick orders are few words each and stand together. */
function cardsOf(signals: readonly CaseSignal[]): [CaseSignal, ...CaseSignal[]][] {
  const together = groupBy(signals, ({ id, facts }) => (facts.kind === "QUICK_ORDER" ? facts.kind : id));
  return [...together.values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest]] : []));
}

function Turn({ fraudCase, institution, now }: { fraudCase: CaseDetail; institution: Place; now: Date }) {
  const { t } = useTranslation("fraud");
  const { turn, influencer } = fraudCase;
  if (!turn) return null;
  const mine = turn.who === "OFFICER";
  const what = mine ? (stateOf(fraudCase) === "ANSWERED" ? "answered" : "look") : "wait";
  return (
    <NextStep
      who={
        mine
          ? t("detail.next.you", { institution: institution.name })
          : t("detail.next.influencer", { influencer: influencer.name })
      }
      what={t(`detail.next.${what}`)}
      until={turn.until}
      zone={institution.timeZone}
      mine={mine && fraudCase.may === "decide"}
      overdue={turn.until < now}
    />
  );
}

function Sums({ orders }: { orders: ConcernedOrder[] }) {
  const { t } = useTranslation("fraud");
  const format = useFormat();
  const held = orders.filter(({ state }) => state === "HELD");
  const sum = held.reduce((total, { commissionRupiah }) => total + commissionRupiah, 0n);
  return (
    <StatGroup columns={2}>
      <Stat label={t("detail.heldNow")} value={format.rupiah(orders.length === 0 ? null : sum)} />
      <Stat label={t("detail.ordersConcerned")} value={format.number(orders.length)} />
    </StatGroup>
  );
}

function Orders({ orders, base, zone }: { orders: ConcernedOrder[]; base: string; zone: string }) {
  const { t } = useTranslation("fraud");
  const format = useFormat();
  return (
    <Section title={t("detail.orders")} description={t("detail.ordersHint")}>
      <DataTable
        caption={t("detail.orders")}
        rows={orders}
        rowKey={(row) => row.conversionId}
        empty={<p className="text-ink-muted text-sm">{t("detail.noOrders")}</p>}
        columns={[
          {
            key: "order",
            header: t("detail.order"),
            cell: (row) => (
              <DatedLink
                to={`${base}/konversi/${row.conversionId}`}
                text={row.orderId}
                at={row.occurredAt}
                zone={zone}
              />
            ),
          },
          {
            key: "state",
            header: t("list.state"),
            cell: (row) => <StatusPill tone={HOLD_TONES[row.state]} label={t(`detail.state.${row.state}`)} />,
          },
          {
            key: "worth",
            header: t("detail.worth"),
            align: "end",
            cell: (row) => format.rupiah(row.netRupiah),
          },
          {
            key: "commission",
            header: t("detail.commission"),
            align: "end",
            cell: (row) => format.rupiah(row.commissionRupiah),
          },
        ]}
      />
    </Section>
  );
}
