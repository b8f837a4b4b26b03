import type { StoredFigureRow } from "./figure-rows";
import type { StoredOrderRow } from "./order-rows";
import type { RowRefusal } from "./row-reader";

export type Refusal = { column: string | null; reason: string; params: Record<string, string | number> };

/**
 * A row of the file: what it says, why it is not taken, or why it is passed over. `key` is the order's number or the
 * figure's key; of a refused row it says which order is refused with it.
 */
export type ReadRow = { row: number; key: string | null } & (
  | { kind: "order"; fact: StoredOrderRow }
  | { kind: "figure"; fact: StoredFigureRow }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "skipped"; reason: string }
);

export function refusedRow(row: number, key: string | null, { column, reason, params }: RowRefusal): ReadRow {
  return { row, key, kind: "refused", refusal: { column, reason, params } };
}
