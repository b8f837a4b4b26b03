import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { markHeld, writeHoldLines } from "../internal/commission-holds.server";
import { lockOrders } from "../internal/order-desk.server";

export type HoldCommissionInput = {
  institution: { id: string; regionId: string };
  claimId: string;
  conversionIds: readonly string[];
  /** Whoever holds it, to settle it later. */
  reference: string;
  /** For the ledger, read by the influencer. */
  reason: string;
};

/**
 * Lets a claim's commission on orders wait for an officer. Figures stay as they are; each order gets a ledger line of
 * zero that says why. What waits already, or was taken back, is left alone; what was released waits anew.
 * @returns the ids of the orders whose commission was not waiting before
 * @throws AppError `forbidden`
 */
export async function holdCommission(ctx: Ctx, input: HoldCommissionInput): Promise<string[]> {
  const { institution, claimId, reference, reason } = input;
  ctx.authorize("fraud.decide", { institutionId: institution.id, regionId: institution.regionId });
  if (input.conversionIds.length === 0) return [];
  return inTransaction(ctx, async (tx, inner) => {
    await lockOrders(tx, institution.id);
    const ids = [...input.conversionIds];
    const held = await tx.$queryRaw<{ conversion_id: string }[]>`
      INSERT INTO commission_hold (conversion_id, claim_id, state, reference, reason, held_at)
      SELECT credit.conversion_id, credit.claim_id, 'HELD', ${reference}::text, ${reason}::text,
        ${ctx.clock.now()}::timestamptz
      FROM conversion_credit credit JOIN conversion ON conversion.id = credit.conversion_id
      WHERE credit.claim_id = ${claimId}::uuid AND credit.share > 0
        AND credit.conversion_id = ANY(${ids}::uuid[]) AND conversion.institution_id = ${institution.id}::uuid
      ORDER BY credit.conversion_id
      ON CONFLICT (conversion_id, claim_id) DO UPDATE SET state = 'HELD', reference = excluded.reference,
        reason = excluded.reason, held_at = excluded.held_at, settled_at = NULL
      WHERE commission_hold.state = 'RELEASED' AND commission_hold.reference <> excluded.reference
      RETURNING conversion_id`;
    const conversionIds = held.map((row) => row.conversion_id);
    await markHeld(tx, conversionIds);
    await writeHoldLines(inner, tx, { conversionIds, claimId, cause: "HOLD", reason });
    return conversionIds;
  });
}
