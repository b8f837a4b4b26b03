import { z } from "zod";
import type { OrderReportDefinition, OrderRow } from "./report";
import { type RowReader, RowRefusal } from "./row-reader";
import { wholeRupiah } from "./values";

const MAX_QUANTITY = 100_000;

/** A row of an order as it is kept between reading and applying: amounts as text, times as ISO. Holds no buyer. */
export const storedOrderRow = z.object({
  orderId: z.string(),
  channel: z.enum(["SHOPEE", "TOKOPEDIA", "TIKTOK_SHOP"]),
  state: z.enum(["PENDING", "CONFIRMED", "REVERSED"]),
  orderedAt: z.string(),
  item: z.object({
    key: z.string(),
    name: z.string(),
    sku: z.string().nullable(),
    quantity: z.number(),
    amount: z.string(),
    refunded: z.string(),
    paid: z.string().nullish(),
  }),
  order: z.object({ less: z.string(), refunded: z.string().nullable() }),
  links: z.array(z.string()),
  clickId: z.string().nullish(),
  coupon: z.string().nullable(),
  handle: z.object({ network: z.enum(["SHOPEE", "TIKTOK"]), username: z.string() }).nullable(),
  contentId: z.string().nullable(),
  clickedAt: z.string().nullable(),
  buyer: z.string().nullable(),
});
export type StoredOrderRow = z.infer<typeof storedOrderRow>;

/**
 * Reads a row of an order report. @param above the row before; its order goes on where this row has no number and names goods.
 * @throws RowRefusal
 */
export function readOrderRow(
  definition: OrderReportDefinition,
  reader: RowReader,
  above: OrderRow | null,
  now: Date,
): OrderRow {
  const goesOn =
    definition.continuation && above && reader.raw("orderId") === "" && reader.namesGoods() === true;
  const row = definition.read(reader, goesOn ? above : null);
  if (row.item.amount < 0n) reader.refuse(worthField(reader), "negative");
  if (row.item.quantity > MAX_QUANTITY) reader.refuse("quantity", "number");
  // A day of grace: clocks and zones differ, but no order comes from next week.
  if (row.orderedAt.getTime() > now.getTime() + 24 * 3_600_000) reader.refuse("orderedAt", "future");
  return row;
}

/** A row without order number, amount and time: a line of titles or explanations. */
export function isFiller(definition: OrderReportDefinition, reader: RowReader): boolean {
  if (definition.continuation && reader.namesGoods() !== false) return false;
  return ["orderId", worthField(reader), "orderedAt"].every((field) => reader.raw(field) === "");
}

/** Whether a row explains the columns ("Platform unique order ID."): its number, time and amount are sentences. */
export function explains(reader: RowReader): boolean {
  return ["orderId", "orderedAt", worthField(reader)].every((field) => {
    const text = reader.raw(field);
    return text !== "" && !/\d/.test(text);
  });
}

/** The field of what an item is worth; a report that names it only before discounts has a field of another name. */
const worthField = (reader: RowReader) => (reader.has("itemBefore") ? "itemBefore" : "itemTotal");

export function storeOrderRow(row: OrderRow): StoredOrderRow {
  const { item, order } = row;
  const { paid = null } = item;
  return {
    ...row,
    orderedAt: row.orderedAt.toISOString(),
    clickedAt: row.clickedAt?.toISOString() ?? null,
    item: {
      ...item,
      amount: String(item.amount),
      refunded: String(item.refunded),
      paid: paid === null ? null : String(paid),
    },
    order: { less: String(order.less), refunded: order.refunded === null ? null : String(order.refunded) },
  };
}

/** The rows of one order put together. */
export type MergedOrder = {
  orderId: string;
  channel: OrderRow["channel"];
  status: OrderRow["state"];
  /** Whole rupiah before refunds. */
  amountRupiah: bigint;
  refundedRupiah: bigint;
  occurredAt: Date;
  items: { key: string; name: string; sku: string | null; quantity: number; amountRupiah: bigint }[];
  links: string[];
  clickIds: string[];
  coupon: string | null;
  handles: { network: "SHOPEE" | "TIKTOK"; username: string }[];
  contentIds: string[];
  clickedAt: Date | null;
  buyer: string | null;
  firstRow: number;
  /** Rows that another row of the same item says again. */
  repeated: { row: number; by: number; same: boolean }[];
};

type NumberedRow = { row: number; fact: StoredOrderRow };

/**
 * Puts the rows of one order together. What the report repeats on every row counts once. Of two rows of one item that
 * say the same number of pieces for the same amount, or another state, the lower one in the file counts; otherwise
 * they are two lines of the order (a gift, or a bundle beside single pieces), and both count. Amounts are summed in millionths and rounded once.
 * @throws RowRefusal where the rows contradict each other
 */
export function mergeOrder(rows: readonly NumberedRow[]): MergedOrder {
  const first = rows[0];
  if (!first) throw new RangeError("an order has a row");
  const { kept, repeated } = lastOfEachLine(rows);
  const facts = kept.map(({ fact }) => fact);
  const alive = facts.filter(({ state }) => state !== "REVERSED");
  const status =
    alive.length === 0
      ? "REVERSED"
      : alive.some(({ state }) => state === "PENDING")
        ? "PENDING"
        : "CONFIRMED";
  const goods = sum(facts.map(({ item }) => BigInt(item.amount)));
  const less = max(facts.map(({ order }) => BigInt(order.less)));
  const amount = goods > less ? goods - less : 0n;
  // Items that were cancelled in an order that goes on were given back.
  const dropped =
    alive.length === 0
      ? 0n
      : sum(facts.filter((f) => f.state === "REVERSED").map((f) => BigInt(f.item.amount)));
  const said = facts.flatMap(({ order }) => (order.refunded === null ? [] : [BigInt(order.refunded)]));
  const byItem = sum(
    facts
      .filter((f) => f.state !== "REVERSED" || alive.length === 0)
      .map((f) => abs(BigInt(f.item.refunded))),
  );
  const refunded = dropped + (said.length > 0 ? worthOfRefund(max(said.map(abs)), goods, facts) : byItem);
  if (new Set(facts.map(({ channel }) => channel)).size > 1) throw new RowRefusal(null, "mixedChannels");
  const amountRupiah = wholeRupiah(amount);
  const refundedRupiah = wholeRupiah(refunded);
  return {
    orderId: first.fact.orderId,
    channel: first.fact.channel,
    status,
    amountRupiah,
    refundedRupiah: refundedRupiah > amountRupiah ? amountRupiah : refundedRupiah,
    occurredAt: new Date(first.fact.orderedAt),
    items: roundedItems(facts),
    links: unique(facts.flatMap(({ links }) => links)),
    clickIds: unique(facts.flatMap(({ clickId }) => clickId ?? [])),
    coupon: facts.find(({ coupon }) => coupon)?.coupon ?? null,
    handles: uniqueHandles(facts),
    contentIds: unique(facts.flatMap(({ contentId }) => contentId ?? [])),
    clickedAt: latest(facts.flatMap(({ clickedAt }) => clickedAt ?? [])),
    buyer: facts.find(({ buyer }) => buyer)?.buyer ?? null,
    firstRow: first.row,
    repeated,
  };
}

/** What a refund of the order takes off its goods: told in what the buyer paid, it goes for the same part of them. */
function worthOfRefund(refund: bigint, goods: bigint, facts: readonly StoredOrderRow[]): bigint {
  const paid = facts.map(({ item }) => (item.paid ? BigInt(item.paid) : null));
  if (paid.includes(null)) return refund;
  const whole = sum(paid.flatMap((part) => part ?? []));
  if (whole <= 0n) return refund;
  return refund >= whole ? goods : (refund * goods) / whole;
}

function lastOfEachLine(rows: readonly NumberedRow[]) {
  const states = new Map(rows.map(({ fact }) => [fact.item.key, fact.state]));
  const last = new Map<string, NumberedRow>();
  const byItem = new Map<string, NumberedRow>();
  for (const each of rows) {
    byItem.set(each.fact.item.key, each);
    if (each.fact.state === states.get(each.fact.item.key)) last.set(lineOf(each.fact), each);
  }
  const repeated: MergedOrder["repeated"] = [];
  for (const { row, fact } of rows) {
    const winner = last.get(lineOf(fact)) ?? byItem.get(fact.item.key);
    if (!winner || winner.row === row) continue;
    repeated.push({ row, by: winner.row, same: JSON.stringify(winner.fact) === JSON.stringify(fact) });
  }
  return { kept: [...last.values()].sort((a, b) => a.row - b.row), repeated };
}

const lineOf = ({ item }: StoredOrderRow) => [item.key, item.quantity, item.amount].join("|");

/** Whole rupiah each, so that their sum is the rounded sum: each takes the rest of the one before along. */
function roundedItems(facts: StoredOrderRow[]): MergedOrder["items"] {
  let exact = 0n;
  let given = 0n;
  const lines = new Map<string, number>();
  return facts.map(({ item }) => {
    const line = (lines.get(item.key) ?? 0) + 1;
    lines.set(item.key, line);
    exact += BigInt(item.amount);
    const amountRupiah = wholeRupiah(exact) - given;
    given += amountRupiah;
    const key = line === 1 ? item.key : `${item.key}#${line}`;
    return { key, name: item.name, sku: item.sku, quantity: item.quantity, amountRupiah };
  });
}

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const max = (amounts: bigint[]) => amounts.reduce((most, amount) => (amount > most ? amount : most), 0n);
const abs = (amount: bigint) => (amount < 0n ? -amount : amount);
const unique = (texts: string[]) => [...new Set(texts)];

function uniqueHandles(facts: StoredOrderRow[]): MergedOrder["handles"] {
  const handles = facts.flatMap(({ handle }) => handle ?? []);
  return [
    ...new Map(
      handles.map((handle) => [`${handle.network}:${handle.username.toLowerCase()}`, handle]),
    ).values(),
  ];
}

function latest(times: string[]): Date | null {
  const last = times.sort().at(-1);
  return last ? new Date(last) : null;
}
