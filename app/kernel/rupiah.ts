/** Money: whole rupiah. There are no cents in use. */
export type Rupiah = bigint;

/** Hundredths of a percent: 1250 is 12.5 %. */
export type BasisPoints = number;

/**
 * A share of an amount, rounded half away from zero to whole rupiah.
 * @throws RangeError when `basisPoints` is no whole number from 0 to 10,000.
 */
export function shareOf(amount: Rupiah, basisPoints: BasisPoints): Rupiah {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000) {
    throw new RangeError(`basis points must be a whole number from 0 to 10000, got ${basisPoints}`);
  }
  const scaled = amount * BigInt(basisPoints);
  const half = scaled < 0n ? -5_000n : 5_000n;
  return (scaled + half) / 10_000n;
}

/**
 * Reads what people type for rupiah: "15000", "15.000", "Rp 15.000", "Rp15.000,00".
 * @returns null where it is not a whole, non-negative amount of at most 15 digits.
 */
export function parseRupiah(text: string): Rupiah | null {
  const bare = text
    .trim()
    .replace(/^rp\.?\s*/i, "")
    .replace(/,0{1,2}$|,-$/, "");
  if (!/^(\d{1,15}|\d{1,3}(\.\d{3}){1,4})$/.test(bare)) return null;
  return BigInt(bare.replaceAll(".", ""));
}
