import type { Period } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import type { DashboardSearch } from "../dashboard-search";
import { ownReportScope } from "../own-scope.server";
import { creatorDue } from "./creator-due.server";
import { reportDashboard } from "./report-dashboard.server";

/** The dashboard of the influencer who asks. @throws AppError `forbidden` for an actor without a profile. */
export async function creatorDashboard(ctx: Ctx, input: { period: Period; search: DashboardSearch }) {
  const scope = ownReportScope(ctx);
  const [board, due, links, creator] = await Promise.all([
    reportDashboard(ctx, { scope, ...input }),
    creatorDue(ctx, scope.creatorId),
    ctx.db.referralLink.count({ where: { creatorId: scope.creatorId } }),
    ctx.db.creator.findUniqueOrThrow({ where: { id: scope.creatorId }, select: { displayName: true } }),
  ]);
  return { board, due, hasLinks: links > 0, name: creator.displayName };
}
