import { History, MessagesSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { useFormat } from "~/ui/format";
import { Timeline } from "~/ui/status";
import { REASON_KEYS } from "../attribution-reasons";
import type { ConversionDetail, StatementView } from "../queries/conversion-detail.server";
import { STATUS_TONES } from "./conversion-tones";

type HistoryProps = { conversion: ConversionDetail; zone: string };

/** What each source, and each officer, said of the order. The order is what follows from all of it together. */
export function StatementsCard({ conversion, zone }: HistoryProps) {
  const { t } = useTranslation("tracking");
  return (
    <Card as="section">
      <CardHeader
        icon={<MessagesSquare aria-hidden="true" />}
        title={t("statement.title")}
        description={t("statement.description")}
      />
      <CardBody>
        <ul className="flex flex-col divide-y divide-line">
          {conversion.statements.map((statement) => (
            <StatementItem key={statement.id} statement={statement} zone={zone} />
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function StatementItem({ statement, zone }: { statement: StatementView; zone: string }) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  const { source, grade, status, amountRupiah, refundedRupiah, againAt, importRow, undone } = statement;
  const said = [
    status ? t(`status.${status}`) : null,
    amountRupiah === null ? null : format.rupiah(amountRupiah),
    refundedRupiah ? t("statement.refunded", { amount: format.rupiah(refundedRupiah) }) : null,
  ].filter((text) => text !== null);
  const when = [
    format.dateTime(statement.at, zone),
    againAt ? t("statement.again", { at: format.dateTime(againAt, zone) }) : null,
    importRow === null ? null : t("statement.row", { row: importRow }),
    source === null ? statement.actorName : null,
  ].filter((text) => text !== null);
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-semibold text-sm">
          {source ? t(`source.${source}`) : t("statement.officer")}
        </span>
        <Badge>{t(`grade.${grade}`)}</Badge>
        {undone ? <Badge tone="warning">{t("statement.undone")}</Badge> : null}
      </span>
      <span className={`tabular text-sm ${undone ? "text-ink-muted line-through" : ""}`}>
        {said.join(" · ")}
      </span>
      <span className="text-ink-muted text-xs">{when.join(" · ")}</span>
      {statement.note ? (
        <span className="whitespace-pre-line text-ink-muted text-sm">{statement.note}</span>
      ) : null}
      {undone?.reason ? (
        <span className="text-ink-muted text-sm">
          {t("statement.undoneReason", { reason: undone.reason })}
        </span>
      ) : null}
    </li>
  );
}

/** The ledger: what each change added to, or took from, the order's worth and commission. */
export function LedgerCard({ conversion, zone }: HistoryProps) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  const items = conversion.lines.toReversed().map((line, index, all) => ({
    at: line.at,
    title: t(index === all.length - 1 ? "detail.line.first" : `detail.line.${line.cause}`),
    tone: STATUS_TONES[line.status],
    actor: line.actorName ?? t(`detail.by.${line.actorKind}`),
    description: (
      <>
        <span className="tabular block">
          {t(`status.${line.status}`)}
          {line.amountRupiah === 0n
            ? ""
            : ` · ${t("detail.net")} ${signed(line.amountRupiah, format.rupiah)}`}
          {line.commissionRupiah === 0n
            ? ""
            : ` · ${t("ledger.column.commission")} ${signed(line.commissionRupiah, format.rupiah)}`}
        </span>
        {line.attributionReason ? (
          <span className="block">{t(`reasonLong.${REASON_KEYS[line.attributionReason]}`)}</span>
        ) : null}
        {line.reason}
      </>
    ),
  }));
  return (
    <Card as="section">
      <CardHeader
        icon={<History aria-hidden="true" />}
        title={t("detail.history")}
        description={t("detail.historyHint")}
      />
      <CardBody>
        <Timeline items={items} zone={zone} />
      </CardBody>
    </Card>
  );
}

/** With its sign: a ledger adds and takes away. */
function signed(amount: bigint, rupiah: (amount: bigint) => string): string {
  return amount > 0n ? `+${rupiah(amount)}` : rupiah(amount);
}
