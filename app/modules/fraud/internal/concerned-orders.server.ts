import { LIMITS } from "~/modules/campaigns/brief.schemas";
import { CLOCK_TOLERANCE_MS } from "~/modules/tracking/attribution";
import { Prisma, type Tx } from "~/platform/db.server";
import { type Concern, concernOf, factsSchema } from "../signals";
import { DAY_MS } from "../thresholds";

/** The most orders that a new case holds. */
const MOST = 5_000;
/** A shop's clock and ours differ, and a link's visitors order within the hour after: for orders whose click nobody knows. */
const AFTER_MS = 3_600_000;

export type ConcernedInput = {
  claimId: string;
  signals: readonly { facts: Prisma.JsonValue }[];
  /** Only these; null: all of the claim's. */
  among: readonly string[] | null;
  /** Only those whose commission never waited for anybody: no officer has looked at them. */
  neverHeld?: boolean;
};

/** A claim's orders that signals concern. */
export async function concernedOrders(
  tx: Pick<Tx, "$queryRaw">,
  { claimId, signals, among, neverHeld = false }: ConcernedInput,
): Promise<string[]> {
  if (signals.length === 0 || among?.length === 0) return [];
  const concerns = signals.map(({ facts }) => whereOf(concernOf(factsSchema.parse(facts))));
  const within =
    among === null ? Prisma.empty : Prisma.sql`AND credit.conversion_id = ANY(${[...among]}::uuid[])`;
  const fresh = neverHeld
    ? Prisma.sql`AND NOT EXISTS (SELECT FROM commission_hold hold
        WHERE hold.conversion_id = credit.conversion_id AND hold.claim_id = credit.claim_id)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT credit.conversion_id AS id
    FROM conversion_credit credit JOIN conversion c ON c.id = credit.conversion_id
    WHERE credit.claim_id = ${claimId}::uuid AND credit.share > 0
      AND c.withdrawn_at IS NULL AND c.status <> 'REVERSED' ${within} ${fresh}
      AND (${Prisma.join(concerns, " OR ")})
    ORDER BY 1 LIMIT ${among?.length ?? MOST}`;
  return rows.map(({ id }) => id);
}

function whereOf(concern: Concern): Prisma.Sql {
  if ("orders" in concern) return Prisma.sql`credit.conversion_id = ANY(${concern.orders}::uuid[])`;
  if ("all" in concern) return Prisma.sql`true`;
  if ("couponFrom" in concern) {
    const { couponFrom, until } = concern;
    return Prisma.sql`(credit.occurred_at >= ${couponFrom} AND credit.occurred_at < ${until}
      AND c.coupon_code IS NOT NULL)`;
  }
  return cameInHour(concern);
}

/**
 * By a click on the link within the hour, whatever else came with the order (a coupon, other clicks). Where nobody knows
 * when it was clicked, and no coupon says another way, by the time of the order.
 */
function cameInHour({ linkId, from, until }: Extract<Concern, { linkId: string }>): Prisma.Sql {
  const first = new Date(from.getTime() - CLOCK_TOLERANCE_MS);
  const last = new Date(until.getTime() + LIMITS.windowDays * DAY_MS);
  const known = { link: linkId, from: from.toISOString(), until: until.toISOString() };
  return Prisma.sql`(
    (credit.occurred_at >= ${first} AND credit.occurred_at < ${last} AND jsonb_path_exists(c.attribution,
      '$.candidates[*] ? (@.linkId == $link && @.kind != "coupon" && @.outcome != "expired" && @.outcome != "after"
        && @.at >= $from && @.at < $until)', ${JSON.stringify(known)}::jsonb))
    OR (credit.link_id = ${linkId}::uuid AND c.coupon_code IS NULL AND credit.occurred_at >= ${from}
      AND credit.occurred_at < ${new Date(until.getTime() + AFTER_MS)} AND NOT jsonb_path_exists(c.attribution,
        '$.candidates[*] ? (@.linkId == $link && @.kind != "coupon" && @.at != null)',
        ${JSON.stringify(known)}::jsonb)))`;
}
