import { BYTE_ORDER_MARK, type CsvCell, csvLine } from "~/kernel/csv";
import type { Zone } from "~/kernel/time";
import { ZONES } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { textStream } from "~/platform/http/text-stream.server";
import { REASON_KEYS } from "../attribution-reasons";
import type { LedgerFilters } from "../ledger-filters";
import type messages from "../messages/id";
import { conversionLedger, type LedgerRow } from "./conversion-ledger.server";

type Column = keyof typeof messages.ledger.column;
type TextKey =
  | `ledger.column.${Column}`
  | `channel.${LedgerRow["channel"]}`
  | `source.${LedgerRow["source"]}`
  | `grade.${LedgerRow["grade"]}`
  | `status.${LedgerRow["status"]}`
  | `reason.${(typeof REASON_KEYS)[LedgerRow["reason"]]}`;

type Input = {
  institution: { id: string; regionId: string; timeZone: Zone };
  filters: LedgerFilters;
  text: (key: TextKey) => string;
};

const COLUMNS: readonly Column[] = [
  "occurredAt",
  "order",
  "channel",
  "source",
  "grade",
  "status",
  "amount",
  "refunded",
  "commission",
  "creditedTo",
  "campaign",
  "reason",
];

const PAGE = 500;

/** The ledger as CSV, read page by page while it is sent, so that a long one needs no memory. */
export function ledgerCsv(ctx: Ctx, input: Input): ReadableStream<Uint8Array> {
  return textStream(csvText(ctx, input));
}

async function* csvText(ctx: Ctx, input: Input): AsyncGenerator<string, undefined> {
  const { institution, filters, text } = input;
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map((column) => text(`ledger.column.${column}`)));
  let cursor: string | null = null;
  do {
    const page = await conversionLedger(ctx, { institution, filters, cursor, limit: PAGE });
    yield page.rows.map((row) => csvLine(cellsOf(row, institution.timeZone, text))).join("");
    cursor = page.next;
  } while (cursor !== null);
  return undefined;
}

function cellsOf(row: LedgerRow, zone: Zone, text: Input["text"]): CsvCell[] {
  return [
    localText(row.occurredAt, zone),
    row.orderId,
    text(`channel.${row.channel}`),
    text(`source.${row.source}`),
    text(`grade.${row.grade}`),
    text(`status.${row.status}`),
    Number(row.amountRupiah),
    Number(row.refundedRupiah),
    row.creditedTo ? Number(row.commissionRupiah) : null,
    row.creditedTo?.creator ?? null,
    row.creditedTo?.campaign ?? null,
    text(`reason.${REASON_KEYS[row.reason]}`),
  ];
}

/** `2026-11-21 14:05 WIB`: sorts as text and says its zone. */
export function localText(at: Date, zone: Zone): string {
  const { offsetHours, abbreviation } = ZONES[zone];
  const local = new Date(at.getTime() + offsetHours * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)} ${abbreviation}`;
}
