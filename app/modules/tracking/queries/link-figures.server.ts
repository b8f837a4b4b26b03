import { z } from "zod";
import { type Period, periodBounds, periodDays } from "~/kernel/period";
import { type Day, localDay, parseDay } from "~/kernel/time";
import type { Channel } from "~/modules/products/listings";
import type { Ctx } from "~/platform/context.server";
import { OTHER_VALUES } from "../trait-values";

/** Raw, human and unique stand side by side; `unique` adds up the unique people of each local day. */
export type LinkFigures = { raw: number; human: number; unique: number };
export type LinkDay = { day: Day; raw: number | null; human: number | null; unique: number | null };

/** The figures of links over all their time, from the rollups. A link that nobody clicked has zeros. */
export async function linkFigures(ctx: Ctx, linkIds: readonly string[]): Promise<Map<string, LinkFigures>> {
  const where = { linkId: { in: [...linkIds] } };
  const [clicks, people] = await Promise.all([
    ctx.db.clickHourly.groupBy({ by: ["linkId"], where, _sum: { raw: true, human: true } }),
    ctx.db.uniqueDaily.groupBy({
      by: ["entityId"],
      where: { level: "LINK", entityId: { in: [...linkIds] } },
      _sum: { visitors: true },
    }),
  ]);
  const raw = new Map(clicks.map((row) => [row.linkId, row._sum]));
  const unique = new Map(people.map((row) => [row.entityId, row._sum.visitors]));
  return new Map(
    linkIds.map((id) => [
      id,
      {
        raw: Number(raw.get(id)?.raw ?? 0),
        human: Number(raw.get(id)?.human ?? 0),
        unique: Number(unique.get(id) ?? 0),
      },
    ]),
  );
}

/**
 * A link's figures by local day of the period's zone. Days before the link was made, and days to come, are missing;
 * a day without clicks in between is zero.
 */
export async function linkDays(
  ctx: Ctx,
  link: { id: string; createdAt: Date },
  period: Period,
): Promise<LinkDay[]> {
  const { start, end } = periodBounds(period);
  const [hours, people] = await Promise.all([
    ctx.db.clickHourly.findMany({
      where: { linkId: link.id, hour: { gte: start, lt: end } },
      select: { hour: true, raw: true, human: true },
    }),
    ctx.db.uniqueDaily.findMany({
      where: {
        ...{ level: "LINK", entityId: link.id },
        day: { gte: parseDay(period.from), lte: parseDay(period.to) },
      },
      select: { day: true, visitors: true },
    }),
  ]);
  const first = localDay(link.createdAt, period.zone);
  const today = localDay(ctx.clock.now(), period.zone);
  const days = new Map<string, LinkFigures>();
  const figuresOf = (day: string) => {
    const known = days.get(day) ?? { raw: 0, human: 0, unique: 0 };
    days.set(day, known);
    return known;
  };
  for (const { hour, raw, human } of hours) {
    const figures = figuresOf(localDay(hour, period.zone));
    figures.raw += Number(raw);
    figures.human += Number(human);
  }
  for (const { day, visitors } of people) figuresOf(day.toISOString().slice(0, 10)).unique = Number(visitors);
  return periodDays(period).map((day) =>
    day < first || day > today
      ? { day, raw: null, human: null, unique: null }
      : { day, ...(days.get(day) ?? { raw: 0, human: 0, unique: 0 }) },
  );
}

/** Clicks from the product's page on to a shop. */
export type ShopSteps = { channel: Channel; raw: number; human: number };

/**
 * The steps that people took from the product's page on to its shops, the most frequent first. A shop that nobody
 * went on to is left out.
 * @param hour the UTC hours that are asked for
 */
export async function linkSteps(
  ctx: Ctx,
  linkId: string,
  hour: { gte: Date; lt: Date },
): Promise<ShopSteps[]> {
  const rows = await ctx.db.outboundHourly.groupBy({
    by: ["channel"],
    where: { linkId, hour },
    _sum: { raw: true, human: true },
  });
  return rows
    .map(({ channel, _sum }) => ({ channel, raw: Number(_sum.raw ?? 0), human: Number(_sum.human ?? 0) }))
    .sort((a, b) => b.human - a.human || b.raw - a.raw || a.channel.localeCompare(b.channel));
}

export const SHOWN_TRAITS = ["DEVICE", "APP", "COUNTRY", "REFERRER"] as const;
export type ShownTrait = (typeof SHOWN_TRAITS)[number];
/** People's clicks by one trait, the most frequent values first; those not listed are the last, together. */
export type LinkTrait = {
  dimension: ShownTrait;
  values: { value: string; human: number; raw: number }[];
};

const VALUES_SHOWN = 6;

/** A day's traits as the rollup keeps them: by dimension and value, raw and human clicks. */
const dayTraits = z.partialRecord(z.string(), z.record(z.string(), z.tuple([z.number(), z.number()])));

/** With what, from where and on what people came in the period, local days of the link's institution. */
export async function linkTraits(ctx: Ctx, linkId: string, period: Period): Promise<LinkTrait[]> {
  const days = await ctx.db.clickTraitsDaily.findMany({
    where: {
      ...{ level: "LINK", entityId: linkId },
      day: { gte: parseDay(period.from), lte: parseDay(period.to) },
    },
    select: { traits: true },
  });
  const parsed = days.map(({ traits }) => dayTraits.parse(traits));
  return SHOWN_TRAITS.flatMap((dimension) => {
    const sums = new Map<string, { value: string; human: number; raw: number }>();
    for (const [value, [raw, human]] of parsed.flatMap((day) => Object.entries(day[dimension] ?? {}))) {
      const sum = sums.get(value) ?? { value, human: 0, raw: 0 };
      sums.set(value, { value, human: sum.human + human, raw: sum.raw + raw });
    }
    if (sums.size === 0) return [];
    const others = sums.get(OTHER_VALUES);
    sums.delete(OTHER_VALUES);
    const values = [...sums.values()].sort(
      (a, b) => b.human - a.human || b.raw - a.raw || a.value.localeCompare(b.value),
    );
    const rest = { value: OTHER_VALUES, human: 0, raw: 0 };
    for (const { human, raw } of [...values.slice(VALUES_SHOWN), ...(others ? [others] : [])]) {
      rest.human += human;
      rest.raw += raw;
    }
    return [{ dimension, values: [...values.slice(0, VALUES_SHOWN), ...(rest.raw > 0 ? [rest] : [])] }];
  });
}
