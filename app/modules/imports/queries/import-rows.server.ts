import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Ctx } from "~/platform/context.server";
import { storedFigureRow } from "../figure-rows";
import type { RowOutcome } from "../import";
import { storedOrderRow } from "../order-rows";
import { authorizeRead, type ImportOwner, ownedBy } from "../owner";
import type { OrderState } from "../report";
import { type ChangeView, changeViews } from "../row-change";
import { storedParams } from "../stored-import";
import { wholeRupiah } from "../values";

export type ImportRowView = {
  row: number;
  /** Order number, or what the figures are about. */
  entry: string | null;
  content: string | null;
  amountRupiah: bigint | null;
  state: OrderState | null;
  at: Date | null;
  outcome: RowOutcome;
  column: string | null;
  /** What it makes of what was known. */
  changes: ChangeView[];
  /** A message key with its parameters, as `~/ui/message` reads it. */
  message: string | null;
};

export const ROWS_PAGE = 50;

type Input = {
  owner: ImportOwner;
  importId: string;
  outcome: RowOutcome | null;
  cursor: string | null;
  limit?: number;
};

/** Rows of an import in the order of its file, with what becomes of each. */
export async function importRows(ctx: Ctx, input: Input): Promise<Page<ImportRowView>> {
  authorizeRead(ctx, input.owner);
  const { limit = ROWS_PAGE } = input;
  const cursor = decodeCursor(input.cursor);
  const rows = await ctx.db.importRow.findMany({
    where: {
      importId: input.importId,
      import: ownedBy(input.owner),
      outcome: input.outcome ?? { not: "PENDING" },
      ...(cursor ? { row: { gt: Number(cursor[0]) || 0 } } : {}),
    },
    select: {
      ...{ row: true, key: true, outcome: true, column: true, reason: true, params: true, fact: true },
      change: true,
    },
    orderBy: { row: "asc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, ({ row }) => [row, ""]);
  return {
    next: page.next,
    rows: page.rows.map(({ row, key, outcome, column, reason, params, fact, change }) => ({
      ...{ row, column, ...contentOf(fact, key) },
      outcome: outcome === "PENDING" ? "SKIPPED" : outcome,
      changes: changeViews(change),
      message: messageOf(reason, storedParams.parse(params)),
    })),
  };
}

function contentOf(fact: unknown, key: string | null) {
  const order = storedOrderRow.safeParse(fact);
  if (order.success) {
    const { orderId, item, state, orderedAt } = order.data;
    const content = item.quantity === 1 ? item.name : `${item.quantity} × ${item.name}`;
    return {
      entry: orderId,
      content,
      state,
      at: new Date(orderedAt),
      amountRupiah: wholeRupiah(BigInt(item.amount)),
    };
  }
  const figure = storedFigureRow.safeParse(fact);
  if (!figure.success) return { entry: key, content: null, state: null, at: null, amountRupiah: null };
  const { entity, from, values } = figure.data;
  const money = values.find(({ unit }) => unit === "RUPIAH");
  return {
    entry: entity.id || null,
    content: entity.name || null,
    state: null,
    at: new Date(from),
    amountRupiah: money ? wholeRupiah(BigInt(money.micro)) : null,
  };
}

/** Reasons of other modules come with their namespace. */
function messageOf(reason: string | null, params: Record<string, string | number> | null): string | null {
  if (reason === null) return null;
  const key = reason.includes(":") ? reason : `imports:reason.${reason}`;
  return params && Object.keys(params).length > 0 ? `${key}|${JSON.stringify(params)}` : key;
}
