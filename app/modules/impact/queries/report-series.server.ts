import { z } from "zod";
import { type Period, periodDays } from "~/kernel/period";
import { type Day, localDay } from "~/kernel/time";
import { CHANNELS } from "~/modules/products/listings";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { type DayFigures, type Figures, NO_FIGURES } from "../figures";
import { FIGURE_SUMS, factsSql, figureColumns, figuresOf, LANDS } from "../internal/facts.server";
import { linkConditions, type ReportFilter, reportFilter } from "../internal/report-filter.server";
import type { ReportNarrowing, ReportScope } from "../report-scope";

const dayRows = z.array(z.object({ day: z.string(), ...figureColumns }));
const firstRows = z.array(z.object({ first: z.date().nullable(), landing: z.date().nullable() }));

/**
 * The figures of a scope by local day of the period's zone, every day included. A day on which a link stood but nobody
 * clicked is zero; a day before the first link, and one that has not come yet, is missing. Steps on to a shop are zero
 * only where a link stood that leads to the product's page.
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
    firstLinkDays(ctx, filter, input.period),
  ]);
  const byDay = new Map(dayRows.parse(found).map((row) => [row.day, figuresOf(row)]));
  const today = localDay(ctx.clock.now(), input.period.zone);
  return periodDays(input.period).map((day) => {
    const figures = byDay.get(day) ?? NO_FIGURES;
    if (first.any === null || day < first.any || day > today) return { day, ...figures };
    const lands = first.landing !== null && day >= first.landing;
    return {
      day,
      ...figures,
      ...(lands ? withSteps(figures) : {}),
      raw: figures.raw ?? 0,
      human: figures.human ?? 0,
      bot: figures.bot ?? 0,
      preview: figures.preview ?? 0,
      unique: figures.unique ?? 0,
    };
  });
}

function withSteps(figures: Figures): Partial<Figures> {
  const outboundTo = Object.fromEntries(
    CHANNELS.map((shop) => [shop, figures.outboundTo[shop] ?? 0]),
  ) as Figures["outboundTo"];
  return { landed: figures.landed ?? 0, outbound: figures.outbound ?? 0, outboundTo };
}

/** The days of the first link, and of the first that leads to the product's page. */
async function firstLinkDays(
  ctx: Ctx,
  filter: ReportFilter,
  period: Period,
): Promise<{ any: Day | null; landing: Day | null }> {
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT min(l.created_at) AS first, min(l.created_at) FILTER (WHERE ${LANDS}) AS landing
    FROM referral_link l WHERE ${linkConditions(filter)}`);
  const [row] = firstRows.parse(found);
  const dayOf = (at: Date | null | undefined) => (at ? localDay(at, period.zone) : null);
  return { any: dayOf(row?.first), landing: dayOf(row?.landing) };
}
