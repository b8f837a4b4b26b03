import { type ReadinessGap, readinessGaps } from "~/modules/creators/creator";
import type { Ctx } from "~/platform/context.server";
import { type ClaimStatus, mayReapply } from "../claim";

/** What the brief's page offers its reader. */
export type ClaimOffer = {
  /** False for officers and others who only read. */
  mayClaim: boolean;
  gaps: ReadinessGap[];
  claim: { id: string; status: ClaimStatus; mayReapply: boolean } | null;
};

/** Whether the reader may claim this campaign, what is missing for it, and the claim that there is already. */
export async function claimOffer(ctx: Ctx, input: { campaignId: string }): Promise<ClaimOffer> {
  const creatorId = ctx.actor.kind === "user" ? ctx.actor.creatorId : null;
  if (creatorId === null || !ctx.can("claim.create", { creatorId })) {
    return { mayClaim: false, gaps: [], claim: null };
  }
  const [claim, socialAccountCount] = await Promise.all([
    ctx.db.claim.findUnique({
      where: { campaignId_creatorId: { campaignId: input.campaignId, creatorId } },
      select: { id: true, status: true, decidedAt: true },
    }),
    ctx.db.socialAccount.count({ where: { creatorId } }),
  ]);
  return {
    mayClaim: true,
    gaps: readinessGaps({ socialAccountCount }),
    claim: claim ? { id: claim.id, status: claim.status, mayReapply: mayReapply(claim) } : null,
  };
}
