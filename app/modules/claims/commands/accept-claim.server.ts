import { takeSlot } from "~/modules/campaigns/commands/take-slot.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { claimAccepted } from "../claims.jobs";
import { lockClaim } from "../internal/claim-row.server";
import { decideClaim } from "../internal/decide-claim.server";

/**
 * A Lapas accepts an application: the slot and the decision are one transaction, so that neither is ever there without
 * the other. Deliverables, link and coupon follow by job.
 * @throws AppError `forbidden`; `not_found`; `conflict` when it is decided or withdrawn already, or no slot is left.
 */
export async function acceptClaim(ctx: Ctx, input: { claimId: string }): Promise<void> {
  ctx.authorize("claim.decide");
  await inTransaction(ctx, async (tx, inner) => {
    const claim = await lockClaim(tx, input.claimId);
    inner.authorize("claim.decide", { institutionId: claim.institutionId, regionId: claim.regionId });
    await decideClaim(inner, tx, claim, "accept", null);
    await takeSlot(inner, { campaignId: claim.campaignId });
    await enqueue(tx, claimAccepted, { claimId: claim.id });
  });
}
