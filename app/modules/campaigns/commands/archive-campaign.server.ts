import type { Ctx } from "~/platform/context.server";
import type { CampaignStatus } from "../campaign";
import { moveCampaign } from "../internal/move-campaign.server";

/**
 * Puts a closed campaign away; it leaves the lists that people work with.
 * @throws AppError `forbidden`, `not_found`, `conflict` when its state does not allow it.
 */
export function archiveCampaign(
  ctx: Ctx,
  input: { campaignId: string },
): Promise<{ status: CampaignStatus }> {
  return moveCampaign(ctx, input.campaignId, "archive");
}
