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

/** Holds what the clients saw against what the database says. */
export async function checkPromise(db: Db, seen: Seen): Promise<Verdict> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT id FROM click`;
  const { _sum } = await db.clickHourly.aggregate({ _sum: { raw: true, human: true, bot: true } });
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
    rollups: Number(_sum.raw ?? 0),
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
    Number(_sum.human ?? 0) + Number(_sum.bot ?? 0) !== figures.rollups &&
      "human and robot do not add up to raw",
    figures.uniqueRollups !== figures.uniqueRaw && "unique visitors were counted twice or not at all",
    unpromised > figures.allowed && "there are more clicks than requests",
    ...[...seen.strange].map(([answer, count]) => `${count} strange answers: ${answer}`),
  ].filter((problem) => problem !== false);
  return { ...figures, problems };
}
