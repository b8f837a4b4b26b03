import type { Ctx } from "~/platform/context.server";
import type { CampaignStatus } from "../campaign";
import { moveCampaign } from "../internal/move-campaign.server";

/**
 * Stops new claims for a while; accepted influencers go on, and their links stay open.
 * @throws AppError `forbidden`, `not_found`, `conflict` when its state does not allow it.
 */
export function pauseCampaign(ctx: Ctx, input: { campaignId: string }): Promise<{ status: CampaignStatus }> {
  return moveCampaign(ctx, input.campaignId, "pause");
}
