import type { Ctx } from "~/platform/context.server";
import { summarise, summarySelect } from "../internal/deliverable-summary.server";

/** More than this many open pieces of one influencer are not looked at. */
const MOST = 200;

/**
 * What the signed-in influencer has to do next, the most urgent first: drafts to make, drafts to revise, approved
 * content to post. Empty for a person without an influencer's profile.
 * @throws AppError `forbidden` for other roles.
 */
export async function openDeliverablesOfCreator(ctx: Ctx, input: { limit?: number } = {}) {
  ctx.authorize("content.submit");
  const creatorId = ctx.actor.kind === "user" ? ctx.actor.creatorId : null;
  if (!creatorId) return [];
  const rows = await ctx.db.deliverable.findMany({
    where: {
      status: { in: ["AWAITING_DRAFT", "REVISION_REQUESTED", "APPROVED"] },
      claim: { creatorId, status: "ACCEPTED" },
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      ...summarySelect,
      claim: {
        select: {
          campaign: { select: { title: true, institution: { select: { name: true, timeZone: true } } } },
        },
      },
    },
  });
  const now = ctx.clock.now();
  return rows
    .map((row) => ({
      ...summarise(row, now, "ACCEPTED"),
      campaignTitle: row.claim.campaign.title,
      institutionName: row.claim.campaign.institution.name,
      timeZone: row.claim.campaign.institution.timeZone,
    }))
    .sort((a, b) => (a.turn?.until.getTime() ?? 0) - (b.turn?.until.getTime() ?? 0))
    .slice(0, input.limit ?? 5);
}

export type OpenDeliverable = Awaited<ReturnType<typeof openDeliverablesOfCreator>>[number];
