import { type Period, presetPeriod } from "~/kernel/period";
import type { Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import type { Figures } from "../figures";
import type { ReportScope } from "../report-scope";
import { reportTotals } from "./report-totals.server";

export type ProductResults = { totals: Figures; period: Period };

/** What the links of a product brought in the last 28 days; null for a reader who may not see the reports. */
export async function productResults(
  ctx: Ctx,
  input: { institution: { id: string; regionId: string; timeZone: Zone }; productId: string },
): Promise<ProductResults | null> {
  const { id: institutionId, regionId, timeZone } = input.institution;
  if (!ctx.can("report.institution", { institutionId, regionId })) return null;
  const scope: ReportScope = { kind: "institution", institutionId, regionId };
  const period = presetPeriod("28d", ctx.clock.now(), timeZone);
  const totals = await reportTotals(ctx, { scope, narrow: { productId: input.productId }, period });
  return { totals, period };
}
