import { groupBy } from "./group-by";
import { median } from "./robust";
import type { FactsOf, Signal } from "./signals";
import { COUPON_HOSTS, THRESHOLDS, WEIGHTS } from "./thresholds";

/** An order credited to a claim, as far as the rules look at it. */
export type CreditedOrder = {
  conversionId: string;
  orderId: string;
  claimId: string;
  occurredAt: Date;
  buyerHash: string | null;
  /** When the claim's link was clicked on a device of the influencer or an officer, with this order; null: never. */
  ownClickAt: Date | null;
  /** Clicks of the claim before the order, each with the order's time as the same source knows it. */
  touches: readonly Touch[];
};

/** A click and its order, in times that can be compared. */
export type Touch = { clickedAt: Date; orderedAt: Date };

/** Hashes of accounts that are the influencer's own, or an officer's of the same Lapas. */
export type KnownBuyers = {
  own: ReadonlyMap<string, FactsOf<"SELF_PURCHASE">["account"]>;
  officers: ReadonlyMap<string, string>;
};

/** What an order shows by itself. */
export function judgeOrder(order: CreditedOrder, buyers: KnownBuyers): Signal[] {
  const { conversionId, orderId, buyerHash, ownClickAt } = order;
  const found: Signal[] = [];
  const account = buyerHash === null ? undefined : buyers.own.get(buyerHash);
  const officerUserId = buyerHash === null ? undefined : buyers.officers.get(buyerHash);
  if (account) found.push(signalOf(order, { kind: "SELF_PURCHASE", conversionId, orderId, account }));
  else if (officerUserId) {
    found.push(signalOf(order, { kind: "OFFICER_PURCHASE", conversionId, orderId, officerUserId }));
  }
  if (ownClickAt) {
    found.push(
      signalOf(order, { kind: "OWN_DEVICE", conversionId, orderId, clickedAt: ownClickAt.toISOString() }),
    );
  }
  const touch = shortestTouch(order);
  if (touch && delayOf(touch) < THRESHOLDS.quick.maxDelayMs) {
    found.push(signalOf(order, { kind: "QUICK_ORDER", ...delayFacts(order, touch) }));
  }
  return found;
}

type OrderFacts = FactsOf<"SELF_PURCHASE" | "OFFICER_PURCHASE" | "OWN_DEVICE" | "QUICK_ORDER">;

function signalOf(order: CreditedOrder, facts: OrderFacts): Signal {
  return {
    key: `${facts.kind}:${order.claimId}:${order.conversionId}`,
    claimId: order.claimId,
    strength: WEIGHTS[facts.kind].strength,
    at: order.occurredAt,
    facts,
  };
}

const delayOf = ({ clickedAt, orderedAt }: Touch) => orderedAt.getTime() - clickedAt.getTime();

/**
 * The click that came last before the order; null where none can be compared: an order's time on the full minute is one
 * that a shop rounded, and one before its click comes of clocks that differ.
 */
export function shortestTouch({ touches }: Pick<CreditedOrder, "touches">): Touch | null {
  const comparable = touches.filter(
    (touch) => touch.orderedAt.getTime() % 60_000 !== 0 && delayOf(touch) >= 0,
  );
  return comparable.sort((a, b) => delayOf(a) - delayOf(b))[0] ?? null;
}

const delayFacts = ({ conversionId, orderId }: CreditedOrder, touch: Touch) => ({
  ...{ conversionId, orderId, delayMs: delayOf(touch) },
  ...{ clickedAt: touch.clickedAt.toISOString(), orderedAt: touch.orderedAt.toISOString() },
});

/** Orders of one claim that came the same short time after their clicks: one signal a month and band of time. */
export function judgeDelays(claimId: string, orders: readonly CreditedOrder[]): Signal[] {
  const { bandMs, maxDelayMs, orders: least, share } = THRESHOLDS.sameDelay;
  const measured = orders
    .flatMap((order) => {
      const touch = shortestTouch(order);
      const month = order.occurredAt.toISOString().slice(0, 7);
      return touch ? [{ order, touch, delay: delayOf(touch), month }] : [];
    })
    .sort((a, b) => a.order.occurredAt.getTime() - b.order.occurredAt.getTime() || compare(a.order, b.order));
  const bands = groupBy(
    measured.filter(({ delay }) => delay < maxDelayMs),
    ({ delay, month }) => `${month}:${Math.floor(delay / bandMs)}`,
  );
  return [...bands].flatMap(([key, band]) => {
    const month = band[0]?.month ?? "";
    const ofMonth = measured.filter((each) => each.month === month).length;
    if (band.length < share * ofMonth) return [];
    // Each further six are a signal of their own: what was found before stays as it was.
    const groups = Array.from({ length: Math.floor(band.length / least) }, (_, index) =>
      band.slice(index * least, (index + 1) * least),
    );
    return groups.map((group, index) => ({
      key: `SAME_DELAY:${claimId}:${key}:${index + 1}`,
      claimId,
      strength: WEIGHTS.SAME_DELAY.strength,
      at: group[0]?.order.occurredAt ?? new Date(0),
      facts: {
        kind: "SAME_DELAY" as const,
        month,
        measured: ofMonth,
        orders: group.map(({ order, touch }) => delayFacts(order, touch)),
      },
    }));
  });
}

const compare = (a: CreditedOrder, b: CreditedOrder) => (a.conversionId < b.conversionId ? -1 : 1);

/** A claim's orders by its coupon code on one UTC day. */
export type CouponDay = {
  day: string;
  orders: number;
  /** Without any click of the claim's links. */
  untouched: number;
  buyers: number;
  /** By people on the claim's links. */
  clicks: number;
};

/** A code that suddenly goes round by itself. @param days the day that is looked at and those before it */
export function judgeCouponDay(claimId: string, days: readonly CouponDay[], day: string): Signal[] {
  const { orders: least, untouchedShare, times, usualFloor } = THRESHOLDS.coupon;
  const now = days.find((each) => each.day === day);
  if (!now || now.untouched < least || now.untouched < untouchedShare * now.orders) return [];
  const before = daysBefore(day, 14).map((each) => days.find((known) => known.day === each)?.untouched ?? 0);
  const usual = median(before);
  if (now.untouched <= times * Math.max(usual, usualFloor) || now.clicks >= now.untouched) return [];
  const { orders, untouched, clicks, buyers } = now;
  return [
    {
      key: `COUPON_SPREAD:${claimId}:${day}`,
      claimId,
      strength: WEIGHTS.COUPON_SPREAD.strength,
      at: new Date(`${day}T00:00:00.000Z`),
      facts: { kind: "COUPON_SPREAD", day, orders, untouched, usual, clicks, buyers },
    },
  ];
}

function daysBefore(day: string, count: number): string[] {
  const start = new Date(`${day}T00:00:00.000Z`).getTime();
  return Array.from({ length: count }, (_, index) =>
    new Date(start - (index + 1) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Visitors who came from where codes are collected, on a day on which the code was used. */
export function judgeCouponSite(
  claimId: string,
  input: { day: string; orders: number; referrers: readonly { host: string; clicks: number }[] },
): Signal[] {
  const { siteClicks, siteOrders } = THRESHOLDS.coupon;
  const from = input.referrers.filter(({ host }) => isCouponHost(host));
  const clicks = from.reduce((sum, each) => sum + each.clicks, 0);
  if (clicks < siteClicks || input.orders < siteOrders) return [];
  const hosts = from.map(({ host }) => host).sort();
  return [
    {
      key: `COUPON_SITE:${claimId}:${input.day}`,
      claimId,
      strength: WEIGHTS.COUPON_SITE.strength,
      at: new Date(`${input.day}T00:00:00.000Z`),
      facts: { kind: "COUPON_SITE", day: input.day, clicks, orders: input.orders, hosts: hosts.slice(0, 10) },
    },
  ];
}

const COUPON_WORD = /(^|[.-])(kupon|coupons?|vouchers?|promo-?codes?|kode-?promo|kode-?kupon)([.-]|$)/;

/** Whether a host collects coupon codes, by the list or by its name. */
export function isCouponHost(host: string): boolean {
  return COUPON_HOSTS.some((known) => host === known || host.endsWith(`.${known}`)) || COUPON_WORD.test(host);
}
