import { closeCampaign } from "~/modules/campaigns/commands/close-campaign.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { rejectClaim } from "./reject-claim.server";

/**
 * Closes a campaign and answers everybody who still waits, in one transaction: no application is left without an end.
 * @param input.reason what those who waited are told
 * @returns how many were waiting.
 * @throws AppError `forbidden`; `not_found`; `conflict` when the campaign cannot be closed.
 */
export async function endCampaign(
  ctx: Ctx,
  input: { campaignId: string; reason: string },
): Promise<{ answered: number }> {
  ctx.authorize("campaign.publish");
  return inTransaction(ctx, async (tx, inner) => {
    const waiting = await tx.claim.findMany({
      where: { campaignId: input.campaignId, status: "APPLIED" },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    for (const claim of waiting) await rejectClaim(inner, { claimId: claim.id, reason: input.reason });
    await closeCampaign(inner, { campaignId: input.campaignId });
    return { answered: waiting.length };
  });
}
