import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CouponDay,
  type CreditedOrder,
  isCouponHost,
  judgeCouponDay,
  judgeCouponSite,
  judgeDelays,
  judgeOrder,
} from "./order-rules";
import { factsSchema } from "./signals";

const id = (index: number) => `0192aaaa-0000-7000-8000-${index.toString(16).padStart(12, "0")}`;
const ORDERED = new Date("2026-06-14T10:00:31.250Z");
const touch = (delayMs: number, orderedAt = ORDERED) => ({
  clickedAt: new Date(orderedAt.getTime() - delayMs),
  orderedAt,
});
const order = (patch: Partial<CreditedOrder> = {}, delayMs = 600_000): CreditedOrder => ({
  ...{ conversionId: id(1), orderId: "S-1", claimId: "claim", occurredAt: ORDERED },
  ...{ buyerHash: null, ownClickAt: null, touches: [touch(delayMs, patch.occurredAt)] },
  ...patch,
});
const buyers = {
  own: new Map([["own-hash", "SHOPEE" as const]]),
  officers: new Map([
    ["officer-hash", id(77)],
    ["own-hash", id(78)],
  ]),
};
const kinds = (each: CreditedOrder) => judgeOrder(each, buyers).map(({ facts }) => facts.kind);

describe("an order by itself", () => {
  it.each([
    ["an ordinary order", order(), []],
    ["without a known buyer", order({ buyerHash: "somebody" }), []],
    ["bought by the influencer, though an officer too", order({ buyerHash: "own-hash" }), ["SELF_PURCHASE"]],
    ["bought by an officer", order({ buyerHash: "officer-hash" }), ["OFFICER_PURCHASE"]],
    ["clicked on the own device", order({ ownClickAt: new Date(0) }), ["OWN_DEVICE"]],
    ["four seconds after the click", order({}, 4_000), ["QUICK_ORDER"]],
    ["ten seconds after", order({}, 10_000), []],
    ["before its click: clocks differ", order({}, -4_000), []],
    [
      "of several clicks by the last one",
      order({ touches: [touch(900_000), touch(4_000)] }),
      ["QUICK_ORDER"],
    ],
    [
      "a click after it hides no earlier one",
      order({ touches: [touch(-9_000), touch(4_000)] }),
      ["QUICK_ORDER"],
    ],
    [
      "on the full minute: rounded by the shop",
      order({ occurredAt: new Date("2026-06-14T10:00:00Z") }, 4_000),
      [],
    ],
    ["without a click", order({ touches: [] }), []],
  ])("%s", (_, each, found) => {
    expect(kinds(each)).toEqual(found);
    for (const { facts } of judgeOrder(each, buyers)) expect(factsSchema.parse(facts)).toEqual(facts);
  });
});

describe("delays of a claim's orders", () => {
  const many = (count: number, delay: (index: number) => number) =>
    Array.from({ length: count }, (_, index) =>
      order(
        { conversionId: id(index), occurredAt: new Date(ORDERED.getTime() + index * 3_600_000) },
        delay(index),
      ),
    );
  it("six of one short time are told once, six more once more", () => {
    const twelve = many(12, (index) => 41_000 + (index % 4) * 1_000);
    expect(judgeDelays("claim", twelve.slice(0, 5))).toEqual([]);
    const first = judgeDelays("claim", twelve.slice(0, 6));
    expect(first.map(({ key }) => key)).toEqual(["SAME_DELAY:claim:2026-06:8:1"]);
    const all = judgeDelays("claim", twelve);
    expect(all[0]?.facts).toMatchObject({ orders: { length: 6 } });
    expect(all.map(({ key }) => key)).toEqual([
      "SAME_DELAY:claim:2026-06:8:1",
      "SAME_DELAY:claim:2026-06:8:2",
    ]);
  });
  it("people's times say nothing", () => {
    expect(
      judgeDelays(
        "claim",
        many(200, (index) => 20_000 + ((index * 7_919_000) % 9_000_000)),
      ),
    ).toEqual([]);
  });
  it("gives the same answer in every order of arrival", () => {
    const orders = many(14, (index) => 41_000 + (index % 5) * 900);
    fc.assert(
      fc.property(fc.shuffledSubarray(orders, { minLength: orders.length }), (shuffled) => {
        expect(judgeDelays("claim", shuffled)).toEqual(judgeDelays("claim", orders));
      }),
      { numRuns: 50 },
    );
  });
});

describe("coupon codes", () => {
  const day = (date: string, untouched: number, patch: Partial<CouponDay> = {}): CouponDay => ({
    ...{ day: date, orders: untouched, untouched, buyers: untouched, clicks: 2 },
    ...patch,
  });
  const usual = Array.from({ length: 14 }, (_, index) =>
    day(`2026-06-${String(index + 1).padStart(2, "0")}`, 6),
  );
  it.each([
    ["as usual", [...usual, day("2026-06-15", 8)], 0],
    ["a leap", [...usual, day("2026-06-15", 60)], 1],
    ["a leap of a claim without a past", [day("2026-06-15", 60)], 1],
    ["a busy day of which people's clicks tell", [...usual, day("2026-06-15", 60, { clicks: 300 })], 0],
    ["orders that came by clicks", [...usual, day("2026-06-15", 30, { orders: 60 })], 0],
    ["a small claim's first orders", [day("2026-06-15", 12)], 0],
  ])("%s", (_, days, found) => {
    expect(judgeCouponDay("claim", days, "2026-06-15")).toHaveLength(found);
  });
  it.each([
    ["www.cuponation.co.id", true],
    ["kupon.example.id", true],
    ["kode-promo.net", true],
    ["instagram.com", false],
    ["tokopedia.com", false],
    ["notpicodi.com", false],
    ["couponista-recipes.com", false],
  ])("%s", (host, known) => {
    expect(isCouponHost(host)).toBe(known);
  });
  it("visitors of such sites count once the code is used", () => {
    const referrers = [
      { host: "picodi.com", clicks: 14 },
      { host: "instagram.com", clicks: 300 },
    ];
    expect(judgeCouponSite("claim", { day: "2026-06-15", orders: 0, referrers })).toEqual([]);
    const [found] = judgeCouponSite("claim", { day: "2026-06-15", orders: 4, referrers });
    expect(found?.facts).toEqual({
      kind: "COUPON_SITE",
      day: "2026-06-15",
      clicks: 14,
      orders: 4,
      hosts: ["picodi.com"],
    });
  });
});
