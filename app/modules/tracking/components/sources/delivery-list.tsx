import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Tone } from "~/ui/badge";
import { useFormat } from "~/ui/format";
import { useMessage } from "~/ui/message";
import { StatusPill } from "~/ui/status";
import { DataTable } from "~/ui/table";
import type { DeliveryRow } from "../../queries/order-sources.server";

const TONES: Record<DeliveryRow["outcome"], Tone> = {
  STORED: "success",
  SKIPPED: "neutral",
  REFUSED: "danger",
};
const TOPICS = ["created", "updated", "deleted", "restored"] as const;

/** The last deliveries, each with what became of it and why. */
export function DeliveryList({ rows, base, zone }: { rows: DeliveryRow[]; base: string; zone: string }) {
  const { t } = useTranslation("tracking");
  const { dateTime } = useFormat();
  const topicOf = (topic: string) => {
    const known = TOPICS.find((each) => topic === `order.${each}`);
    return known ? t(`sources.deliveries.topics.${known}`) : topic;
  };
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold">{t("sources.deliveries.title")}</h3>
      <DataTable
        caption={t("sources.deliveries.caption")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-ink-muted text-sm">{t("sources.deliveries.empty")}</p>}
        columns={[
          { key: "time", header: t("sources.deliveries.time"), cell: (row) => dateTime(row.lastAt, zone) },
          { key: "topic", header: t("sources.deliveries.topic"), cell: (row) => topicOf(row.topic) },
          {
            key: "order",
            header: t("sources.deliveries.order"),
            cell: (row) =>
              row.conversionId ? (
                <Link to={`${base}/konversi/${row.conversionId}`} className="font-semibold underline">
                  {row.orderId}
                </Link>
              ) : (
                (row.orderId ?? "–")
              ),
          },
          {
            key: "outcome",
            header: t("sources.deliveries.outcome"),
            cell: (row) => <Outcome row={row} />,
          },
        ]}
      />
    </div>
  );
}

function Outcome({ row }: { row: DeliveryRow }) {
  const { t } = useTranslation("tracking");
  const message = useMessage();
  return (
    <div className="flex flex-col items-start gap-1">
      <StatusPill tone={TONES[row.outcome]} label={t(`sources.deliveries.outcomes.${row.outcome}`)} />
      {row.reason ? <p className="max-w-md text-sm">{message(row.reason.key, row.reason.params)}</p> : null}
      {row.attempts > 1 ? (
        <p className="text-ink-muted text-xs">{t("sources.deliveries.attempts", { count: row.attempts })}</p>
      ) : null}
    </div>
  );
}
