import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRupiah, shareOf } from "./rupiah";

describe("shareOf", () => {
  it.each([
    [100_000n, 1_000, 10_000n],
    [33_333n, 1_250, 4_167n],
    [1n, 5_000, 1n],
    [-1n, 5_000, -1n],
    [0n, 10_000, 0n],
  ])("takes of %s rupiah %s basis points: %s", (amount, basisPoints, expected) => {
    expect(shareOf(amount, basisPoints)).toBe(expected);
  });

  it("never gives more than the whole, and a reversal takes back exactly what was given", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), fc.integer({ min: 0, max: 10_000 }), (amount, basisPoints) => {
        const share = shareOf(amount, basisPoints);
        expect(share >= 0n && share <= amount).toBe(true);
        expect(shareOf(-amount, basisPoints)).toBe(-share);
      }),
    );
  });

  it.each([-1, 10_001, 0.5])("refuses %s basis points", (basisPoints) => {
    expect(() => shareOf(1n, basisPoints)).toThrow(RangeError);
  });
});

describe("parseRupiah", () => {
  it.each([
    ["15000", 15_000n],
    ["15.000", 15_000n],
    ["Rp 15.000", 15_000n],
    ["Rp1.250.000,00", 1_250_000n],
    ["rp. 500,-", 500n],
    ["0", 0n],
  ])("reads %s", (text, expected) => {
    expect(parseRupiah(text)).toBe(expected);
  });

  it.each(["", "abc", "1.50", "15,5", "-5", "1.0000", "1e5", "9999999999999999"])("refuses %s", (text) => {
    expect(parseRupiah(text)).toBeNull();
  });
});
