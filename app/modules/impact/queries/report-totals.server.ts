import { z } from "zod";
import type { Period } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { type Figures, NO_FIGURES } from "../figures";
import { FIGURE_SUMS, factsSql, figureColumns, figuresOf, standingLinksSql } from "../internal/facts.server";
import { reportFilter } from "../internal/report-filter.server";
import type { ReportNarrowing, ReportScope } from "../report-scope";

const rows = z.array(z.object(figureColumns));

/** The figures of a scope over a period. @throws AppError `forbidden` outside the actor's scope. */
export async function reportTotals(
  ctx: Ctx,
  input: { scope: ReportScope; narrow?: ReportNarrowing; period: Period },
): Promise<Figures> {
  const filter = reportFilter(ctx, input.scope, input.narrow);
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT ${FIGURE_SUMS}
    FROM (${factsSql(filter, input.period)} UNION ALL ${standingLinksSql(filter, input.period)}) facts`);
  const [row] = rows.parse(found);
  return row ? figuresOf(row) : NO_FIGURES;
}
