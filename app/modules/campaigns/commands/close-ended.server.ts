import type { Ctx } from "~/platform/context.server";
import { runsUntil } from "../campaign";
import { moveCampaign } from "../internal/move-campaign.server";
import { storedBrief } from "../stored-brief";

/** How many campaigns one run looks at; the next run takes the others. */
const BATCH = 200;

/**
 * Closes campaigns that have run their course (see `runsUntil`). One on which applications still wait is left alone:
 * people are owed an answer first.
 */
export async function closeEnded(ctx: Ctx): Promise<{ closed: number }> {
  const now = ctx.clock.now();
  const over = await ctx.db.campaign.findMany({
    where: {
      status: { in: ["PUBLISHED", "PAUSED"] },
      closesAt: { lt: now },
      claims: { none: { status: "APPLIED" } },
    },
    orderBy: { closesAt: "asc" },
    take: BATCH,
    select: { id: true, currentRevision: { select: { brief: true } } },
  });
  let closed = 0;
  for (const campaign of over) {
    if (!campaign.currentRevision || runsUntil(storedBrief(campaign.currentRevision.brief)) > now) continue;
    await moveCampaign(ctx, campaign.id, "close");
    closed += 1;
  }
  return { closed };
}
