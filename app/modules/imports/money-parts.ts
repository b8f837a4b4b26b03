/** The part of an amount that falls on `count` of `total` pieces; nothing where there are none. */
export function wholeUnits(amount: bigint, count: number, total: number): bigint {
  return total > 0 ? (amount * BigInt(count)) / BigInt(total) : 0n;
}
