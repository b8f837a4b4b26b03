/** Indonesia's three zones and the names that people use. */
export const ZONES = {
  "Asia/Jakarta": { abbreviation: "WIB", offsetHours: 7 },
  "Asia/Makassar": { abbreviation: "WITA", offsetHours: 8 },
  "Asia/Jayapura": { abbreviation: "WIT", offsetHours: 9 },
} as const;

export type Zone = keyof typeof ZONES;

/** A calendar day as `YYYY-MM-DD`, in whichever zone the caller means. */
export type Day = string;

export function isZone(text: string): text is Zone {
  return text in ZONES;
}

/** The zone of an institution's row. @throws RangeError for a zone outside Indonesia. */
export function asZone(text: string): Zone {
  if (!isZone(text)) throw new RangeError(`not an Indonesian time zone: ${text}`);
  return text;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The local day of an instant. Indonesia keeps no daylight saving time, so the offset is a constant. */
export function localDay(at: Date, zone: Zone): Day {
  return new Date(at.getTime() + ZONES[zone].offsetHours * HOUR_MS).toISOString().slice(0, 10);
}

/** The instant at which a local day begins. @throws RangeError for a day that does not exist. */
export function startOfDay(day: Day, zone: Zone): Date {
  const utc = parseDay(day);
  return new Date(utc.getTime() - ZONES[zone].offsetHours * HOUR_MS);
}

/** A day as the UTC midnight that PostgreSQL's `date` is read and written as. @throws RangeError */
export function parseDay(day: Day): Date {
  const utc = new Date(`${day}T00:00:00.000Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(utc.getTime()) ||
    utc.toISOString().slice(0, 10) !== day
  ) {
    throw new RangeError(`not a calendar day: ${day}`);
  }
  return utc;
}

/** The day `count` days later (earlier, when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(parseDay(day).getTime() + count * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((parseDay(to).getTime() - parseDay(from).getTime()) / DAY_MS);
}

/** The start of the UTC hour that holds an instant: the key of an hourly rollup. */
export function startOfHour(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
}
