import type { Period } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import type { DashboardSearch } from "../dashboard-search";
import { flagshipCoverage } from "./flagship-coverage.server";
import { mapPoints } from "./map-points.server";
import { reportDashboard } from "./report-dashboard.server";

/** The dashboard of the whole country. @throws AppError `forbidden` for whoever may not see all of it. */
export async function nationalDashboard(ctx: Ctx, input: { period: Period; search: DashboardSearch }) {
  const scope = { kind: "nation" } as const;
  const { period, search } = input;
  const [board, points, coverage] = await Promise.all([
    reportDashboard(ctx, { scope, period, search }),
    mapPoints(ctx, { scope, period, narrow: search.narrow }),
    flagshipCoverage(ctx, scope),
  ]);
  return { board, points, coverage };
}
