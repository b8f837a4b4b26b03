import { z } from "zod";
import type { Ctx } from "~/platform/context.server";
import { type Db, Prisma } from "~/platform/db.server";
import { count } from "../internal/facts.server";

export type PublicFigures = {
  institutions: number;
  regions: number;
  products: number;
  /** Influencers with at least one accepted claim. */
  creators: number;
  /** Clicks by people since the beginning; null before the first link. */
  human: number | null;
  /** Orders since the beginning, of every evidence grade; null before the first report. */
  conversions: number | null;
  readAt: Date;
};

/** Anybody may load the front page as often as they like, so its sums over all time are kept for a minute. */
const KEPT_MS = 60_000;
const kept = new WeakMap<Db, { figures: Promise<PublicFigures>; until: number }>();

/** The figures that the front page shows to everybody: sums only, of rollups and registers. */
export function publicFigures(ctx: Ctx): Promise<PublicFigures> {
  const now = ctx.clock.now().getTime();
  const current = kept.get(ctx.db);
  if (current && current.until > now) return current.figures;
  const figures = readPublicFigures(ctx);
  kept.set(ctx.db, { figures, until: now + KEPT_MS });
  // A failed read must not be shown for a minute.
  figures.catch(() => kept.delete(ctx.db));
  return figures;
}

const rows = z.array(
  z.object({
    institutions: count,
    regions: count,
    products: count,
    creators: count,
    human: count.nullable(),
    conversions: count.nullable(),
  }),
);

async function readPublicFigures(ctx: Ctx): Promise<PublicFigures> {
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT (SELECT count(*) FROM institution) AS institutions,
      (SELECT count(DISTINCT region_id) FROM institution) AS regions,
      (SELECT count(*) FROM product WHERE status = 'ACTIVE') AS products,
      (SELECT count(DISTINCT creator_id) FROM referral_link) AS creators,
      (SELECT sum(human)::bigint FROM click_hourly) AS human,
      (SELECT sum(count)::bigint FROM conversion_hourly) AS conversions`);
  const [row] = rows.parse(found);
  if (!row) throw new Error("a select without a table gave no row");
  return { ...row, readAt: ctx.clock.now() };
}
