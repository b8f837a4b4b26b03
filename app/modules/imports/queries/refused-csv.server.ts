import { BYTE_ORDER_MARK, csvLine } from "~/kernel/csv";
import type { Ctx } from "~/platform/context.server";
import { textStream } from "~/platform/http/text-stream.server";
import type { ImportOwner } from "../owner";
import { importRows } from "./import-rows.server";

type Input = {
  owner: ImportOwner;
  importId: string;
  /** Titles of the columns: row, order, column, reason. */
  titles: readonly [string, string, string, string];
  /** Turns a message (key with its parameters) into text. */
  text: (message: string) => string;
};

const PAGE = 500;

/**
 * The refused rows as CSV: row number, order number, column and reason, read page by page while it is sent. What stood
 * in the cells is not in it: it was never stored.
 */
export function refusedCsv(ctx: Ctx, input: Input): ReadableStream<Uint8Array> {
  return textStream(csvText(ctx, input));
}

async function* csvText(
  ctx: Ctx,
  { owner, importId, titles, text }: Input,
): AsyncGenerator<string, undefined> {
  yield BYTE_ORDER_MARK + csvLine(titles);
  let cursor: string | null = null;
  do {
    const page = await importRows(ctx, { owner, importId, outcome: "REFUSED", cursor, limit: PAGE });
    yield page.rows
      .map(({ row, entry, column, message }) => csvLine([row, entry, column, message ? text(message) : null]))
      .join("");
    cursor = page.next;
  } while (cursor !== null);
  return undefined;
}
