import { addDays, type Day, daysBetween, localDay, parseDay, startOfDay, type Zone } from "./time";

/** A range of local days, both included, in one zone. */
export type Period = { from: Day; to: Day; zone: Zone };

export const PERIOD_PRESETS = ["7d", "28d", "90d", "month"] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** The longest period that a page or the API answers, in days. */
export const MAX_PERIOD_DAYS = 731;

/** The last days up to and with today, or this month so far. */
export function presetPeriod(preset: PeriodPreset, now: Date, zone: Zone): Period {
  const to = localDay(now, zone);
  if (preset === "month") return { from: `${to.slice(0, 8)}01`, to, zone };
  return { from: addDays(to, 1 - Number.parseInt(preset, 10)), to, zone };
}

/**
 * Reads `from` and `to` of a query string. Anything missing, unreal or reversed falls back to the preset, so that
 * a hand-edited address still shows a page.
 */
export function readPeriod(
  search: URLSearchParams,
  now: Date,
  zone: Zone,
  fallback: PeriodPreset = "28d",
): Period {
  const from = search.get("from");
  const to = search.get("to");
  if (from && to && isDay(from) && isDay(to)) {
    const days = daysBetween(from, to) + 1;
    if (days >= 1 && days <= MAX_PERIOD_DAYS) return { from, to, zone };
  }
  return presetPeriod(fallback, now, zone);
}

/** Whether the text is a calendar day that exists. */
export function isDay(text: string): boolean {
  try {
    parseDay(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The instants [start, end) that the period covers. */
export function periodBounds(period: Period): { start: Date; end: Date } {
  return { start: startOfDay(period.from, period.zone), end: startOfDay(addDays(period.to, 1), period.zone) };
}

/** Every day of the period, in order: a chart shows days without data too. */
export function periodDays(period: Period): Day[] {
  const count = daysBetween(period.from, period.to) + 1;
  return Array.from({ length: count }, (_, index) => addDays(period.from, index));
}
