import { type Cell, cellText, isBlank } from "~/kernel/cell";
import type { Read } from "./values";

/** How a column writes 03/04/2026; null where the file does not tell. */
export type DayOrder = "dayFirst" | "monthFirst";

const WIB_MS = 7 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** Day 0 of Excel's two calendars, as Excel counts (1900 had a 29 February there). */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Orders of before and after these years are faults. */
const YEARS = { first: 2009, last: 2099 };

const MONTHS = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];
const MONTH_WORDS: Record<string, number> = {
  ...Object.fromEntries(MONTHS.map((name, index) => [name, index + 1])),
  may: 5,
  aug: 8,
  ags: 8,
  agt: 8,
  oct: 10,
  dec: 12,
};

const CLOCK = String.raw`(?:[\sT]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(am|pm)?(?:\s*wib)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${CLOCK}$`, "i");
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${CLOCK}$`, "i");
const WORDED = new RegExp(String.raw`^(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4})${CLOCK}$`, "i");

/** What a cell says about the order of its column: both parts at most 12 tell nothing. */
export function hintOf(cell: Cell | undefined): DayOrder | "either" | null {
  const match = YEAR_LAST.exec(cellText(cell));
  if (!match) return null;
  const first = Number(match[1]);
  const second = Number(match[2]);
  if (first > 12 && second <= 12) return "dayFirst";
  if (second > 12 && first <= 12) return "monthFirst";
  return "either";
}

/**
 * A point in time; marketplaces of Indonesia write WIB (UTC+7) whatever the zone of the shop. A day alone is its
 * beginning. @param order how the column writes days; null refuses what could be read both ways.
 */
export function readTime(cell: Cell | undefined, order: DayOrder | null, date1904 = false): Read<Date> {
  if (cell !== null && typeof cell === "object") return fromSerial(Number(cell.digits), date1904);
  const text = cellText(cell).replace(/^'/, "");
  if (isBlank(text)) return null;
  const year = YEAR_FIRST.exec(text);
  if (year) return build([year[1], year[2], year[3]], year.slice(4));
  const worded = WORDED.exec(text);
  if (worded) {
    const month = MONTH_WORDS[(worded[2] ?? "").toLowerCase()];
    return month ? build([worded[3], String(month), worded[1]], worded.slice(4)) : { fault: "time" };
  }
  const last = YEAR_LAST.exec(text);
  if (!last) return /^\d{5}(\.\d+)?$/.test(text) ? fromSerial(Number(text), date1904) : { fault: "time" };
  const hint = hintOf(text);
  const same = Number(last[1]) === Number(last[2]);
  const read = hint === "either" && !same ? order : hint === "either" ? "dayFirst" : hint;
  if (read === null) return { fault: "timeAmbiguous" };
  const [day, month] = read === "dayFirst" ? [last[1], last[2]] : [last[2], last[1]];
  return build([last[3], month, day], last.slice(4));
}

function build(date: (string | undefined)[], clock: (string | undefined)[]): Read<Date> {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [minute = 0, second = 0] = clock.slice(1, 3).map((part) => Number(part ?? 0));
  let hour = Number(clock[0] ?? 0);
  const half = clock[3]?.toLowerCase();
  if (half) {
    if (hour < 1 || hour > 12) return { fault: "time" };
    hour = (hour % 12) + (half === "pm" ? 12 : 0);
  }
  if (year < YEARS.first || year > YEARS.last || hour > 23 || minute > 59 || second > 59)
    return { fault: "time" };
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exists = local.getUTCMonth() === month - 1 && local.getUTCDate() === day;
  return exists ? new Date(local.getTime() - WIB_MS) : { fault: "time" };
}

/** Days since Excel's day 0, to the second: a serial has no more than that in it. */
function fromSerial(serial: number, date1904: boolean): Read<Date> {
  if (!Number.isFinite(serial)) return { fault: "time" };
  const epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
  const local = epoch + Math.round((serial * DAY_MS) / 1_000) * 1_000;
  const year = new Date(local).getUTCFullYear();
  if (!(year >= YEARS.first && year <= YEARS.last)) return { fault: "time" };
  return new Date(local - WIB_MS);
}

const SPACED = /\s+(?:-|–|~|s\/d|sd|to)\s+/i;
/** "01/10/2026-31/10/2026": a hyphen after a year that stands last. */
const CLOSE = /(?<=\/\d{4})-(?=\d)|[–~]/;

export type Period = { from: Date; to: Date };

/**
 * A period of days in one cell: "01/10/2026-31/10/2026", "2026-10-01 - 2026-10-31", or one day. Both ends are
 * beginnings of days in WIB; `to` is the last day.
 */
export function readPeriod(cell: Cell | undefined, order: DayOrder | null, date1904 = false): Read<Period> {
  const whole = readTime(cell, order, date1904);
  if (whole === null) return null;
  if (whole instanceof Date) return { from: whole, to: whole };
  const parts = cellText(cell)
    .split(SPACED)
    .flatMap((part, _, all) => (all.length > 1 ? [part] : part.split(CLOSE)));
  if (parts.length !== 2) return whole;
  const from = readTime(parts[0] ?? null, order);
  const to = readTime(parts[1] ?? null, order);
  if (!(from instanceof Date)) return from ?? { fault: "time" };
  if (!(to instanceof Date)) return to ?? { fault: "time" };
  return from <= to ? { from, to } : { fault: "time" };
}

/** Period or time of export in a file's name; `exportedAt` where it holds hours and minutes. */
export function nameTimes(fileName: string): { period: Period | null; exportedAt: Date | null } {
  const stamp = /(?<!\d)(20\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?!\d)/.exec(fileName);
  const exported = stamp ? build(stamp.slice(1, 4), [stamp[4], stamp[5], undefined, undefined]) : null;
  const range =
    /(?<!\d)(20\d{2})-?(\d{2})-?(\d{2})\s*(?:_|-|–|~|\s|sd|to)+\s*(20\d{2})-?(\d{2})-?(\d{2})(?!\d)/i.exec(
      fileName,
    );
  const from = range ? build(range.slice(1, 4), []) : null;
  const to = range ? build(range.slice(4, 7), []) : null;
  return {
    exportedAt: exported instanceof Date ? exported : null,
    period: from instanceof Date && to instanceof Date && from <= to ? { from, to } : null,
  };
}
