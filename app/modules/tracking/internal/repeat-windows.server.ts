import { type BulkClient, numberArray } from "~/platform/bulk.server";
import { judgeRepeat } from "../repeats";
import type { JudgedClick } from "./judged-click";

type Group = { clicks: JudgedClick[]; visitor: string };

type Row = { time_window: number; link_no: number; step: number; visitor_hash: string; clicks: number };

const keyOf = (window: number, linkNo: number, step: number, visitor: string) =>
  `${window},${linkNo},${step},${visitor}`;

/** 64 bits as PostgreSQL's int8 holds them: with a sign. @param hash 16 hexadecimal digits */
const int8 = (hash: string) => BigInt.asIntN(64, BigInt(`0x${hash}`)).toString();

/**
 * Judges people's clicks beside those that their visitors made before, and notes them for the ones to come. In the
 * batch's own transaction: a batch that is not stored has left nothing behind.
 * @returns the clicks that are a visitor's first of a window: who came is told from them
 */
export async function judgeRepeats(
  client: BulkClient,
  clicks: readonly JudgedClick[],
): Promise<JudgedClick[]> {
  const groups = new Map<string, Group>();
  for (const click of clicks) {
    if (click.judgement.verdict !== "HUMAN") continue;
    const visitor = int8(click.fact.visitorHash);
    const key = keyOf(click.window, click.link.no, click.step, visitor);
    const group = groups.get(key);
    if (group) group.clicks.push(click);
    else groups.set(key, { visitor, clicks: [click] });
  }
  if (groups.size === 0) return [];
  const firsts: JudgedClick[] = [];
  for (const row of await note(client, [...groups.values()])) {
    const group = groups.get(keyOf(row.time_window, row.link_no, row.step, row.visitor_hash));
    if (!group) throw new Error("PostgreSQL returned a visitor that was not asked for");
    let before = row.clicks - group.clicks.length;
    if (group.clicks.length > 1) group.clicks.sort(byId);
    for (const click of group.clicks) {
      click.judgement = judgeRepeat(click.judgement, before, click.agent.facts.namesDevice);
      if (before === 0) firsts.push(click);
      before += 1;
    }
  }
  return firsts;
}

const byId = (a: JudgedClick, b: JudgedClick) => (a.fact.id < b.fact.id ? -1 : 1);

/** Adds to the windows' counts, in the order of their keys: batches side by side wait, and never in a circle. */
async function note(client: BulkClient, groups: readonly Group[]): Promise<Row[]> {
  const clicks = groups.flatMap((group) => group.clicks.slice(0, 1));
  const { rows } = await client.query<Row>(
    `INSERT INTO visitor_window AS v (time_window, link_no, step, visitor_hash, clicks)
     SELECT * FROM unnest($1::int[], $2::int[], $3::smallint[], $4::int8[], $5::int[]) AS g(w, l, s, h, c)
     ORDER BY w, l, s, h
     ON CONFLICT (time_window, link_no, step, visitor_hash) DO UPDATE SET clicks = v.clicks + excluded.clicks
     RETURNING time_window, link_no, step, visitor_hash, clicks`,
    [
      numberArray(clicks.map((click) => click.window)),
      numberArray(clicks.map((click) => click.link.no)),
      numberArray(clicks.map((click) => click.step)),
      numberArray(groups.map(({ visitor }) => visitor)),
      numberArray(groups.map((group) => group.clicks.length)),
    ],
  );
  return rows;
}
