import { AppError } from "~/kernel/app-error";
import { isDay, MAX_PERIOD_DAYS } from "~/kernel/period";
import { addDays, asZone, type Day, daysBetween, localDay, parseDay, startOfDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { readLinkCode } from "../codes";
import { leadsToPage } from "../link-destination";
import { linkSteps, type ShopSteps } from "./link-figures.server";

export type LinkStats = {
  code: string;
  from: Day;
  to: Day;
  timeZone: string;
  clicks: { raw: number; human: number; unique: number; bot: number };
  /** On from the product's page to a shop; null for a link that leads straight to a shop and has no such step. */
  outbound: { raw: number; human: number; shops: ShopSteps[] } | null;
  conversions: { count: number; value: number };
};

/**
 * `from` and `to` of a query string, local days of the link's institution, both included.
 * @throws AppError `invalid` for days that do not exist, lie the wrong way round or too far apart.
 */
export function readStatsPeriod(params: URLSearchParams): { from: Day | null; to: Day | null } {
  const from = params.get("from");
  const to = params.get("to");
  const sound = (from === null || isDay(from)) && (to === null || isDay(to));
  const span = sound && from !== null && to !== null ? daysBetween(from, to) + 1 : 1;
  if (!sound || span < 1 || span > MAX_PERIOD_DAYS) {
    throw new AppError("invalid", "from and to are no period", { message: { key: "tracking:error.days" } });
  }
  return { from, to };
}

/**
 * A link's figures, from the rollups only. Without days: from the link's first day to today. `unique` adds up the
 * unique visitors of each day: somebody who comes on two days is two. `bot` holds robots, previews and prefetches. `count` and `value` are those of pending and
 * confirmed orders.
 * `outbound` counts the steps from the product's page on to a shop; they are no part of `clicks`.
 * @throws AppError `not_found`, also for a link that is none of the reader's business.
 */
export async function linkStats(
  ctx: Ctx,
  input: { code: string; from: Day | null; to: Day | null },
): Promise<LinkStats> {
  const link = await readableLink(ctx, input.code);
  const zone = asZone(link.institution.timeZone);
  const to = input.to ?? localDay(ctx.clock.now(), zone);
  const from = input.from ?? minDay(localDay(link.createdAt, zone), to);
  const hour = { gte: startOfDay(from, zone), lt: startOfDay(addDays(to, 1), zone) };
  const [clicks, days, orders, shops] = await Promise.all([
    ctx.db.clickHourly.aggregate({
      where: { linkId: link.id, hour },
      _sum: { raw: true, human: true, bot: true, preview: true, prefetch: true },
    }),
    ctx.db.uniqueDaily.aggregate({
      where: { level: "LINK", entityId: link.id, day: { gte: parseDay(from), lte: parseDay(to) } },
      _sum: { visitors: true },
    }),
    ctx.db.conversionHourly.aggregate({
      where: { linkId: link.id, hour },
      _sum: { count: true, valueRupiah: true },
    }),
    linkSteps(ctx, link.id, hour),
  ]);
  return {
    code: link.code,
    from,
    to,
    timeZone: zone,
    clicks: {
      raw: Number(clicks._sum.raw ?? 0),
      human: Number(clicks._sum.human ?? 0),
      unique: Number(days._sum.visitors ?? 0),
      bot: Number((clicks._sum.bot ?? 0n) + (clicks._sum.preview ?? 0n) + (clicks._sum.prefetch ?? 0n)),
    },
    outbound: leadsToPage(link.destinationUrl) || shops.length > 0 ? { ...stepsOf(shops), shops } : null,
    conversions: { count: Number(orders._sum.count ?? 0), value: Number(orders._sum.valueRupiah ?? 0) },
  };
}

function stepsOf(shops: readonly ShopSteps[]): { raw: number; human: number } {
  return {
    raw: shops.reduce((sum, { raw }) => sum + raw, 0),
    human: shops.reduce((sum, { human }) => sum + human, 0),
  };
}

function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

async function readableLink(ctx: Ctx, text: string) {
  const code = readLinkCode(text);
  const link = code
    ? await ctx.db.referralLink.findUnique({
        where: { code },
        select: {
          id: true,
          code: true,
          destinationUrl: true,
          creatorId: true,
          institutionId: true,
          regionId: true,
          createdAt: true,
          institution: { select: { timeZone: true } },
        },
      })
    : null;
  if (link && mayRead(ctx, link)) return link;
  throw new AppError("not_found", "no such link for this reader", {
    message: { key: "tracking:error.linkUnknown" },
  });
}

function mayRead(ctx: Ctx, link: { creatorId: string; institutionId: string; regionId: string }): boolean {
  const { creatorId, institutionId, regionId } = link;
  return (
    ctx.can("report.institution", { institutionId, regionId }) ||
    (ctx.actor.kind === "user" && ctx.can("report.own", { creatorId }))
  );
}
