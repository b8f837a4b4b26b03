import { db } from "~/platform/db.server";

/** What the rollups say. */
export const rollups = () => db().$queryRaw<unknown[]>`
  SELECT bucket_id, hour, evidence_grade::text, count, confirmed, reversed, value_rupiah, refunded_rupiah,
    commission_rupiah
  FROM conversion_hourly ORDER BY 1, 2, 3`;

/** The same figures from orders and credits alone: counted at the largest share, money by shares. */
export const figuresOfOrders = () => db().$queryRaw<unknown[]>`
  WITH part AS (
    SELECT c.*, p.claim_id AS part_claim, p.link_id AS part_link, p.net_rupiah AS part_net,
      p.commission_rupiah AS part_commission, p.share,
      row_number() OVER (PARTITION BY c.id ORDER BY p.share DESC, p.claim_id) = 1 AS lead
    FROM conversion c LEFT JOIN conversion_credit p ON p.conversion_id = c.id AND p.share > 0
    WHERE c.withdrawn_at IS NULL)
  SELECT coalesce(part_link, institution_id) AS bucket_id, date_trunc('hour', occurred_at)::timestamptz(0) AS hour,
    evidence_grade::text,
    count(*) FILTER (WHERE lead AND status <> 'REVERSED') AS count,
    count(*) FILTER (WHERE lead AND status = 'CONFIRMED') AS confirmed,
    count(*) FILTER (WHERE lead AND status = 'REVERSED') AS reversed,
    sum(coalesce(part_net, net_rupiah))::int8 AS value_rupiah,
    sum(0)::int8 AS refunded_rupiah,
    sum(coalesce(part_commission, 0))::int8 AS commission_rupiah
  FROM part GROUP BY 1, 2, 3
  HAVING bool_or(lead) OR sum(coalesce(part_net, net_rupiah)) > 0 OR sum(coalesce(part_commission, 0)) > 0
    OR bool_or(status <> 'REVERSED' AND refunded_rupiah > 0)
  ORDER BY 1, 2, 3`;

/** Refunds of orders that count, and what the rollups make of them. */
export async function refunds(): Promise<{ orders: bigint; rollups: bigint }> {
  const [row] = await db().$queryRaw<{ orders: bigint; rollups: bigint }[]>`
    SELECT (SELECT coalesce(sum(refunded_rupiah), 0)::int8 FROM conversion
        WHERE status <> 'REVERSED' AND withdrawn_at IS NULL) AS orders,
      (SELECT coalesce(sum(refunded_rupiah), 0)::int8 FROM conversion_hourly) AS rollups`;
  if (!row) throw new RangeError("a select without a table gave no row");
  return row;
}

/** Orders whose lines or credits do not add up to them; there must be none. */
export const unbalanced = () => db().$queryRaw<unknown[]>`
  SELECT c.order_id, c.net_rupiah, c.commission_rupiah, l.amount, l.commission, p.share, p.net, p.paid
  FROM conversion c
  CROSS JOIN LATERAL (SELECT sum(amount_rupiah) AS amount, sum(commission_rupiah) AS commission
    FROM conversion_line WHERE conversion_id = c.id) l
  CROSS JOIN LATERAL (SELECT coalesce(sum(share), 0) AS share, sum(net_rupiah) AS net,
    coalesce(sum(commission_rupiah), 0) AS paid FROM conversion_credit WHERE conversion_id = c.id) p
  WHERE l.amount <> c.net_rupiah OR l.commission <> c.commission_rupiah OR p.paid <> c.commission_rupiah
    OR p.share NOT IN (0, 1000000) OR (p.share > 0 AND p.net <> c.net_rupiah)`;

/** Every order as a person would see it, without ids, times of writing and who was credited for a while before. */
export const standings = () => db().$queryRaw<unknown[]>`
  SELECT c.institution_id, c.number_space::text, c.order_id, c.channel::text, c.source::text, c.evidence_grade::text,
    c.status::text, c.amount_rupiah, c.refunded_rupiah, c.net_rupiah, c.commission_rupiah, c.occurred_at,
    c.coupon_code, c.attribution_reason, c.attribution, c.buyer_hash, c.buyer_returning,
    (SELECT jsonb_agg(jsonb_build_array(claim_id, link_id, share, outcome, net_rupiah, commission_rupiah) ORDER BY claim_id)
      FROM conversion_credit WHERE conversion_id = c.id AND outcome NOT IN ('former', 'withdrawn')) AS credits
  FROM conversion c ORDER BY 1, 2, 3`;

/** Empties the tables of orders. */
export async function clearOrders(): Promise<void> {
  await db().$executeRaw`TRUNCATE conversion, conversion_hourly, idempotency_key CASCADE`;
}
