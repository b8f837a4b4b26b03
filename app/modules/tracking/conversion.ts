import type { Rupiah } from "~/kernel/rupiah";
import type { ConversionStatus } from "./order-report";

/** Where an order's state may go. It never goes back: a correction is a new line, not another past. */
const NEXT: Record<ConversionStatus, readonly ConversionStatus[]> = {
  PENDING: ["CONFIRMED", "REVERSED"],
  CONFIRMED: ["REVERSED"],
  REVERSED: [],
};

export type Move = "same" | "forward" | "refused";

/** What it means when an order in one state is reported in another. */
export function moveOf(from: ConversionStatus, to: ConversionStatus): Move {
  if (from === to) return "same";
  return NEXT[from].includes(to) ? "forward" : "refused";
}

/** What a ledger line holds, signed: all lines of an order add up to what it is worth now. */
export type LineAmounts = { amountRupiah: Rupiah; commissionRupiah: Rupiah };

/** What a ledger line adds to the hour of its order. */
export type RollupDelta = {
  count: number;
  confirmed: number;
  reversed: number;
  valueRupiah: Rupiah;
  commissionRupiah: Rupiah;
};

const counts = (status: ConversionStatus | null) => (status === "PENDING" || status === "CONFIRMED" ? 1 : 0);
const is = (status: ConversionStatus | null, wanted: ConversionStatus) => (status === wanted ? 1 : 0);

/**
 * The ledger line for a change of state. An order is worth its amount while it is pending or confirmed, and nothing
 * when it is reversed.
 * @param from null for an order that is new
 */
export function lineFor(
  from: ConversionStatus | null,
  to: ConversionStatus,
  order: LineAmounts,
): LineAmounts {
  const factor = BigInt(counts(to) - counts(from));
  return {
    amountRupiah: order.amountRupiah * factor,
    commissionRupiah: order.commissionRupiah * factor,
  };
}

/** The change of the rollup that goes with {@link lineFor}'s line. */
export function deltaFor(
  from: ConversionStatus | null,
  to: ConversionStatus,
  order: LineAmounts,
): RollupDelta {
  const line = lineFor(from, to, order);
  return {
    count: counts(to) - counts(from),
    confirmed: is(to, "CONFIRMED") - is(from, "CONFIRMED"),
    reversed: is(to, "REVERSED") - is(from, "REVERSED"),
    valueRupiah: line.amountRupiah,
    commissionRupiah: line.commissionRupiah,
  };
}
