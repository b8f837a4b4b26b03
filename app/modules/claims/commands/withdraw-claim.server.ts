import { AppError } from "~/kernel/app-error";
import { releaseSlot } from "~/modules/campaigns/commands/release-slot.server";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { freesSlot, moved } from "../claim";
import { WITHDRAWAL_REASON_MIN, withdrawSchema } from "../claim.schemas";
import { claimWithdrawn } from "../claims.jobs";
import { lockClaim } from "../internal/claim-row.server";

export type WithdrawClaimInput = { claimId: string; reason?: string | undefined };

/**
 * An influencer withdraws. Before the decision no reason is needed and a new application stays possible; after the
 * acceptance the Lapas is owed one, and the slot comes free unless content was approved already (that slot has done
 * its work).
 * @throws AppError `forbidden`; `not_found`; `conflict` when the claim is over; `invalid` (at `reason`) without one
 * where it is owed.
 */
export async function withdrawClaim(ctx: Ctx, input: WithdrawClaimInput): Promise<{ slotFreed: boolean }> {
  ctx.authorize("claim.own");
  const { reason } = withdrawSchema.parse({ reason: input.reason });
  return inTransaction(ctx, async (tx, inner) => {
    const claim = await lockClaim(tx, input.claimId);
    inner.authorize("claim.own", { creatorId: claim.creatorId });
    const status = moved(claim.status, "withdraw");
    if (!status) {
      throw new AppError("conflict", `claim ${claim.id} is ${claim.status}: cannot be withdrawn`, {
        message: { key: "claims:error.notWithdrawable" },
      });
    }
    if (claim.status === "ACCEPTED" && reason.length < WITHDRAWAL_REASON_MIN) {
      throw new AppError("invalid", "a withdrawal after acceptance needs a reason", {
        fields: { reason: [{ key: "claims:error.reason" }] },
      });
    }
    await tx.claim.updateMany({
      where: { id: claim.id, status: claim.status },
      data: { status, decisionReason: reason || null },
    });
    const slotFreed = freesSlot(claim);
    if (slotFreed) await releaseSlot(inner, { campaignId: claim.campaignId });
    await audit(tx, inner, {
      action: "claim.withdrawn",
      entity: "claim",
      entityId: claim.id,
      institutionId: claim.institutionId,
      data: { from: claim.status, slotFreed },
    });
    if (claim.status === "ACCEPTED") await enqueue(tx, claimWithdrawn, { claimId: claim.id });
    return { slotFreed };
  });
}
