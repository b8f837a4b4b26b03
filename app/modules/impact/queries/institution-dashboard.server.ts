import type { Period } from "~/kernel/period";
import type { Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import type { DashboardSearch } from "../dashboard-search";
import { institutionTodo } from "./institution-todo.server";
import { reportDashboard } from "./report-dashboard.server";

/** The dashboard of an institution. @throws AppError `forbidden` outside the actor's scope. */
export async function institutionDashboard(
  ctx: Ctx,
  input: {
    institution: { id: string; regionId: string; timeZone: Zone };
    period: Period;
    search: DashboardSearch;
  },
) {
  const { institution, period, search } = input;
  const { id: institutionId, regionId } = institution;
  const scope = { kind: "institution", institutionId, regionId } as const;
  const [board, todo, region] = await Promise.all([
    reportDashboard(ctx, { scope, period, search }),
    institutionTodo(ctx, institution),
    ctx.db.region.findUniqueOrThrow({ where: { id: regionId }, select: { name: true } }),
  ]);
  const may = {
    editCampaigns: ctx.can("campaign.edit", { institutionId, regionId }),
    recordSales: ctx.can("conversion.record", { institutionId, regionId }),
  };
  return { board, todo, regionName: region.name, may };
}
