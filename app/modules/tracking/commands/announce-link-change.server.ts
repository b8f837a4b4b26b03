import type { Ctx } from "~/platform/context.server";
import { LINK_CHANNEL } from "../link-channel";

/**
 * Tells every web process that the links of a campaign (it was paused, resumed, closed) or of an influencer (another
 * handle or affiliate id) are to be read again. Nothing is written; doing it twice costs a second look.
 */
export async function announceLinkChange(
  ctx: Ctx,
  input: { campaignId: string } | { creatorId: string },
): Promise<void> {
  const whose = "campaignId" in input ? `campaign:${input.campaignId}` : `creator:${input.creatorId}`;
  await ctx.db.$executeRaw`SELECT pg_notify(${LINK_CHANNEL}, ${whose})`;
}
