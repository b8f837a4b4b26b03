import type { Ctx } from "~/platform/context.server";
import { type ClickFact, compactId, decodeClicks, timeOfId } from "../click";

export type RecordedClicks = { received: number; added: number };

type Outcome = { added: bigint; unknown: bigint };

/**
 * Writes a batch of clicks and adds what is new to the rollups, in one statement and so in one transaction: rows,
 * hourly figures, and today's unique visitors. What is known by its click id already changes nothing, so a batch may
 * come twice, in parts, out of order or at once with itself.
 *
 * All locks are taken in the order of their keys (clicks, visitors, then days and hours), so that batches that run
 * side by side wait for each other and never in a circle.
 */
export async function recordClicks(ctx: Ctx, input: { clicks: string }): Promise<RecordedClicks> {
  const clicks = decodeClicks(input);
  if (clicks.length === 0) return { received: 0, added: 0 };
  const columns = columnsOf(clicks);
  const [outcome] = await ctx.db.$queryRaw<Outcome[]>`
    WITH input AS (
      SELECT DISTINCT ON (b.id) b.*
      FROM unnest(
        ${columns.id}::uuid[], ${columns.linkId}::uuid[], ${columns.ms}::float8[], ${columns.verdict}::text[],
        ${columns.reason}::text[], ${columns.hash}::int8[], ${columns.host}::text[], ${columns.device}::text[]
      ) AS b(id, link_id, ms, verdict, reason, visitor_hash, referrer_host, device)
      JOIN referral_link l ON l.id = b.link_id
      ORDER BY b.id
    ), inserted AS (
      INSERT INTO click (id, link_id, occurred_at, verdict, reason, visitor_hash, referrer_host, device)
      SELECT id, link_id, to_timestamp(ms / 1000), verdict::"ClickVerdict", reason, visitor_hash,
             nullif(referrer_host, ''), device
      FROM input ORDER BY id
      ON CONFLICT (id) DO NOTHING
      RETURNING id, link_id, occurred_at, verdict, visitor_hash
    ), visitors AS (
      INSERT INTO visitor_day (day, link_id, visitor_hash)
      SELECT DISTINCT (c.occurred_at AT TIME ZONE i.time_zone)::date, c.link_id, c.visitor_hash
      FROM inserted c
      JOIN referral_link l ON l.id = c.link_id
      JOIN institution i ON i.id = l.institution_id
      WHERE c.verdict = 'HUMAN'
      ORDER BY 1, 2, 3
      ON CONFLICT DO NOTHING
      RETURNING day, link_id
    ), days AS (
      INSERT INTO click_daily AS d (link_id, day, unique_visitors)
      SELECT link_id, day, count(*) FROM visitors GROUP BY link_id, day ORDER BY link_id, day
      ON CONFLICT (link_id, day) DO UPDATE SET unique_visitors = d.unique_visitors + excluded.unique_visitors
      RETURNING 1
    ), hours AS (
      INSERT INTO click_hourly AS h (link_id, hour, raw, human, bot, preview)
      SELECT link_id, date_trunc('hour', occurred_at, 'UTC'), count(*),
             count(*) FILTER (WHERE verdict = 'HUMAN'),
             count(*) FILTER (WHERE verdict <> 'HUMAN'),
             count(*) FILTER (WHERE verdict = 'PREVIEW')
      FROM inserted, (SELECT count(*) FROM days) AS after_days
      GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (link_id, hour) DO UPDATE SET
        raw = h.raw + excluded.raw, human = h.human + excluded.human,
        bot = h.bot + excluded.bot, preview = h.preview + excluded.preview
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM inserted) AS added,
           ${new Set(columns.id).size}::int8 - (SELECT count(*) FROM input) AS unknown,
           (SELECT count(*) FROM hours) AS hours`;
  const added = Number(outcome?.added ?? 0);
  if (outcome && outcome.unknown > 0n) {
    ctx.log.error({ clicks: Number(outcome.unknown) }, "clicks on links that do not exist were left out");
  }
  return { received: clicks.length, added };
}

/** Rows turned into columns, which PostgreSQL takes in one go. */
function columnsOf(clicks: readonly ClickFact[]) {
  return {
    id: clicks.map((click) => compactId(click.id)),
    linkId: clicks.map((click) => compactId(click.linkId)),
    ms: clicks.map((click) => timeOfId(click.id)),
    verdict: clicks.map((click) => click.verdict),
    reason: clicks.map((click) => click.reason),
    hash: clicks.map((click) => BigInt.asIntN(64, BigInt(`0x${click.visitorHash}`))),
    host: clicks.map((click) => click.referrerHost ?? ""),
    device: clicks.map((click) => click.device),
  };
}
