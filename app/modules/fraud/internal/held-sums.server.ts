import type { Ctx } from "~/platform/context.server";
import { holdReference } from "../fraud";

/** How many orders a case concerns, and the commission of theirs that waits now. */
export type HeldSum = { orders: number; heldRupiah: bigint };

export const NOTHING_HELD: HeldSum = { orders: 0, heldRupiah: 0n };

/** By case. */
export async function heldSums(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, HeldSum>> {
  if (caseIds.length === 0) return new Map();
  const references = new Map(caseIds.map((id) => [holdReference(id), id]));
  const rows = await ctx.db.$queryRaw<{ reference: string; orders: number; held: bigint }[]>`
    SELECT hold.reference, count(*)::int4 AS orders,
      coalesce(sum(credit.commission_rupiah) FILTER (WHERE hold.state = 'HELD'), 0)::int8 AS held
    FROM commission_hold hold
    LEFT JOIN conversion_credit credit USING (conversion_id, claim_id)
    WHERE hold.reference = ANY(${[...references.keys()]}::text[])
    GROUP BY 1`;
  return new Map(
    rows.map(({ reference, orders, held }) => [
      references.get(reference) ?? "",
      { orders, heldRupiah: held },
    ]),
  );
}
