import { ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { type Column, DataTable } from "~/ui/table";
import type { ClaimSale } from "../queries/claim-sales.server";
import { WHOLE } from "../shares";
import { OrderState, OrderWorth } from "./order-cells";
import { RuleWords } from "./rule-words";

/** A claim's orders, each with what it brings, or why it brings nothing. */
export function SalesList({ rows, zone }: { rows: ClaimSale[]; zone: string }) {
  const { t } = useTranslation("tracking");
  return (
    <DataTable
      caption={t("sales.title")}
      columns={useColumns(zone)}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          icon={<ReceiptText aria-hidden="true" />}
          title={t("sales.empty")}
          description={t("sales.emptyText")}
        />
      }
    />
  );
}

function useColumns(zone: string): Column<ClaimSale>[] {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  return [
    {
      key: "occurredAt",
      header: t("sales.column.occurredAt"),
      cell: (row) => (
        <span className="flex flex-col">
          <span className="whitespace-nowrap">{format.dateTime(row.occurredAt, zone)}</span>
          <span className="text-ink-muted text-xs">
            {t(`channel.${row.channel}`)} · {t(`grade.${row.grade}`)}
          </span>
        </span>
      ),
    },
    {
      key: "status",
      header: t("sales.column.status"),
      cell: (row) => (
        <OrderState status={row.status} held={row.held !== null}>
          {row.voided ? <Badge tone="danger">{t("sales.voided")}</Badge> : null}
        </OrderState>
      ),
    },
    {
      key: "outcome",
      header: t("sales.column.outcome"),
      cell: (row) => <Outcome row={row} />,
    },
    {
      key: "net",
      header: t("sales.column.net"),
      align: "end",
      cell: ({ worth }) =>
        worth ? <OrderWorth rupiah={worth.netRupiah} refundedRupiah={worth.refundedRupiah} /> : null,
    },
    {
      key: "commission",
      header: t("sales.column.commission"),
      align: "end",
      cell: (row) => (
        <span className="flex flex-col items-end">
          <span className="font-semibold">{format.rupiah(row.share > 0 ? row.commissionRupiah : null)}</span>
          {row.share > 0 && row.share < WHOLE ? (
            <span className="text-ink-muted text-xs">
              {t("sales.shareOf", { share: format.percent(row.share / WHOLE, 1) })}
            </span>
          ) : null}
        </span>
      ),
    },
  ];
}

/** Why it counts for this influencer, or does not; and what officers said about it. */
function Outcome({ row }: { row: ClaimSale }) {
  const { t } = useTranslation("tracking");
  const silent = row.status === "REVERSED" && row.outcome !== "withdrawn" && row.reasons.length === 0;
  return (
    <div className="flex flex-col gap-1">
      <span>{t(`sales.outcome.${row.outcome}`)}</span>
      {row.decidingRule ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2.5 text-ink-muted text-sm underline">
            {t("sales.decidingRule")}
          </summary>
          <RuleWords rule={row.decidingRule} />
        </details>
      ) : null}
      {row.reasons.map((reason) => (
        <span key={reason} className="text-ink-muted text-sm">
          {t("sales.officer", { reason })}
        </span>
      ))}
      {silent ? (
        <span className="text-ink-muted text-sm">
          {t("sales.reversedBy", { source: t(`source.${row.source}`) })}
        </span>
      ) : null}
      {row.held === null ? null : (
        <span className="text-ink-muted text-sm">
          {row.held ? t("sales.held", { reason: row.held }) : t("detail.heldText")}
        </span>
      )}
    </div>
  );
}
