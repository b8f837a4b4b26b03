import type { Ctx } from "~/platform/context.server";
import { LINK_CHANNEL } from "../link-channel";

/**
 * Tells every web process that a campaign's links are to be read again: it was paused, resumed, closed. Nothing is
 * written; doing it twice costs a second look.
 */
export async function announceLinkChange(ctx: Ctx, input: { campaignId: string }): Promise<void> {
  await ctx.db.$executeRaw`SELECT pg_notify(${LINK_CHANNEL}, ${`campaign:${input.campaignId}`})`;
}
