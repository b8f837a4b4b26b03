import type { Period } from "~/kernel/period";
import { addDays, type Day, daysBetween } from "~/kernel/time";
import type { Channel } from "~/modules/products/listings";

/**
 * Figures of a period. Null is "nobody measured or reported it" and is shown as a dash; zero is "measured, and none
 * came". Rupiah are whole; sums of a nation stay far below 2^53.
 */
export type Figures = {
  /** Every request to /r/CODE that counts as a click, robots and previews included. */
  raw: number | null;
  /** Clicks by people. */
  human: number | null;
  /** Robots, previews and prefetches: raw = human + bot. */
  bot: number | null;
  /** The part of `bot` that are previews of messengers. */
  preview: number | null;
  /** Sum of the unique visitors of each local day: who comes on two days is in it twice. */
  unique: number | null;
  /** Of the human clicks, those by links that lead to the product's page: only they have a step to a shop before them. */
  landed: number | null;
  /** Clicks of people on from the product's page to a shop, and their parts by shop. */
  outbound: number | null;
  outboundTo: Record<Channel, number | null>;
  /** Orders, pending and confirmed. */
  conversions: number | null;
  /** Of the conversions, those measured, imported and declared: conversions = their sum. */
  measured: number | null;
  imported: number | null;
  declared: number | null;
  confirmed: number | null;
  reversed: number | null;
  valueRupiah: number | null;
  commissionRupiah: number | null;
};

export const NO_FIGURES: Figures = {
  raw: null,
  human: null,
  bot: null,
  preview: null,
  unique: null,
  landed: null,
  outbound: null,
  outboundTo: { SHOPEE: null, TOKOPEDIA: null, TIKTOK_SHOP: null, WHATSAPP: null, OWN: null },
  conversions: null,
  measured: null,
  imported: null,
  declared: null,
  confirmed: null,
  reversed: null,
  valueRupiah: null,
  commissionRupiah: null,
};

/** One local day of a series. */
export type DayFigures = Figures & { day: Day };

/** How a conversion is known; a report never adds grades up silently. */
export const EVIDENCE_GRADES = ["MEASURED", "IMPORTED", "DECLARED"] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

export type EvidenceFigures = {
  grade: EvidenceGrade;
  conversions: number | null;
  confirmed: number | null;
  valueRupiah: number | null;
  /** Of the conversions, those that no link or coupon is credited with. */
  unattributed: number | null;
};

/**
 * How many technical units (UPT) the directorate had, as context for how many of them are in Gaung.
 * Source: rmolsumsel.id, 2023 (Lapas, LPKA, Rutan and Bapas).
 */
export const NATIONAL_UNITS = { count: 586, year: 2023, source: "rmolsumsel.id" } as const;

/** The share of one figure in another as a ratio; null where either is missing or the whole is zero. */
export function ratio(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole === 0) return null;
  return part / whole;
}

/** Changes smaller than half a percent are shown as none: "-0%" would puzzle. */
const NOTICEABLE = 0.005;

/** The change against the period before as a ratio: 0.25 is a quarter more. Null where it cannot be said. */
export function change(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before === 0) return null;
  const by = (now - before) / before;
  return Math.abs(by) < NOTICEABLE ? 0 : by;
}

/** The equally long period that ends the day before this one begins. */
export function periodBefore(period: Period): Period {
  const days = daysBetween(period.from, period.to) + 1;
  return { from: addDays(period.from, -days), to: addDays(period.from, -1), zone: period.zone };
}
