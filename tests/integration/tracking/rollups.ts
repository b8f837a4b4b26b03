import type { Db } from "~/platform/db.server";

export type Figures = { raw: number; human: number; bot: number; preview: number; unique: number };

const NONE: Figures = { raw: 0, human: 0, bot: 0, preview: 0, unique: 0 };

type Row = { key: string; raw: bigint; human: bigint; bot: bigint; preview: bigint };

function table(rows: Row[], uniques: { key: string; unique: bigint }[]): Record<string, Figures> {
  const figures: Record<string, Figures> = {};
  for (const { key, ...counts } of rows) {
    const numbers = Object.entries(counts).map(([name, count]) => [name, Number(count)]);
    figures[key] = { ...NONE, ...Object.fromEntries(numbers) };
  }
  for (const { key, unique } of uniques) figures[`day ${key}`] = { ...NONE, unique: Number(unique) };
  return figures;
}

/** What the rollups say, by link and hour, and by link and local day. */
export async function rollupFigures(db: Db): Promise<Record<string, Figures>> {
  const hours = await db.$queryRaw<Row[]>`
    SELECT link_id || ' ' || hour::text AS key, raw, human, bot, preview FROM click_hourly`;
  const days = await db.$queryRaw<{ key: string; unique: bigint }[]>`
    SELECT link_id || ' ' || day::text AS key, unique_visitors AS unique FROM click_daily`;
  return table(hours, days);
}

/** The same from the raw clicks alone: what the rollups must say. */
export async function rawFigures(db: Db): Promise<Record<string, Figures>> {
  const hours = await db.$queryRaw<Row[]>`
    SELECT link_id || ' ' || date_trunc('hour', occurred_at)::timestamptz(0)::text AS key, count(*) AS raw,
      count(*) FILTER (WHERE verdict = 'HUMAN') AS human, count(*) FILTER (WHERE verdict <> 'HUMAN') AS bot,
      count(*) FILTER (WHERE verdict = 'PREVIEW') AS preview
    FROM click GROUP BY 1`;
  const days = await db.$queryRaw<{ key: string; unique: bigint }[]>`
    SELECT c.link_id || ' ' || (c.occurred_at AT TIME ZONE i.time_zone)::date::text AS key,
      count(DISTINCT c.visitor_hash) AS unique
    FROM click c JOIN referral_link l ON l.id = c.link_id JOIN institution i ON i.id = l.institution_id
    WHERE c.verdict = 'HUMAN' GROUP BY 1`;
  return table(hours, days);
}
