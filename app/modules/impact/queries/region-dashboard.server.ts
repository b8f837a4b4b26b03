import type { Period } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import type { DashboardSearch } from "../dashboard-search";
import { flagshipCoverage } from "./flagship-coverage.server";
import { mapPoints } from "./map-points.server";
import { reportDashboard } from "./report-dashboard.server";
import type { ReportRegion } from "./report-region.server";

/** The dashboard of a Kanwil. @throws AppError `forbidden` outside the actor's scope. */
export async function regionDashboard(
  ctx: Ctx,
  input: { region: ReportRegion; period: Period; search: DashboardSearch },
) {
  const scope = { kind: "region", regionId: input.region.id } as const;
  const { period, search } = input;
  const [board, points, coverage] = await Promise.all([
    reportDashboard(ctx, { scope, period, search }),
    mapPoints(ctx, { scope, period, narrow: search.narrow }),
    flagshipCoverage(ctx, scope),
  ]);
  return { board, points, coverage, mayGoUp: ctx.can("report.nation") };
}
