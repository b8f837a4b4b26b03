import { z } from "zod";
import type { OrderChange } from "~/modules/tracking/order-report";
import type { OrderState, Unit } from "./report";
import { MICRO, wholeRupiah } from "./values";

/**
 * What a row makes of what was known: of an order its status, worth and refund, of figures each value; only what
 * changes. Numbers are millionths as text; null: it was not known, or is not said any more.
 */
export const storedChange = z.array(
  z.object({
    field: z.string(),
    unit: z.enum(["STATUS", "RUPIAH", "COUNT", "RATIO", "NUMBER"]),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
);
export type StoredChange = z.infer<typeof storedChange>;

/** What changes of an order's face; null where it counted nowhere before, or nothing of it changes. */
export function orderChange(faces: OrderChange | null): StoredChange | null {
  if (!faces?.before) return null;
  const { before, after } = faces;
  const rupiah = (field: string, from: bigint, to: bigint) => ({
    ...{ field, unit: "RUPIAH" as const, from: String(from * MICRO), to: String(to * MICRO) },
  });
  const parts = [
    { field: "status", unit: "STATUS" as const, from: before.status, to: after.status },
    rupiah("amount", before.amountRupiah, after.amountRupiah),
    rupiah("refund", before.refundedRupiah, after.refundedRupiah),
  ].filter(({ from, to }) => from !== to);
  return parts.length > 0 ? parts : null;
}

type Value = { metric: string; unit: Unit; micro: string };

/** What changes of a row of figures. */
export function figureChange(before: readonly Value[], after: readonly Value[]): StoredChange {
  const was = new Map(before.map((value) => [value.metric, value]));
  const is = new Map(after.map((value) => [value.metric, value]));
  return [...new Map([...was, ...is]).values()].flatMap(({ metric, unit }) => {
    const from = was.get(metric)?.micro ?? null;
    const to = is.get(metric)?.micro ?? null;
    return from === to ? [] : [{ field: metric, unit, from, to }];
  });
}

/** A change as a page shows it; `label` is a message key. */
export type ChangeView = { label: string } & (
  | { unit: "STATUS"; from: OrderState | null; to: OrderState | null }
  | { unit: "RUPIAH"; from: bigint | null; to: bigint | null }
  | { unit: "COUNT" | "RATIO" | "NUMBER"; from: number | null; to: number | null }
);

const states = z.enum(["PENDING", "CONFIRMED", "REVERSED"]).nullable();

export function changeViews(json: unknown): ChangeView[] {
  return storedChange.parse(json ?? []).map(({ field, unit, from, to }): ChangeView => {
    if (unit === "STATUS") {
      return { label: `imports:change.${field}`, unit, from: states.parse(from), to: states.parse(to) };
    }
    if (unit === "RUPIAH") {
      const isOrder = field === "amount" || field === "refund";
      const label = isOrder ? `imports:change.${field}` : `imports:metric.${field}`;
      const rupiah = (micro: string | null) => (micro === null ? null : wholeRupiah(BigInt(micro)));
      return { label, unit, from: rupiah(from), to: rupiah(to) };
    }
    const number = (micro: string | null) => (micro === null ? null : Number(micro) / Number(MICRO));
    return { label: `imports:metric.${field}`, unit, from: number(from), to: number(to) };
  });
}
