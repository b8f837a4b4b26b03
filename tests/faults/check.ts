import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "~/platform/db.server";
import type { Seen } from "./load";

export type Verdict = {
  /** 302 answers that clients saw. */
  promised: number;
  /** Rows in the table of clicks, and what the rollups show. */
  clicks: number;
  rollups: number;
  /** Promised and not there: must be none. */
  lost: number;
  /** There although no answer arrived: at most one for each request that got none or was sent on uncounted. */
  unpromised: number;
  allowed: number;
  uniqueRollups: number;
  uniqueRaw: number;
  problems: string[];
};

/** What the hourly figures add up to, by verdict and in all. */
async function rolledUp(db: Db): Promise<Record<string, number>> {
  const [sums] = await db.$queryRaw<Record<string, number>[]>`
    SELECT sum(raw)::int AS raw, sum(human)::int AS human, sum(bot)::int AS bot, sum(preview)::int AS preview,
           sum(prefetch)::int AS prefetch, sum(staff)::int AS staff, sum(duplicate)::int AS duplicate,
           sum(suspicious)::int AS suspicious
    FROM click_hourly`;
  return sums ?? {};
}

/** Daily figures follow within a second. */
async function untilFolded(db: Db): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    const [left] = await db.$queryRaw<{ left: bigint }[]>`SELECT count(*) AS left FROM click_delta`;
    if (left?.left === 0n) return;
  }
  throw new Error("daily figures were not folded within a minute");
}

/** Holds what the clients saw against what the database says. */
export async function checkPromise(db: Db, seen: Seen): Promise<Verdict> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT id FROM click`;
  await untilFolded(db);
  const verdicts = await db.$queryRaw<{ verdict: string; rows: number }[]>`
    SELECT lower(verdict::text) AS verdict, count(*)::int AS rows FROM click WHERE step = 0 GROUP BY 1`;
  const rolled = await rolledUp(db);
  const days = await db.uniqueDaily.aggregate({ where: { level: "LINK" }, _sum: { visitors: true } });
  const [raw] = await db.$queryRaw<{ unique: bigint }[]>`
    SELECT count(*) AS unique FROM (SELECT DISTINCT link_no, (clicks.time_of(id) AT TIME ZONE 'Asia/Jakarta')::date, visitor_hash
      FROM click WHERE verdict = 'HUMAN') v`;
  const known = new Set(rows.map((row) => row.id));
  const lost = [...seen.promised].filter((id) => !known.has(id)).length;
  const unpromised = rows.filter((row) => !seen.promised.has(row.id)).length;
  const figures = {
    promised: seen.promised.size,
    clicks: rows.length,
    rollups: rolled.raw ?? 0,
    lost,
    unpromised,
    allowed: seen.unanswered + seen.uncounted,
    uniqueRollups: Number(days._sum.visitors ?? 0),
    uniqueRaw: Number(raw?.unique ?? 0),
  };
  const problems = [
    seen.promised.size === 0 && "nobody was ever answered",
    lost > 0 && `${lost} promised clicks are not there`,
    figures.rollups !== figures.clicks && "the rollups do not add up to the clicks",
    ...verdicts.map(
      ({ verdict, rows }) =>
        rolled[verdict] !== rows && `the rollups have ${rolled[verdict]} of ${verdict}, the clicks ${rows}`,
    ),
    figures.uniqueRollups !== figures.uniqueRaw && "unique visitors were counted twice or not at all",
    unpromised > figures.allowed && "there are more clicks than requests",
    ...[...seen.strange].map(([answer, count]) => `${count} strange answers: ${answer}`),
  ].filter((problem) => problem !== false);
  return { ...figures, problems };
}
