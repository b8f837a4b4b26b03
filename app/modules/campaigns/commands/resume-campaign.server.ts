import type { Ctx } from "~/platform/context.server";
import type { CampaignStatus } from "../campaign";
import { moveCampaign } from "../internal/move-campaign.server";

/**
 * Takes claims again.
 * @throws AppError `forbidden`, `not_found`, `conflict` when its state does not allow it.
 */
export function resumeCampaign(ctx: Ctx, input: { campaignId: string }): Promise<{ status: CampaignStatus }> {
  return moveCampaign(ctx, input.campaignId, "resume");
}
