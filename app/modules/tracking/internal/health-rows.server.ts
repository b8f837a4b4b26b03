import { newId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { Prisma, type Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { nextHealth } from "../health-schedule";
import type { Finding } from "../page-health";
import { destinationChanged } from "../tracking.jobs";

/**
 * Addresses in use: listings of products on offer, and where open links lead. WhatsApp numbers are left out: wa.me
 * answers the same for every number. So are demo institutions: what they list is made up.
 */
const IN_USE = Prisma.sql`
  SELECT s.url FROM product_listing s
  JOIN product p ON p.id = s.product_id
  JOIN institution i ON i.id = p.institution_id AND NOT i.is_demo
  WHERE p.status = 'ACTIVE' AND s.channel <> 'WHATSAPP'
  UNION
  SELECT l.destination_url FROM referral_link l
  JOIN campaign c ON c.id = l.campaign_id
  JOIN institution i ON i.id = l.institution_id AND NOT i.is_demo
  WHERE l.status = 'ACTIVE' AND c.status IN ('PUBLISHED', 'PAUSED') AND l.destination <> 'WHATSAPP'
    AND l.destination_url LIKE 'http%'`;

/** Takes up addresses that are new; they are due at once. */
export async function registerAddresses(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.$executeRaw`
    INSERT INTO destination_health (url, host, next_check_at)
    SELECT u.url, lower(substring(u.url FROM '^https?://([^/?#]+)')), ${now}
    FROM (${IN_USE}) u
    WHERE u.url ~ '^https?://[^/?#@]+' ORDER BY u.url
    ON CONFLICT (url) DO NOTHING`;
}

/**
 * Addresses in use whose turn it is, and whose host may be asked. Of each host the longest due, and no more than a run
 * can ask; first the longest due of every host, then the second of each, so that a marketplace with thousands of
 * listings takes nobody else's turn.
 */
export async function dueAddresses(
  ctx: Ctx,
  most: { perHost: number; inAll: number },
): Promise<{ url: string; host: string }[]> {
  const now = ctx.clock.now();
  return ctx.db.$queryRaw`
    SELECT url, host FROM (
      SELECT h.url, h.host, h.next_check_at,
        row_number() OVER (PARTITION BY h.host ORDER BY h.next_check_at, h.url) AS turn
      FROM destination_health h LEFT JOIN destination_host d ON d.host = h.host
      WHERE h.next_check_at <= ${now} AND (d.rests_until IS NULL OR d.rests_until <= ${now})
        AND h.url IN (${IN_USE})
    ) due
    WHERE turn <= ${most.perHost}
    ORDER BY turn, next_check_at, url LIMIT ${most.inAll}`;
}

/**
 * Takes a host for this worker alone, so that it gets one request at a time. A worker that died holds it no longer
 * than its run would have taken.
 * @returns how often in a row it refused us; null where another worker has it, or it wants to be left alone
 */
export async function leaseHost(ctx: Ctx, host: string, budgetMs: number): Promise<number | null> {
  const now = ctx.clock.now();
  // A run's time, and a minute for the address that was begun last.
  const until = new Date(now.getTime() + budgetMs + 60_000);
  const [row] = await ctx.db.$queryRaw<{ strikes: number }[]>`
    INSERT INTO destination_host (host, leased_until) VALUES (${host}, ${until})
    ON CONFLICT (host) DO UPDATE SET leased_until = EXCLUDED.leased_until
    WHERE (destination_host.leased_until IS NULL OR destination_host.leased_until <= ${now})
      AND (destination_host.rests_until IS NULL OR destination_host.rests_until <= ${now})
    RETURNING strikes`;
  return row ? row.strikes : null;
}

/** Gives a host back, with the time until which it wants to be left alone. */
export async function releaseHost(ctx: Ctx, host: string, restsUntil: Date | null): Promise<void> {
  await ctx.db.destinationHost.update({
    where: { host },
    data: { leasedUntil: null, restsUntil, strikes: restsUntil ? { increment: 1 } : 0 },
    select: { host: true },
  });
}

/** Whether some Lapas sells there by itself, and not on a marketplace. */
async function isOwnShop(tx: Tx, url: string): Promise<boolean> {
  const listing = await tx.productListing.findFirst({ where: { url, channel: "OWN" }, select: { id: true } });
  return listing !== null;
}

/** Writes what a visit found, the change if it is one, and asks for the Lapas to be told, in one transaction. */
export async function recordVisit(
  ctx: Ctx,
  url: string,
  finding: Finding,
  chance: number,
  notBefore: Date | null,
): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    const before = await tx.destinationHealth.findUniqueOrThrow({
      where: { url },
      select: { outcome: true, reason: true, told: true, failures: true, unreachableSince: true },
    });
    const { nextCheckAt, changed, tell, ...health } = nextHealth(
      before,
      finding,
      now,
      await isOwnShop(tx, url),
      chance,
    );
    const { httpStatus, finalUrl } = finding;
    await tx.destinationHealth.update({
      where: { url },
      data: {
        ...health,
        ...{ httpStatus, finalUrl, checkedAt: now },
        ...(changed ? { changedAt: now } : {}),
        nextCheckAt: notBefore && notBefore > nextCheckAt ? notBefore : nextCheckAt,
      },
      select: { url: true },
    });
    if (!changed && !tell) return;
    const { outcome, reason } = health;
    const changeId = newId(now);
    await tx.destinationChange.create({
      data: {
        id: changeId,
        url,
        was: before.outcome,
        outcome: outcome ?? "UNSURE",
        reason,
        httpStatus,
        finalUrl,
        at: now,
      },
      select: { id: true },
    });
    if (tell) await enqueue(tx, destinationChanged, { changeId });
  });
}
