import { z } from "zod";
import { type Period, periodBounds } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { linkConditions, reportFilter } from "../internal/report-filter.server";
import type { ReportNarrowing, ReportScope } from "../report-scope";

/** The last of the runs that judged clicks of a report anew. */
export type ReportRecount = { rulesVersion: number; at: Date; mayOpen: boolean; id: string };

const rows = z.array(z.object({ id: z.string(), rules_version: z.number(), started_at: z.date() }));

/**
 * Whether clicks that a report shows were given other verdicts since they came: a reader who compares with figures
 * noted down earlier must not puzzle. Null where none were.
 */
export async function reportRecounts(
  ctx: Ctx,
  input: { scope: ReportScope; narrow: ReportNarrowing; period: Period },
): Promise<ReportRecount | null> {
  const filter = reportFilter(ctx, input.scope, input.narrow);
  const { start, end } = periodBounds(input.period);
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT r.id::text AS id, r.rules_version, r.started_at FROM reclassification r
    WHERE r.since < ${end} AND r.until > ${start} AND EXISTS (
      SELECT FROM reclassification_change c JOIN referral_link l ON l.id = c.link_id
      WHERE c.reclassification_id = r.id AND c.hour >= ${start} AND c.hour < ${end} AND ${linkConditions(filter)})
    ORDER BY r.id DESC LIMIT 1`);
  const last = rows.parse(found)[0];
  if (!last) return null;
  return {
    ...{ id: last.id, rulesVersion: last.rules_version, at: last.started_at },
    mayOpen: ctx.can("report.nation"),
  };
}
