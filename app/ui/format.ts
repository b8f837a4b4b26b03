import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export type Figure = number | bigint | null | undefined;
export type Moment = Date | string | number | null | undefined;

export const DASH = "–";
export const DEFAULT_ZONE = "Asia/Jakarta";

const zoneLabels: Record<string, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

export interface Format {
  locale: string;
  /** Whole rupiah: `Rp1.250.000`. */
  rupiah(value: Figure | string): string;
  /** Whole rupiah, short, for axes and tight places: `Rp1,3 jt`. */
  rupiahCompact(value: Figure | string): string;
  number(value: Figure, digits?: number): string;
  /** A ratio: 0.125 is `12,5%`. */
  percent(ratio: number | null | undefined, digits?: number): string;
  compact(value: Figure): string;
  date(value: Moment, zone?: string): string;
  /** Date and time with the zone's name: `21 Nov 2026, 14.05 WIB`. */
  dateTime(value: Moment, zone?: string): string;
  /** Day and month only, for axes: `21 Nov`. */
  day(value: Moment, zone?: string): string;
  hour(value: Moment, zone?: string): string;
  /** `2 jam lalu`, `dalam 3 hari`. `now` is for tests and for one moment over a whole page. */
  relative(value: Moment, now?: Date): string;
}

/** Formats of one locale; missing values become a dash, never a zero. */
export function formatFor(language: string): Format {
  const locale = language.startsWith("en") ? "en-GB" : "id-ID";
  const moment = (value: Moment): Date | null => {
    if (value === null || value === undefined || value === "") return null;
    const date = value instanceof Date ? value : new Date(value);
    return Number.isNaN(date.getTime()) ? null : date;
  };
  const show = (value: Moment, zone: string, options: Intl.DateTimeFormatOptions): string => {
    const date = moment(value);
    return date ? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(date) : DASH;
  };
  const number = (value: Figure, digits = 0): string =>
    value === null || value === undefined
      ? DASH
      : new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const compact = (value: Figure): string => {
    if (value === null || value === undefined) return DASH;
    return new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value);
  };
  const rupiahOf = (value: Figure | string, write: (amount: bigint | number) => string): string => {
    if (value === null || value === undefined || value === "") return DASH;
    const amount = typeof value === "string" ? BigInt(value) : value;
    const negative = amount < 0;
    return `${negative ? "−" : ""}Rp${write(negative ? -amount : amount)}`;
  };
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return {
    locale,
    number,
    compact,
    rupiah: (value) => rupiahOf(value, (amount) => number(amount)),
    rupiahCompact: (value) => rupiahOf(value, (amount) => compact(amount)),
    percent: (ratio, digits = 1) =>
      ratio === null || ratio === undefined || !Number.isFinite(ratio)
        ? DASH
        : new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits }).format(ratio),
    date: (value, zone = DEFAULT_ZONE) =>
      show(value, zone, { day: "numeric", month: "short", year: "numeric" }),
    day: (value, zone = DEFAULT_ZONE) => show(value, zone, { day: "numeric", month: "short" }),
    hour: (value, zone = DEFAULT_ZONE) => show(value, zone, time),
    dateTime: (value, zone = DEFAULT_ZONE) => {
      if (!moment(value)) return DASH;
      const day = show(value, zone, { day: "numeric", month: "short", year: "numeric" });
      return `${day}, ${show(value, zone, time)} ${zoneLabels[zone] ?? zone}`;
    },
    relative: (value, now = new Date()) => {
      const date = moment(value);
      return date ? relativeText(locale, date.getTime() - now.getTime()) : DASH;
    },
  };
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600_000],
  ["month", 2_629_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

function relativeText(locale: string, difference: number): string {
  const words = (numeric: "auto" | "always") => new Intl.RelativeTimeFormat(locale, { numeric });
  for (const [unit, size] of steps) {
    const count = Math.trunc(difference / size);
    // "kemarin" reads well, "kemarin dulu" does not: words only for the nearest day.
    if (count !== 0) return words(Math.abs(count) === 1 ? "auto" : "always").format(count, unit);
  }
  return words("auto").format(0, "second");
}

/** Formats numbers, rupiah and dates in the reader's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatFor(i18n.language), [i18n.language]);
}
