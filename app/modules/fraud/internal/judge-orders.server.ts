import type { Ctx } from "~/platform/context.server";
import { groupBy } from "../group-by";
import { judgeCouponDay, judgeCouponSite, judgeDelays, judgeOrder } from "../order-rules";
import type { Signal } from "../signals";
import { DAY_MS } from "../thresholds";
import { readCouponDays, readReferrers } from "./read-coupons.server";
import { readClickOrders, readKnownBuyers, readOrders } from "./read-orders.server";

/** What orders show by themselves, and to which claims they are credited. */
export async function judgeOrders(
  ctx: Ctx,
  conversionIds: readonly string[],
): Promise<{ signals: Signal[]; claimIds: Set<string> }> {
  const orders = await readOrders(ctx, conversionIds);
  const signals: Signal[] = [];
  for (const [institutionId, group] of groupBy(orders, (order) => order.institutionId)) {
    const creatorIds = [...new Set(group.map(({ creatorId }) => creatorId))];
    const buyers = await readKnownBuyers(ctx, institutionId, creatorIds);
    for (const order of group) {
      const known = buyers.get(order.creatorId);
      if (known) signals.push(...judgeOrder(order, known));
    }
  }
  return { signals, claimIds: new Set(orders.map(({ claimId }) => claimId)) };
}

/** What a claim's orders show together. */
export async function judgeClaims(ctx: Ctx, claimIds: readonly string[]): Promise<Signal[]> {
  const signals: Signal[] = [];
  // Of earlier days the two weeks before are not read any more.
  const oldest = new Date(ctx.clock.now().getTime() - 2 * DAY_MS).toISOString().slice(0, 10);
  const isRecent = ({ day }: { day: string }) => day >= oldest;
  for (const claimId of claimIds) signals.push(...judgeDelays(claimId, await readClickOrders(ctx, claimId)));
  const couponDays = await readCouponDays(ctx, claimIds);
  const referrers = groupBy(await readReferrers(ctx, [...couponDays.keys()]), (row) => row.claim_id);
  for (const [claimId, days] of couponDays) {
    for (const { day } of days.filter(isRecent)) signals.push(...judgeCouponDay(claimId, days, day));
    for (const [day, rows] of groupBy(referrers.get(claimId) ?? [], (row) => row.day)) {
      const orders = days.find((each) => each.day === day)?.orders ?? 0;
      signals.push(...judgeCouponSite(claimId, { day, orders, referrers: rows }));
    }
  }
  return signals;
}
