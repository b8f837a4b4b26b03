import { BYTE_ORDER_MARK, type CsvCell, csvLine } from "~/kernel/csv";
import type { Ctx } from "~/platform/context.server";
import type messages from "../messages/id";
import { WHOLE } from "../shares";
import { type ClaimSale, claimSales } from "./claim-sales.server";
import { localText } from "./ledger-csv.server";

type Column = keyof typeof messages.sales.column;
type TextKey =
  | `sales.column.${Column}`
  | `channel.${ClaimSale["channel"]}`
  | `grade.${ClaimSale["grade"]}`
  | `status.${ClaimSale["status"]}`
  | `sales.outcome.${ClaimSale["outcome"]}`;

const COLUMNS: readonly Column[] = [
  ...(["occurredAt", "channel", "grade", "status", "amount", "refunded", "net"] as const),
  ...(["share", "commission", "outcome", "reason"] as const),
];

const PAGE = 500;

type Input = { claimId: string; text: (key: TextKey) => string };

/** A claim's orders as CSV, for its influencer. */
export async function claimSalesCsv(ctx: Ctx, { claimId, text }: Input): Promise<string> {
  const lines = [csvLine(COLUMNS.map((column) => text(`sales.column.${column}`)))];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof claimSales>> = await claimSales(ctx, {
      claimId,
      cursor,
      limit: PAGE,
    });
    lines.push(...page.rows.map((row) => csvLine(cellsOf(row, page.claim.timeZone, text))));
    cursor = page.next;
  } while (cursor !== null);
  return BYTE_ORDER_MARK + lines.join("");
}

function cellsOf(row: ClaimSale, zone: Parameters<typeof localText>[1], text: Input["text"]): CsvCell[] {
  return [
    localText(row.occurredAt, zone),
    text(`channel.${row.channel}`),
    text(`grade.${row.grade}`),
    text(`status.${row.status}`),
    ...(row.worth
      ? [Number(row.worth.amountRupiah), Number(row.worth.refundedRupiah), Number(row.worth.netRupiah)]
      : [null, null, null]),
    row.share / WHOLE,
    row.share > 0 ? Number(row.commissionRupiah) : null,
    text(`sales.outcome.${row.outcome}`),
    row.reasons.join(" | "),
  ];
}
