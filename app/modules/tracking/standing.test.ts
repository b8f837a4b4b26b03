import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONVERSION_STATUSES, EVIDENCE_GRADES } from "./order-report";
import { evenShares } from "./shares";
import { creditsWorth, differs, leadCredit, rollupShares, type Standing, sumShares } from "./standing";

const HOUR = 3_600_000;
const AT = Date.parse("2026-11-20T10:20:00Z");

function standing(claims: readonly string[], patch: Partial<Standing> = {}): Standing {
  const { netRupiah = 100n } = patch;
  const credits = [...evenShares(claims)].map(([claimId, share]) => ({
    claimId,
    share,
    linkId: `link-${claimId}`,
  }));
  const worth = creditsWorth(credits, netRupiah, (_, net) => net / 10n);
  return {
    ...{
      status: "CONFIRMED",
      grade: "MEASURED",
      occurredAt: new Date(AT),
      amountRupiah: 100n,
      refundedRupiah: 0n,
    },
    ...{ netRupiah, credits: worth, withdrawn: false },
    commissionRupiah: worth.reduce((sum, each) => sum + each.commissionRupiah, 0n),
    ...patch,
  };
}

describe("rollup shares", () => {
  it("count the order once, at its largest credit, and split its money", () => {
    const shares = rollupShares("lapas", standing(["b", "a", "c"], { refundedRupiah: 10n, netRupiah: 90n }));
    expect(
      shares.map((each) => [
        each.bucketId,
        each.count,
        each.confirmed,
        each.valueRupiah,
        each.refundedRupiah,
      ]),
    ).toEqual([
      ["link-a", 1, 1, 30n, 4n],
      ["link-b", 0, 0, 30n, 3n],
      ["link-c", 0, 0, 30n, 3n],
    ]);
    expect(leadCredit(standing(["b", "a"]).credits)?.claimId).toBe("a");
  });

  it("fall to the institution where nobody is credited, and to nobody where it was withdrawn", () => {
    expect(rollupShares("lapas", standing([]))).toMatchObject([
      { bucketId: "lapas", linkId: null, count: 1, valueRupiah: 100n, commissionRupiah: 0n },
    ]);
    expect(rollupShares("lapas", standing(["a"], { withdrawn: true }))).toEqual([]);
    expect(rollupShares("lapas", null)).toEqual([]);
  });

  it("of a reversed order are a reversal and no money", () => {
    const reversed = standing(["a"], { status: "REVERSED", netRupiah: 0n, refundedRupiah: 5n });
    expect(rollupShares("lapas", reversed)).toMatchObject([
      { count: 0, confirmed: 0, reversed: 1, valueRupiah: 0n, refundedRupiah: 0n },
    ]);
  });
});

describe("moves from standing to standing", () => {
  const any = fc
    .record({
      claims: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 }),
      status: fc.constantFrom(...CONVERSION_STATUSES),
      grade: fc.constantFrom(...EVIDENCE_GRADES),
      hours: fc.nat({ max: 3 }),
      amount: fc.bigInt({ min: 0n, max: 1_000_000n }),
      refund: fc.bigInt({ min: 0n, max: 1_000_000n }),
      withdrawn: fc.boolean(),
    })
    .map(({ claims, status, grade, hours, amount, refund, withdrawn }) => {
      const refundedRupiah = refund < amount ? refund : amount;
      return standing(claims, {
        ...{ status, grade, withdrawn, refundedRupiah, amountRupiah: amount },
        occurredAt: new Date(AT + hours * HOUR),
        netRupiah: status === "REVERSED" ? 0n : amount - refundedRupiah,
      });
    });

  it("bring the rollups to the last one, whatever lay between", () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (steps) => {
        const moves = steps.flatMap((after, index) => [
          { shares: rollupShares("lapas", steps[index - 1] ?? null), sign: -1 as const },
          { shares: rollupShares("lapas", after), sign: 1 as const },
        ]);
        const last = sumShares([{ shares: rollupShares("lapas", steps.at(-1) ?? null), sign: 1 }]);
        const byKey = (all: ReturnType<typeof sumShares>) =>
          all
            .map(({ bucketId, hour, grade, ...rest }) => ({
              key: `${bucketId} ${hour.getTime()} ${grade}`,
              ...rest,
            }))
            .sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(byKey(sumShares(moves))).toEqual(byKey(last));
      }),
    );
  });

  it("sum up to the order: one count, its net worth, its refunds, its commission", () => {
    fc.assert(
      fc.property(any, (order) => {
        const shares = rollupShares("lapas", order);
        const total = (key: "valueRupiah" | "commissionRupiah" | "refundedRupiah") =>
          shares.reduce((sum, each) => sum + each[key], 0n);
        const live = !order.withdrawn && order.status !== "REVERSED";
        expect(shares.reduce((sum, each) => sum + each.count, 0)).toBe(live ? 1 : 0);
        expect(total("valueRupiah")).toBe(live ? order.netRupiah : 0n);
        expect(total("refundedRupiah")).toBe(live ? order.refundedRupiah : 0n);
        expect(total("commissionRupiah")).toBe(live ? order.commissionRupiah : 0n);
        expect(differs(order, order)).toBe(false);
      }),
    );
  });
});
