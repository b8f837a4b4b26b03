import { z } from "zod";
import type { Period } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import { AUDIENCE_DIMENSIONS, type Audience, type AudienceDimension, topRows } from "../audience";
import { count } from "../internal/facts.server";
import { reportFilter } from "../internal/report-filter.server";
import { traitsSql } from "../internal/uniques.server";
import type { ReportNarrowing, ReportScope } from "../report-scope";

const rows = z.array(z.object({ dimension: z.string(), value: z.string(), raw: count, human: count }));

/**
 * With what and from where people came, and why other clicks were not counted as people. From the daily rollups; days
 * are those of the links' institutions.
 * @throws AppError `forbidden` outside the actor's scope.
 */
export async function reportAudience(
  ctx: Ctx,
  input: { scope: ReportScope; narrow?: ReportNarrowing; period: Period },
): Promise<Audience> {
  const filter = reportFilter(ctx, input.scope, input.narrow);
  const found = rows.parse(await ctx.db.$queryRaw(traitsSql(filter, input.period)));
  const of = (dimension: string) => found.filter((row) => row.dimension === dimension);
  const byDimension = Object.fromEntries(
    AUDIENCE_DIMENSIONS.map((dimension) => [dimension, topRows(of(dimension))]),
  ) as Record<AudienceDimension, ReturnType<typeof topRows>>;
  const uncounted = of("REASON")
    .map(({ value, raw, human }) => ({ reason: value, raw: raw - human }))
    .filter(({ raw }) => raw > 0)
    .sort((a, b) => b.raw - a.raw);
  return { byDimension, uncounted };
}
