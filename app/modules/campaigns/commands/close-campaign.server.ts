import type { Ctx } from "~/platform/context.server";
import type { CampaignStatus } from "../campaign";
import { moveCampaign } from "../internal/move-campaign.server";

/**
 * Ends a campaign: no further claims, and its links lead to a page that says so.
 * @throws AppError `forbidden`, `not_found`, `conflict` when its state does not allow it.
 */
export function closeCampaign(ctx: Ctx, input: { campaignId: string }): Promise<{ status: CampaignStatus }> {
  return moveCampaign(ctx, input.campaignId, "close");
}
