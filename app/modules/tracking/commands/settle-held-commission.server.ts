import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { markHeld, writeHoldLines } from "../internal/commission-holds.server";
import { lockOrders, OrderDesk } from "../internal/order-desk.server";
import { loadOrders } from "../internal/order-record.server";

export type SettleHeldCommissionInput = {
  institution: { id: string; regionId: string };
  /** As it was held. */
  reference: string;
  /** `RELEASED`: it is the influencer's (again). `VOIDED`: it is taken back. */
  to: "RELEASED" | "VOIDED";
  reason: string;
};

/**
 * Settles every commission that was held under a reference. Taking it back writes a negative ledger line, releasing
 * what had been taken back a positive one; each with the reason, which the influencer reads. It may be settled again
 * the other way: the ledger keeps both.
 * @returns how many orders changed
 * @throws AppError `forbidden`
 */
export async function settleHeldCommission(ctx: Ctx, input: SettleHeldCommissionInput): Promise<number> {
  const { institution, reference, to, reason } = input;
  const institutionId = institution.id;
  ctx.authorize("fraud.decide", { institutionId, regionId: institution.regionId });
  return inTransaction(ctx, async (tx, inner) => {
    await lockOrders(tx, institutionId);
    const holds = await tx.commissionHold.findMany({
      where: { reference, state: { not: to }, conversion: { institutionId } },
      select: { conversionId: true, claimId: true, state: true },
    });
    if (holds.length === 0) return 0;
    await tx.commissionHold.updateMany({
      where: { reference, state: { not: to }, conversion: { institutionId } },
      data: { state: to, settledAt: ctx.clock.now(), reason },
    });
    const conversionIds = [...new Set(holds.map((hold) => hold.conversionId))];
    await markHeld(tx, conversionIds);
    const waited = holds.filter(({ state }) => state === "HELD");
    for (const claimId of to === "RELEASED" ? new Set(waited.map((hold) => hold.claimId)) : []) {
      const ids = waited.flatMap((hold) => (hold.claimId === claimId ? hold.conversionId : []));
      await writeHoldLines(inner, tx, { conversionIds: ids, claimId, cause: "RELEASE", reason });
    }
    const worth = to === "VOIDED" || waited.length < holds.length;
    if (worth) {
      const desk = new OrderDesk(tx, institutionId);
      const records = await loadOrders(tx, { institutionId, id: { in: conversionIds } });
      await desk.take(records);
      desk.settle(records, { cause: to === "VOIDED" ? "VOID" : "RELEASE", reason });
      await desk.commit(inner);
    }
    return conversionIds.length;
  });
}
