import { z } from "zod";
import { type Period, periodDays } from "~/kernel/period";
import { type Day, localDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { type DayFigures, NO_FIGURES } from "../figures";
import { FIGURE_SUMS, factsSql, figureColumns, figuresOf } from "../internal/facts.server";
import { linkConditions, type ReportFilter, reportFilter } from "../internal/report-filter.server";
import type { ReportNarrowing, ReportScope } from "../report-scope";

const dayRows = z.array(z.object({ day: z.string(), ...figureColumns }));
const firstRows = z.array(z.object({ first: z.date().nullable() }));

/**
 * The figures of a scope by local day of the period's zone, every day included. A day on which a link stood but nobody
 * clicked is zero; a day before the first link, and one that has not come yet, is missing.
 * @throws AppError `forbidden` outside the actor's scope.
 */
export async function reportSeries(
  ctx: Ctx,
  input: { scope: ReportScope; narrow?: ReportNarrowing; period: Period },
): Promise<DayFigures[]> {
  const filter = reportFilter(ctx, input.scope, input.narrow);
  const [found, first] = await Promise.all([
    ctx.db.$queryRaw(Prisma.sql`
      SELECT to_char(day, 'YYYY-MM-DD') AS day, ${FIGURE_SUMS}
      FROM (${factsSql(filter, input.period)}) facts GROUP BY facts.day`),
    firstLinkDay(ctx, filter, input.period),
  ]);
  const byDay = new Map(dayRows.parse(found).map((row) => [row.day, figuresOf(row)]));
  const today = localDay(ctx.clock.now(), input.period.zone);
  return periodDays(input.period).map((day) => {
    const figures = byDay.get(day) ?? NO_FIGURES;
    if (first === null || day < first || day > today) return { day, ...figures };
    return {
      day,
      ...figures,
      raw: figures.raw ?? 0,
      human: figures.human ?? 0,
      bot: figures.bot ?? 0,
      preview: figures.preview ?? 0,
      unique: figures.unique ?? 0,
    };
  });
}

async function firstLinkDay(ctx: Ctx, filter: ReportFilter, period: Period): Promise<Day | null> {
  const found = await ctx.db.$queryRaw(
    Prisma.sql`SELECT min(l.created_at) AS first FROM referral_link l WHERE ${linkConditions(filter)}`,
  );
  const first = firstRows.parse(found)[0]?.first;
  return first ? localDay(first, period.zone) : null;
}
