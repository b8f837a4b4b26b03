import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONVERSION_SOURCES, CONVERSION_STATUSES, gradeOf } from "./order-report";
import { believed, foldStatements, foldStatus, repeats, type Statement } from "./statements";

const AT = Date.parse("2026-11-20T00:00:00Z");
const at = (minutes: number) => new Date(AT + minutes * 60_000);

let serial = 0;

function said(patch: Partial<Statement> & { minutes?: number } = {}): Statement {
  const { minutes = 0, ...rest } = patch;
  const source = rest.source === undefined ? "API" : rest.source;
  serial += 1;
  return {
    ...{
      id: String(serial).padStart(6, "0"),
      source,
      grade: source ? gradeOf(source) : "DECLARED",
      channel: "OWN",
    },
    ...{ status: "CONFIRMED", amountRupiah: 100n, refundedRupiah: 0n, occurredAt: at(-600) },
    ...{
      reportedAt: at(minutes),
      lastSaidAt: at(minutes),
      buyerHash: null,
      buyerReturning: null,
      hasItems: false,
    },
    evidence: {
      ...{ clicks: [], linkCodes: [], couponCode: null, otherCoupons: [], handles: [], contentIds: [] },
      clickedAt: null,
    },
    ...rest,
  };
}

const act = (patch: Partial<Statement> & { minutes?: number }) =>
  said({
    source: null,
    channel: null,
    status: null,
    amountRupiah: null,
    refundedRupiah: null,
    occurredAt: null,
    ...patch,
  });

describe("money", () => {
  it("is that of the best grade, and of one grade of whoever spoke last", () => {
    const api = said({ source: "API", amountRupiah: 100n });
    const report = said({ source: "SHOPEE_ORDERS", amountRupiah: 90n, minutes: 9 });
    const shop = said({ source: "WOOCOMMERCE", amountRupiah: 95n, minutes: 5 });
    expect(foldStatements([report])).toMatchObject({ amountRupiah: 90n, grade: "IMPORTED" });
    expect(foldStatements([report, api])).toMatchObject({ amountRupiah: 100n, source: "API" });
    expect(foldStatements([shop, report, api])).toMatchObject({ amountRupiah: 95n, source: "WOOCOMMERCE" });
    const again = { ...api, lastSaidAt: at(6) };
    expect(foldStatements([shop, report, again])).toMatchObject({ amountRupiah: 100n, source: "API" });
  });

  it("knows every refund: each source's last word, of all the largest, never above the amount", () => {
    const api = said();
    const report = said({ source: "SHOPEE_ORDERS", refundedRupiah: 30n, minutes: 1 });
    expect(foldStatements([api, report])).toMatchObject({ refundedRupiah: 30n, netRupiah: 70n });
    expect(
      foldStatements([api, report, said({ source: "SHOPEE_ORDERS", refundedRupiah: 10n, minutes: 2 })]),
    ).toMatchObject({
      refundedRupiah: 10n,
    });
    const officer = [act({ refundedRupiah: 60n, minutes: 3 }), act({ refundedRupiah: 20n, minutes: 4 })];
    expect(foldStatements([api, report, ...officer])).toMatchObject({ refundedRupiah: 30n });
    expect(foldStatements([api, act({ refundedRupiah: 200n })])).toMatchObject({
      refundedRupiah: 100n,
      netRupiah: 0n,
    });
  });

  it("is nobody's where no source stands behind the order", () => {
    expect(foldStatements([])).toBeNull();
    expect(foldStatements([act({ status: "CONFIRMED" })])).toBeNull();
  });
});

describe("status", () => {
  it.each([
    [
      "a later report confirms",
      [said({ status: "PENDING" }), said({ source: "SHOPEE_ORDERS" })],
      "CONFIRMED",
    ],
    ["pending after a confirmation is stale", [said(), said({ status: "PENDING", minutes: 5 })], "CONFIRMED"],
    [
      "a reversal goes before what was said earlier",
      [said(), said({ source: "SHOPEE_ORDERS", status: "REVERSED", minutes: 1 })],
      "REVERSED",
    ],
    [
      "a confirmation of a better grade lifts an older reversal",
      [said({ minutes: 2 }), said({ source: "SHOPEE_ORDERS", status: "REVERSED", minutes: 1 })],
      "CONFIRMED",
    ],
    [
      "one of a lower grade does not",
      [said({ status: "REVERSED" }), said({ source: "SHOPEE_ORDERS", minutes: 2 })],
      "REVERSED",
    ],
    [
      "a shop's payment that failed and is tried anew is open again",
      [
        said({ source: "WOOCOMMERCE", status: "REVERSED" }),
        said({ source: "WOOCOMMERCE", status: "PENDING", minutes: 1 }),
      ],
      "PENDING",
    ],
    [
      "what was confirmed before a shop cancelled and opened it again is open",
      [
        said({ source: "WOOCOMMERCE" }),
        said({ source: "WOOCOMMERCE", status: "REVERSED", minutes: 1 }),
        said({ source: "WOOCOMMERCE", status: "PENDING", minutes: 2 }),
      ],
      "PENDING",
    ],
    [
      "an older export does not open what a report cancelled",
      [
        said({ source: "SHOPEE_ORDERS", status: "REVERSED" }),
        said({ source: "SHOPEE_ORDERS", status: "PENDING", minutes: 1 }),
      ],
      "REVERSED",
    ],
    ["what an officer reversed stays so", [act({ status: "REVERSED" }), said({ minutes: 9 })], "REVERSED"],
    ["an officer confirms", [said({ status: "PENDING" }), act({ status: "CONFIRMED" })], "CONFIRMED"],
    [
      "an officer's confirmation lifts no reversal",
      [said({ status: "REVERSED" }), act({ status: "CONFIRMED", minutes: 3 })],
      "REVERSED",
    ],
  ] satisfies [string, Statement[], string][])("%s", (_, statements, expected) => {
    expect(foldStatus(statements)).toBe(expected);
  });

  it("leaves a reversed order nothing", () => {
    expect(foldStatements([said({ status: "REVERSED" })])).toMatchObject({
      netRupiah: 0n,
      amountRupiah: 100n,
    });
  });
});

describe("a statement said again", () => {
  it("is one that says just the same", () => {
    const evidence = { ...said().evidence, couponCode: "AB12", linkCodes: ["x"] };
    const known = said({ evidence });
    expect(repeats(known, said({ minutes: 5, evidence }))).toBe(true);
    expect(repeats(known, said())).toBe(false);
    expect(repeats(said(), said({ evidence }))).toBe(false);
    expect(repeats(known, said({ status: "REVERSED" }))).toBe(false);
    expect(repeats(known, said({ refundedRupiah: 1n }))).toBe(false);
    expect(repeats(known, said({ source: "SCRIPT" }))).toBe(false);
    expect(repeats(known, said({ buyerHash: "b" }))).toBe(false);
  });
});

describe("any statements", () => {
  const statement = fc
    .record({
      source: fc.option(fc.constantFrom(...CONVERSION_SOURCES)),
      status: fc.constantFrom(...CONVERSION_STATUSES),
      amountRupiah: fc.bigInt({ min: 0n, max: 1_000n }),
      refundedRupiah: fc.bigInt({ min: 0n, max: 1_000n }),
      minutes: fc.nat({ max: 5 }),
      occurred: fc.nat({ max: 9 }),
      couponCode: fc.option(fc.constantFrom("A", "B")),
      buyerHash: fc.option(fc.constantFrom("x", "y")),
      buyerReturning: fc.option(fc.boolean()),
      hasItems: fc.boolean(),
    })
    .map(({ occurred, couponCode, source, ...rest }) =>
      source === null
        ? act(rest)
        : said({ ...rest, source, occurredAt: at(-occurred), evidence: { ...said().evidence, couponCode } }),
    );
  const shuffled = fc
    .array(statement, { maxLength: 10 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

  it("make the same order in every order of arrival, worth between nothing and its amount", () => {
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const state = foldStatements(all);
        expect(foldStatements(other)).toEqual(state);
        if (!state) return;
        expect(state.netRupiah >= 0n && state.netRupiah <= state.amountRupiah).toBe(true);
        const net = state.status === "REVERSED" ? 0n : state.amountRupiah - state.refundedRupiah;
        expect(state.netRupiah).toBe(net);
      }),
      { numRuns: 2_000 },
    );
  }, 30_000);
});

describe("a statement without an amount", () => {
  const nothing = { status: null, amountRupiah: null, refundedRupiah: null, occurredAt: null };
  const evidence = said({ source: "SHOPEE_COMMISSION", channel: "SHOPEE", minutes: 9, ...nothing });

  it("moves nothing, and keeps no order", () => {
    const told = said({ source: "SHOPEE_ORDERS", channel: "SHOPEE", refundedRupiah: 30n });
    expect(foldStatements([told, evidence])).toEqual(foldStatements([told]));
    expect(foldStatements([evidence])).toBeNull();
  });

  it("is heard only of an order that is known from the same channel", () => {
    const told = said({ source: "SHOPEE_ORDERS", channel: "SHOPEE" });
    expect(believed([told, evidence])).toEqual([told, evidence]);
    const own = said({ source: "WOOCOMMERCE", channel: "OWN" });
    expect(believed([own, evidence])).toEqual([own]);
    expect(believed([evidence])).toEqual([]);
  });
});

describe("a page's script", () => {
  const page = (patch: Partial<Statement> & { minutes?: number } = {}) =>
    said({ source: "SCRIPT", status: "PENDING", grade: "MEASURED", occurredAt: at(0), ...patch });
  const shop = said({ source: "WOOCOMMERCE", occurredAt: at(0), minutes: 1 });

  it("is all that is known while nobody else has told", () => {
    const state = foldStatements([page({ amountRupiah: 70n, refundedRupiah: 20n })]);
    expect(state).toMatchObject({ source: "SCRIPT", amountRupiah: 70n, netRupiah: 50n, status: "PENDING" });
  });

  it("is heard beside a shop only with the shop's amount and near the order's time", () => {
    const right = page({ minutes: 59 });
    const all = [right, page({ amountRupiah: 101n }), page({ minutes: 61 }), page({ minutes: -61 })];
    expect(believed([...all, shop])).toEqual([right, shop]);
    expect(believed(all)).toEqual(all);
  });

  it("moves neither money nor refund of what a shop has told", () => {
    const later = page({ minutes: 30, refundedRupiah: 100n });
    expect(foldStatements([shop, later])).toEqual(foldStatements([shop]));
    expect(foldStatements([later, shop])).toEqual(foldStatements([shop]));
  });
});
