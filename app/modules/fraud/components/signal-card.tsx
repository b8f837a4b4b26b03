import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { ChartFrame, StackedBarChart } from "~/ui/chart";
import { useFormat } from "~/ui/format";
import { Table, Td, Th, Thead, Tr } from "~/ui/table";
import type { CaseSignal } from "../queries/case-detail.server";
import type { FactsOf } from "../signals";
import { useFactsText } from "./facts-text";

type SignalCardProps = {
  /** What stands on the card: one signal, or all quick orders together. */
  signals: readonly [CaseSignal, ...CaseSignal[]];
  officers: Record<string, string>;
  zone: string;
  /** Where the Lapas' cases are. */
  cases: string;
};

const STRENGTHS = { slight: "neutral", fair: "info", strong: "warning" } as const;

/** What one rule found, with its facts, and what else may explain it. */
export function SignalCard({ signals, officers, zone, cases }: SignalCardProps) {
  const { t } = useTranslation("fraud");
  const [{ facts }] = signals;
  const lines = useFactsText(facts, officers, zone);
  const most = Math.max(...signals.map((each) => each.strength));
  const strength = most > 2 ? "strong" : most > 1 ? "fair" : "slight";
  const quick = signals.flatMap((each) => (each.facts.kind === "QUICK_ORDER" ? each.facts : []));
  return (
    <article className="flex min-w-0 flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card sm:p-6">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-title">{t(`kind.${facts.kind}`)}</h3>
        <Badge tone={STRENGTHS[strength]}>{t(`strength.${strength}`)}</Badge>
      </header>
      {lines.length > 0 ? (
        <div className="flex flex-col gap-1">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ) : null}
      {facts.kind === "BURST" || facts.kind === "REPEATS" ? <HoursChart facts={facts} zone={zone} /> : null}
      {quick.length > 0 ? <Delays orders={quick} zone={zone} /> : null}
      {facts.kind === "LATE_ORDERS" ? (
        <Link
          to={`${cases}/${facts.caseId}`}
          className="inline-flex min-h-11 items-center self-start text-brand-ink underline underline-offset-4"
        >
          {t("facts.lateCase")}
        </Link>
      ) : null}
      {facts.kind === "SAME_DELAY" ? <Delays orders={facts.orders} zone={zone} /> : null}
      <p className="text-ink-muted text-sm">
        <span className="font-semibold">{t("detail.innocent")}:</span> {t(`facts.innocent.${facts.kind}`)}
      </p>
    </article>
  );
}

function HoursChart({ facts, zone }: { facts: FactsOf<"BURST" | "REPEATS">; zone: string }) {
  const { t } = useTranslation("fraud");
  const format = useFormat();
  const at = (hour: string) => format.dateTime(hour, zone);
  return (
    <ChartFrame
      level={3}
      title={t("facts.chart", { code: facts.code })}
      description={t("facts.chartHint", { hour: at(facts.hour) })}
      height={200}
      className="border-0 p-0 shadow-none sm:p-0"
      table={{
        columns: [
          { key: "hour", header: t("facts.hour") },
          { key: "clicks", header: t("facts.clicks"), align: "end" },
        ],
        rows: facts.hours.map(({ hour, clicks }) => ({
          hour: hour === facts.hour ? <strong>{at(hour)}</strong> : at(hour),
          clicks: format.number(clicks),
        })),
      }}
    >
      <StackedBarChart
        data={facts.hours.map(({ hour, clicks }) => ({
          hour,
          clicks: hour === facts.hour ? 0 : clicks,
          marked: hour === facts.hour ? clicks : 0,
        }))}
        xKey="hour"
        xFormat={at}
        series={[
          { key: "clicks", label: t("facts.clicks"), color: "var(--chart-1)" },
          { key: "marked", label: t("facts.marked"), color: "var(--chart-2)" },
        ]}
        yFormat={(value) => format.compact(value)}
        valueFormat={(value) => format.number(value)}
        yLabel={t("facts.clicks")}
      />
    </ChartFrame>
  );
}

function Delays({ orders, zone }: { orders: FactsOf<"SAME_DELAY">["orders"]; zone: string }) {
  const { t } = useTranslation("fraud");
  const format = useFormat();
  return (
    <div className="overflow-x-auto">
      <Table>
        <caption className="sr-only">{t("facts.delays")}</caption>
        <Thead>
          <Tr>
            <Th>{t("detail.order")}</Th>
            <Th>{t("facts.clickedAt")}</Th>
            <Th align="end">{t("facts.delay")}</Th>
          </Tr>
        </Thead>
        <tbody>
          {orders.map((order) => (
            <Tr key={order.conversionId}>
              <Td>{order.orderId}</Td>
              <Td>{format.dateTime(order.clickedAt, zone)}</Td>
              <Td align="end" className="whitespace-nowrap">
                {t("facts.seconds", { count: Math.round(order.delayMs / 1_000) })}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
