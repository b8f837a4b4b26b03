import type { Ctx } from "~/platform/context.server";
import { groupBy } from "../group-by";
import type { CouponDay } from "../order-rules";
import { DAY_MS } from "../thresholds";

type DayRow = { claim_id: string; day: string; orders: number; untouched: number; buyers: number };
type ClickRow = { claim_id: string; day: string; clicks: number };

/** Days of which orders by coupon are compared. */
const DAYS = 17;

/** Orders by coupon of claims, by UTC day, with the clicks of people on their links on the same days. */
export async function readCouponDays(
  ctx: Ctx,
  claimIds: readonly string[],
): Promise<Map<string, CouponDay[]>> {
  const ids = [...claimIds];
  if (ids.length === 0) return new Map();
  const since = new Date(Math.floor(ctx.clock.now().getTime() / DAY_MS - DAYS) * DAY_MS);
  const [orders, clicks] = await Promise.all([
    ctx.db.$queryRaw<DayRow[]>`
      SELECT credit.claim_id, to_char(c.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int4 AS orders,
        (count(*) FILTER (WHERE NOT jsonb_path_exists(c.attribution,
          '$.candidates[*] ? ((@.kind == "click" || @.kind == "link") && @.outcome != "invalid")')))::int4 AS untouched,
        count(DISTINCT c.buyer_hash)::int4 AS buyers
      FROM conversion_credit credit JOIN conversion c ON c.id = credit.conversion_id
      WHERE credit.claim_id = ANY(${ids}::uuid[]) AND credit.share > 0 AND credit.occurred_at >= ${since}
        AND c.attribution_reason = 'coupon' AND c.withdrawn_at IS NULL AND c.status <> 'REVERSED'
      GROUP BY 1, 2`,
    ctx.db.$queryRaw<ClickRow[]>`
      SELECT link.claim_id, to_char(h.hour AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, sum(h.human)::int4 AS clicks
      FROM referral_link link JOIN click_hourly h ON h.link_id = link.id
      WHERE link.claim_id = ANY(${ids}::uuid[]) AND h.hour >= ${since}
      GROUP BY 1, 2`,
  ]);
  const clicksOf = new Map(clicks.map((row) => [`${row.claim_id} ${row.day}`, row.clicks]));
  return new Map(
    [...groupBy(orders, (row) => row.claim_id)].map(([claimId, rows]) => [
      claimId,
      rows.map(({ claim_id: _, ...row }) => ({ ...row, clicks: clicksOf.get(`${claimId} ${row.day}`) ?? 0 })),
    ]),
  );
}

type ReferrerRow = { claim_id: string; day: string; host: string; clicks: number };

/** From which hosts people came to claims' links of late, by local day. */
export async function readReferrers(ctx: Ctx, claimIds: readonly string[]): Promise<ReferrerRow[]> {
  const ids = [...claimIds];
  if (ids.length === 0) return [];
  const since = new Date(ctx.clock.now().getTime() - 3 * DAY_MS);
  return ctx.db.$queryRaw<ReferrerRow[]>`
    SELECT t.entity_id AS claim_id, to_char(t.day, 'YYYY-MM-DD') AS day, referrer.key AS host,
      (referrer.value->>1)::int4 AS clicks
    FROM click_traits_daily t CROSS JOIN LATERAL jsonb_each(t.traits->'REFERRER') referrer
    WHERE t.level = 'CLAIM' AND t.entity_id = ANY(${ids}::uuid[]) AND t.day >= ${since}::date
      AND (referrer.value->>1)::int4 > 0`;
}
