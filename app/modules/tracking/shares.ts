import type { Rupiah } from "~/kernel/rupiah";

/** Parts per million that make a whole. */
export const WHOLE = 1_000_000;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A whole in equal parts that add up exactly; what is left over goes to the first keys in the order of the alphabet. */
export function evenShares(keys: readonly string[]): Map<string, number> {
  const sorted = [...new Set(keys)].sort(byText);
  const each = Math.floor(WHOLE / Math.max(1, sorted.length));
  const left = sorted.length === 0 ? 0 : WHOLE - each * sorted.length;
  return new Map(sorted.map((key, index) => [key, each + (index < left ? 1 : 0)]));
}

/**
 * Parts of money by the largest remainder (Hamilton's method): each gets the whole rupiah of its exact part, what is
 * left goes to the largest remainders, and of equal ones to the first key. The parts add up to the whole of the exact
 * sum, rounded down.
 * @param exact by key, in millionths of a rupiah
 */
export function wholeParts(exact: ReadonlyMap<string, bigint>): Map<string, Rupiah> {
  const unit = BigInt(WHOLE);
  const entries = [...exact].map(([key, value]) => ({ key, whole: value / unit, rest: value % unit }));
  let left = entries.reduce((sum, { rest }) => sum + rest, 0n) / unit;
  entries.sort((a, b) => (a.rest === b.rest ? byText(a.key, b.key) : a.rest > b.rest ? -1 : 1));
  return new Map(
    entries.map(({ key, whole }) => {
      const one = left > 0n ? 1n : 0n;
      left -= one;
      return [key, whole + one];
    }),
  );
}

/** An amount by shares that make a whole: the parts add up to the amount. */
export function splitByShares(
  amount: Rupiah,
  shares: readonly { claimId: string; share: number }[],
): Map<string, Rupiah> {
  return wholeParts(new Map(shares.map(({ claimId, share }) => [claimId, amount * BigInt(share)])));
}
