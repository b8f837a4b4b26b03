import { type BulkClient, inBulkTransaction, isUniqueRow, withBulk } from "~/platform/bulk.server";
import type { Ctx } from "~/platform/context.server";
import { type ClickFact, compactId, decodeClicks } from "../click";
import { agentBook, referrerBook } from "../internal/agent-book.server";
import { ClickDelta } from "../internal/click-delta";
import { ensurePartitions, forgetPartitions } from "../internal/click-partitions.server";
import { HourGains, writeOutbound } from "../internal/click-rollups.server";
import { copyClicks, type NumberedClick } from "../internal/click-rows.server";
import { type JudgedClick, judgedClick } from "../internal/judged-click";
import { linkFacts } from "../internal/link-facts.server";
import { judgeRepeats } from "../internal/repeat-windows.server";
import type { Judgement } from "../verdict";

export type RecordedClicks = { received: number; added: number };

const MOST_ATTEMPTS = 6;

/**
 * Counts a batch of clicks, in one transaction: rows, hourly figures, a delta for the daily ones, and the receipt by
 * which the web process lets go of it.
 *
 * A batch that is known by its receipt changes nothing. One that holds clicks which came before in another batch (a
 * web process was killed and its spool read again) adds only the others. So it may come twice, in parts, out of order
 * or at once with itself. All locks are taken in the order of their keys, so that batches side by side wait for each
 * other and never in a circle.
 * @throws RangeError for a text that is no batch.
 */
export async function recordClicks(
  ctx: Ctx,
  input: { batch: string; clicks: string },
): Promise<RecordedClicks> {
  const facts = decodeClicks(input.clicks);
  let clicks = await prepare(ctx, facts);
  for (let attempt = 1; ; attempt += 1) {
    await ensurePartitions(clicks.map(({ click }) => click.at));
    try {
      return { received: facts.length, added: await store(input.batch, clicks) };
    } catch (error) {
      // The partition of a day long past may have been dropped since: the next try makes it again.
      forgetPartitions();
      // Between looking and writing, a batch at the same time may have brought some of them: looked at again.
      if (!isUniqueRow(error) || attempt === MOST_ATTEMPTS) throw error;
    }
    const missing = await withoutKnown(clicks);
    ctx.log.info(
      { batch: input.batch, clicks: clicks.length, known: clicks.length - missing.length },
      "a batch holds clicks that were counted before",
    );
    clicks = missing;
  }
}

/** Gives clicks their numbers and judges each by itself. Clicks on links that do not exist are left out, and logged. */
async function prepare(ctx: Ctx, facts: readonly ClickFact[]): Promise<NumberedClick[]> {
  const unique = inOrder(facts);
  const day = ctx.clock.now().toISOString().slice(0, 10);
  const hosts = [...new Set(unique.flatMap(({ referrerHost }) => referrerHost ?? []))];
  const [links, agents, hostEntries] = await Promise.all([
    linkFacts(unique.map(({ linkId }) => linkId)),
    agentBook.entries(
      unique.map(({ agent }) => agent),
      day,
    ),
    referrerBook.entries(hosts, day),
  ]);
  const referrers = new Map(hosts.map((host, at) => [host, hostEntries[at]?.id ?? null]));
  const clicks = unique.flatMap((fact, at) => {
    const link = links.get(fact.linkId);
    const agent = agents[at];
    if (!link || !agent) return [];
    const referrerId = fact.referrerHost === null ? null : (referrers.get(fact.referrerHost) ?? null);
    return [{ click: judgedClick(fact, link, agent.told), agentId: agent.id, referrerId }];
  });
  if (clicks.length < unique.length) {
    const left = unique.length - clicks.length;
    ctx.log.error({ clicks: left }, "clicks on links that do not exist were left out");
  }
  return clicks;
}

/** Each click once, in the order of their ids: as a batch of one web process comes anyway. */
function inOrder(facts: readonly ClickFact[]): readonly ClickFact[] {
  if (facts.every(({ id }, at) => at === 0 || id > (facts[at - 1]?.id ?? ""))) return facts;
  const unique = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  return unique.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * All of a batch or nothing. A try that fails leaves the judgements as they were: it has judged clicks beside others
 * that were then not stored.
 * @returns how many were added: none when the batch has its receipt already
 */
async function store(batch: string, rows: readonly NumberedClick[]): Promise<number> {
  const clicks = rows.map(({ click }) => click);
  const own = clicks.map(({ judgement }) => judgement);
  // Worked out before the transaction: from the visitors' windows on, batches beside this one wait for it.
  const gains = gainsOf(clicks);
  try {
    return await inBulkTransaction(async (client) => {
      if (!(await giveReceipt(client, batch))) return 0;
      if (rows.length === 0) return 0;
      const firsts = await judgeRepeats(client, clicks);
      await copyClicks(client, rows);
      correct(gains, clicks, own);
      for (const click of firsts) if (click.step === 0) gains.delta.came(click);
      await write(client, gains, clicks);
      return rows.length;
    });
  } catch (error) {
    for (const [at, click] of clicks.entries()) click.judgement = own[at] ?? click.judgement;
    throw error;
  }
}

async function giveReceipt(client: BulkClient, batch: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "INSERT INTO click_receipt (batch) VALUES ($1) ON CONFLICT (batch) DO NOTHING",
    [batch],
  );
  return rowCount === 1;
}

type Gains = { hours: HourGains; delta: ClickDelta };

/** What arrivals add to hours and days. */
function gainsOf(clicks: readonly JudgedClick[]): Gains {
  const gains = { hours: new HourGains(), delta: new ClickDelta() };
  for (const click of clicks) {
    if (click.step > 0) continue;
    gains.hours.add(click.link.id, click.at, click.judgement.verdict);
    gains.delta.count(click);
  }
  return gains;
}

/** Moves those that turned out to be repeats. @param own their judgements before */
function correct({ hours, delta }: Gains, clicks: readonly JudgedClick[], own: readonly Judgement[]): void {
  for (const [at, click] of clicks.entries()) {
    const before = own[at];
    if (!before || click.judgement === before || click.step > 0) continue;
    hours.add(click.link.id, click.at, before.verdict, -1);
    hours.add(click.link.id, click.at, click.judgement.verdict);
    delta.count({ ...click, judgement: before }, -1);
    delta.count(click);
  }
}

async function write(client: BulkClient, { hours, delta }: Gains, clicks: readonly JudgedClick[]) {
  await hours.write(client);
  await writeOutbound(client, clicks);
  if (!delta.isEmpty) await client.query("INSERT INTO click_delta (payload) VALUES ($1)", [delta.toBytes()]);
}

async function withoutKnown(clicks: readonly NumberedClick[]): Promise<NumberedClick[]> {
  const { rows } = await withBulk((client) =>
    client.query<{ id: string }>("SELECT id FROM click WHERE id = ANY($1::uuid[])", [
      clicks.map(({ click }) => click.fact.id),
    ]),
  );
  const known = new Set(rows.map(({ id }) => compactId(id)));
  return clicks.filter(({ click }) => !known.has(click.fact.id));
}
