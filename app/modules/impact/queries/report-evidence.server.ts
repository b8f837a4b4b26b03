import { z } from "zod";
import { type Period, periodBounds } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { EVIDENCE_GRADES, type EvidenceFigures } from "../figures";
import { count } from "../internal/facts.server";
import { conversionConditions, reportFilter } from "../internal/report-filter.server";
import type { ReportNarrowing, ReportScope } from "../report-scope";

const rows = z.array(
  z.object({
    grade: z.enum(EVIDENCE_GRADES),
    conversions: count,
    confirmed: count,
    value_rupiah: count,
    unattributed: count,
  }),
);

/**
 * Conversions of a scope by how they are known. All three grades come back; a grade that nobody reported is missing,
 * not zero.
 * @throws AppError `forbidden` outside the actor's scope.
 */
export async function reportEvidence(
  ctx: Ctx,
  input: { scope: ReportScope; narrow?: ReportNarrowing; period: Period },
): Promise<EvidenceFigures[]> {
  const filter = reportFilter(ctx, input.scope, input.narrow);
  const { start, end } = periodBounds(input.period);
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT c.evidence_grade::text AS grade, sum(c.count)::bigint AS conversions,
      sum(c.confirmed)::bigint AS confirmed, sum(c.value_rupiah)::bigint AS value_rupiah,
      COALESCE(sum(c.count) FILTER (WHERE c.link_id IS NULL), 0)::bigint AS unattributed
    FROM conversion_hourly c JOIN institution i ON i.id = c.institution_id
      LEFT JOIN referral_link l ON l.id = c.link_id
    WHERE c.hour >= ${start} AND c.hour < ${end} AND ${conversionConditions(filter)}
    GROUP BY c.evidence_grade`);
  const byGrade = new Map(rows.parse(found).map((row) => [row.grade, row]));
  return EVIDENCE_GRADES.map((grade) => {
    const row = byGrade.get(grade);
    return {
      grade,
      conversions: row?.conversions ?? null,
      confirmed: row?.confirmed ?? null,
      valueRupiah: row?.value_rupiah ?? null,
      unattributed: row?.unattributed ?? null,
    };
  });
}
