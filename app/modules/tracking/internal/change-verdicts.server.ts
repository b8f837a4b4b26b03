import { type BulkClient, inBulkTransaction } from "~/platform/bulk.server";
import { CLICK_STEPS, compactId } from "../click";
import { REASONS } from "../reasons";
import { type Judgement, VERDICT_RULES_VERSION } from "../verdict";
import { ClickDelta, DIMENSIONS } from "./click-delta";
import { addOutbound, HourGains } from "./click-rollups.server";
import type { StoredClick } from "./stored-clicks.server";

const HOUR_MS = 3_600_000;

export type ChangedClick = { click: StoredClick; now: Judgement };

/**
 * Gives clicks other verdicts, in one transaction with all that follows from it: the rollups' difference, the run's own
 * account of what it changed, and the local days whose unique visitors have to be counted anew. A row that has changed
 * meanwhile is left alone.
 * @returns how many rows were changed
 */
export async function changeVerdicts(runId: string, changes: readonly ChangedClick[]): Promise<number> {
  return inBulkTransaction(async (client) => {
    const done = await update(client, changes);
    const kept = changes.filter(({ click }) => done.has(click.fact.id));
    const delta = await moveFigures(client, kept);
    await account(client, runId, kept);
    await accountTraits(client, runId, delta);
    await makeDue(client, runId, kept);
    return kept.length;
  });
}

async function update(client: BulkClient, changes: readonly ChangedClick[]): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE click c SET verdict = n.verdict::"ClickVerdict", reason = n.reason, rules_version = ${VERDICT_RULES_VERSION}
     FROM unnest($1::uuid[], $2::text[], $3::smallint[], $4::text[], $5::smallint[])
       AS n(id, verdict, reason, old_verdict, old_reason)
     WHERE c.id = n.id AND c.verdict = n.old_verdict::"ClickVerdict" AND c.reason = n.old_reason
     RETURNING c.id`,
    [
      changes.map(({ click }) => click.fact.id),
      changes.map(({ now }) => now.verdict),
      changes.map(({ now }) => REASONS[now.reason]),
      changes.map(({ click }) => click.judgement.verdict),
      changes.map(({ click }) => REASONS[click.judgement.reason]),
    ],
  );
  return new Set(rows.map(({ id }) => compactId(id)));
}

/** @returns what the traits of links gained and lost */
async function moveFigures(client: BulkClient, changes: readonly ChangedClick[]): Promise<ClickDelta> {
  const hours = new HourGains();
  const delta = new ClickDelta();
  const outbound: Parameters<typeof addOutbound>[1][number][] = [];
  for (const { click, now } of changes) {
    if (click.step === 0) {
      hours.add(click.link.id, click.at, click.judgement.verdict, -1);
      hours.add(click.link.id, click.at, now.verdict, 1);
      delta.count(click, -1);
      delta.count({ ...click, judgement: now });
    } else {
      const human = Number(now.verdict === "HUMAN") - Number(click.judgement.verdict === "HUMAN");
      const hour = Math.floor(click.at / HOUR_MS) * HOUR_MS;
      outbound.push({ linkId: click.link.id, hour, channel: CLICK_STEPS[click.step] ?? "", raw: 0, human });
    }
  }
  await hours.write(client);
  await addOutbound(client, summed(outbound));
  if (!delta.isEmpty) await client.query("INSERT INTO click_delta (payload) VALUES ($1)", [delta.toBytes()]);
  return delta;
}

type Outbound = Parameters<typeof addOutbound>[1][number];

function summed(rows: readonly Outbound[]): Outbound[] {
  const sums = new Map<string, Outbound>();
  for (const row of rows) {
    const key = `${row.linkId}${row.hour}${row.channel}`;
    const sum = sums.get(key);
    if (sum) sum.human += row.human;
    else sums.set(key, { ...row });
  }
  return [...sums.values()];
}

async function account(client: BulkClient, runId: string, changes: readonly ChangedClick[]): Promise<void> {
  if (changes.length === 0) return;
  await client.query(
    `INSERT INTO reclassification_change AS r
       (reclassification_id, link_id, hour, step, from_verdict, from_reason, to_verdict, to_reason, clicks)
     SELECT $1::uuid, link, to_timestamp(hour / 1000.0), step, old_verdict::"ClickVerdict", old_reason,
       verdict::"ClickVerdict", reason, count(*)
     FROM unnest($2::uuid[], $3::float8[], $4::smallint[], $5::text[], $6::smallint[], $7::text[], $8::smallint[])
       AS n(link, hour, step, old_verdict, old_reason, verdict, reason)
     GROUP BY link, hour, step, old_verdict, old_reason, verdict, reason
     ON CONFLICT (reclassification_id, link_id, hour, step, from_verdict, from_reason, to_verdict, to_reason)
     DO UPDATE SET clicks = r.clicks + excluded.clicks`,
    [
      runId,
      changes.map(({ click }) => click.link.id),
      changes.map(({ click }) => Math.floor(click.at / HOUR_MS) * HOUR_MS),
      changes.map(({ click }) => click.step),
      changes.map(({ click }) => click.judgement.verdict),
      changes.map(({ click }) => REASONS[click.judgement.reason]),
      changes.map(({ now }) => now.verdict),
      changes.map(({ now }) => REASONS[now.reason]),
    ],
  );
}

/** Only of links: traits of the levels above are the sums of theirs. */
async function accountTraits(client: BulkClient, runId: string, delta: ClickDelta): Promise<void> {
  const rows = delta.parts.flatMap(({ linkId, day, tallies }) =>
    DIMENSIONS.flatMap((dimension, index) =>
      Object.entries(tallies[index] ?? {})
        .filter(([, [raw, human]]) => raw !== 0 || human !== 0)
        .map(([value, [raw, human]]) => ({ linkId, day, dimension, value, raw, human })),
    ),
  );
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO reclassification_trait AS t (reclassification_id, link_id, day, dimension, value, raw, human)
     SELECT $1::uuid, u.* FROM unnest($2::uuid[], $3::date[], $4::text[], $5::text[], $6::int8[], $7::int8[]) AS u
     ON CONFLICT (reclassification_id, link_id, day, dimension, value)
     DO UPDATE SET raw = t.raw + excluded.raw, human = t.human + excluded.human`,
    [
      runId,
      rows.map(({ linkId }) => linkId),
      rows.map(({ day }) => day),
      rows.map(({ dimension }) => dimension),
      rows.map(({ value }) => value),
      rows.map(({ raw }) => raw),
      rows.map(({ human }) => human),
    ],
  );
}

/** Notes the days on which somebody became a person or is none any more. */
async function makeDue(client: BulkClient, runId: string, changes: readonly ChangedClick[]): Promise<void> {
  const people = changes.filter(
    ({ click, now }) =>
      click.step === 0 && (click.judgement.verdict === "HUMAN") !== (now.verdict === "HUMAN"),
  );
  if (people.length === 0) return;
  await client.query(
    `INSERT INTO reclassification_day (reclassification_id, day, state)
     SELECT $1::uuid, day, 'DUE' FROM unnest($2::date[]) AS d(day)
     ON CONFLICT (reclassification_id, day) DO UPDATE SET state = 'DUE'`,
    [runId, [...new Set(people.map(({ click }) => click.day))].sort()],
  );
}
