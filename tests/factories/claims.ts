import { acceptClaim } from "~/modules/claims/commands/accept-claim.server";
import { applyToCampaign } from "~/modules/claims/commands/apply-to-campaign.server";
import type { Ctx } from "~/platform/context.server";
import type { Influencer } from "./creators";

const MESSAGE = "Pengikut saya sering bertanya tentang camilan buatan tangan dari kota kami.";

/** An application that waits for a decision. */
export async function aClaim(
  influencer: Influencer,
  campaignId: string,
  message: string = MESSAGE,
): Promise<{ claimId: string }> {
  return applyToCampaign(influencer.ctx, { campaignId, message });
}

/** An accepted claim; its deliverables and its link come by job, which the caller runs or does not. */
export async function anAcceptedClaim(
  officer: Ctx,
  influencer: Influencer,
  campaignId: string,
): Promise<{ claimId: string }> {
  const claim = await aClaim(influencer, campaignId);
  await acceptClaim(officer, claim);
  return claim;
}
