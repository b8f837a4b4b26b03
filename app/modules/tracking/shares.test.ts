import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenShares, splitByShares, WHOLE, wholeParts } from "./shares";

const sum = (parts: Map<string, bigint>) => [...parts.values()].reduce((total, part) => total + part, 0n);

describe("even shares", () => {
  it("make a whole, for any number of influencers", () => {
    expect([...evenShares(["b", "a", "c"])]).toEqual([
      ["a", 333_334],
      ["b", 333_333],
      ["c", 333_333],
    ]);
    expect(evenShares([]).size).toBe(0);
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 50 }), (keys) => {
        const shares = [...evenShares(keys).values()];
        expect(shares.reduce((total, share) => total + share, 0)).toBe(WHOLE);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("parts of money", () => {
  it("go to the largest remainders, and of equal ones to the first", () => {
    const thirds = [
      { claimId: "a", share: 333_334 },
      { claimId: "b", share: 333_333 },
      { claimId: "c", share: 333_333 },
    ];
    expect([...splitByShares(100n, thirds)].sort()).toEqual([
      ["a", 34n],
      ["b", 33n],
      ["c", 33n],
    ]);
    const half = [
      { claimId: "b", share: 500_000 },
      { claimId: "a", share: 500_000 },
    ];
    expect(splitByShares(3n, half).get("a")).toBe(2n);
  });

  it("add up to the amount, and none is a rupiah away from its exact part", () => {
    const shares = fc
      .array(fc.nat({ max: WHOLE }), { minLength: 0, maxLength: 8 })
      .map((cuts) => [0, ...cuts.sort((a, b) => a - b), WHOLE])
      .map((cuts) =>
        cuts.slice(1).map((cut, index) => ({ claimId: `c${index}`, share: cut - (cuts[index] ?? 0) })),
      );
    fc.assert(
      fc.property(shares, fc.bigInt({ min: 0n, max: 10n ** 12n }), (all, amount) => {
        const parts = splitByShares(amount, all);
        expect(sum(parts)).toBe(amount);
        for (const { claimId, share } of all) {
          const exact = Number(amount * BigInt(share)) / WHOLE;
          expect(Math.abs(Number(parts.get(claimId)) - exact)).toBeLessThan(1.01);
        }
      }),
    );
  });

  it("of several rates add up to the whole of the exact sum", () => {
    const exact = new Map([
      ["a", 1_500_000n],
      ["b", 1_700_000n],
    ]);
    expect(wholeParts(exact)).toEqual(
      new Map([
        ["b", 2n],
        ["a", 1n],
      ]),
    );
  });
});
