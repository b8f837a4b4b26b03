import type { BasisPoints } from "~/kernel/rupiah";

/**
 * Reads a share as people type it ("10", "7,5", "7.25 %").
 * @returns basis points from 1 to 10,000; null for anything else, or finer than a hundredth of a percent.
 */
export function parsePercent(text: string): BasisPoints | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  if (!match) return null;
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return basisPoints >= 1 && basisPoints <= 10_000 ? basisPoints : null;
}

/** Basis points as an Indonesian would type them: 750 is "7,5". */
export function percentText(basisPoints: BasisPoints): string {
  return String(basisPoints / 100).replace(".", ",");
}
