import { localDay } from "~/kernel/time";
import { withBulk } from "~/platform/bulk.server";
import { CLICK_STEPS, compactId, firstIdAt, timeOfId } from "../click";
import { reasonOf } from "../reasons";
import { windowOf } from "../repeats";
import type { Judgement, Verdict } from "../verdict";
import { AGENT_NOT_KEPT, type ExaminedAgent, examinedAgent } from "./agent-book.server";
import type { JudgedClick } from "./judged-click";
import { linkFactsByNo } from "./link-facts.server";
import { TwoGenerations } from "./two-generations";

/** A click as the table holds it, with all that its rollups were made from. */
export type StoredClick = JudgedClick & {
  /** False where the agent was not kept: nobody can judge it again. */
  canBeJudged: boolean;
  networkHash: number;
};

type Row = {
  id: string;
  link_no: number;
  visitor_hash: string;
  network_hash: number;
  signals: number;
  verdict: Verdict;
  reason: number;
  step: number;
  country: string | null;
  language: string | null;
  agent_id: number;
  agent: string;
  host: string | null;
};

const CHUNK = 5_000;
const AGENTS_REMEMBERED = 20_000;

type Agents = TwoGenerations<number, ExaminedAgent>;

/** Reads the clicks of a span in the order of time, some thousand at once. @param from,until ms, the second excluded */
export async function* storedClicks(from: number, until: number): AsyncGenerator<StoredClick[]> {
  const end = firstIdAt(until);
  const agents: Agents = new TwoGenerations(AGENTS_REMEMBERED);
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await readRows(after, firstIdAt(from), end);
    if (rows.length > 0) yield await withFacts(rows, agents);
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return;
    after = last.id;
  }
}

async function readRows(after: string | null, start: string, end: string): Promise<Row[]> {
  const { rows } = await withBulk((client) =>
    client.query<Row>(
      `SELECT c.id, c.link_no, c.visitor_hash, c.network_hash, c.signals, c.verdict, c.reason, c.step, c.country,
         c.language, c.agent_id, COALESCE(a.agent, $4) AS agent, r.host
       FROM (
         SELECT * FROM click WHERE id >= $1::uuid AND id < $2::uuid AND ($3::uuid IS NULL OR id > $3::uuid)
         ORDER BY id LIMIT ${CHUNK}
       ) c LEFT JOIN user_agent a ON a.id = c.agent_id LEFT JOIN referrer_host r ON r.id = c.referrer_id
       ORDER BY c.id`,
      [after ?? start, end, after, AGENT_NOT_KEPT],
    ),
  );
  return rows;
}

function examinedOnce(agents: Agents, { agent_id, agent }: Row): ExaminedAgent {
  const known = agents.get(agent_id);
  if (known) return known;
  const examined = examinedAgent(agent);
  agents.set(agent_id, examined);
  return examined;
}

async function withFacts(rows: readonly Row[], agents: Agents): Promise<StoredClick[]> {
  const links = await linkFactsByNo([...new Set(rows.map((row) => row.link_no))]);
  return rows.flatMap((row) => {
    const link = links.get(row.link_no);
    if (!link) return [];
    const at = timeOfId(row.id);
    const judgement: Judgement = { verdict: row.verdict, reason: reasonOf(row.reason) };
    return [
      {
        fact: {
          id: compactId(row.id),
          linkId: link.id,
          step: CLICK_STEPS[row.step] ?? "ARRIVAL",
          agent: row.agent,
          signals: row.signals,
          visitorHash: hex(BigInt.asUintN(64, BigInt(row.visitor_hash)), 16),
          networkHash: hex(BigInt.asUintN(32, BigInt(row.network_hash)), 8),
          referrerHost: row.host,
          country: row.country,
          language: row.language,
        },
        at,
        link,
        day: localDay(new Date(at), link.zone),
        step: row.step,
        window: windowOf(at),
        agent: examinedOnce(agents, row),
        judgement,
        canBeJudged: row.agent !== AGENT_NOT_KEPT,
        networkHash: row.network_hash,
      },
    ];
  });
}

const hex = (value: bigint, digits: number) => value.toString(16).padStart(digits, "0");
