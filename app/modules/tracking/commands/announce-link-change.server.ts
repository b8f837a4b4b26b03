import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";

/**
 * Tells every web process that the links of a campaign (it was paused, resumed, closed) or of an influencer (another
 * handle or affiliate id) are to be read again. They were told when the change was committed; the job that runs this is a net
 * under it. Nothing is written; doing it twice costs a second look.
 */
export async function announceLinkChange(
  ctx: Ctx,
  input: { campaignId: string } | { creatorId: string },
): Promise<void> {
  if ("campaignId" in input) await announceChange(ctx.db, "campaign", input.campaignId);
  else await announceChange(ctx.db, "creator", input.creatorId);
}
