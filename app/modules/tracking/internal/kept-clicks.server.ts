import { addDays, type Day, parseDay } from "~/kernel/time";
import type { BulkClient } from "~/platform/bulk.server";

const HOUR_MS = 3_600_000;
/** Jayapura's day begins nine hours before that of UTC, Jakarta's seven. */
export const EASTERNMOST_HOURS = 9;
export const WESTERNMOST_HOURS = 7;

/** The first UTC day whose clicks are all kept; null as long as none were ever dropped. */
export async function keptSince(client: BulkClient): Promise<Day | null> {
  const { rows } = await client.query<{ day: Day }>(
    "SELECT to_char(kept_since, 'YYYY-MM-DD') AS day FROM click_retention",
  );
  return rows[0]?.day ?? null;
}

/**
 * Notes that clicks before this day are not all kept any more, before they are dropped. It only moves on: what was
 * dropped does not come back when retention is made longer.
 */
export async function keepClicksSince(client: BulkClient, day: Day): Promise<void> {
  await client.query(
    `INSERT INTO click_retention AS r (id, kept_since) VALUES (1, $1::date)
     ON CONFLICT (id) DO UPDATE SET kept_since = greatest(r.kept_since, excluded.kept_since)`,
    [day],
  );
}

/** Whether all clicks of a local day are kept, in every zone: it begins within the UTC day before it. */
export function isWholeDay(day: Day, since: Day | null): boolean {
  return since === null || addDays(day, -1) >= since;
}

/** The instant (ms) from which every click lies on a local day that is whole. */
export function startOfWholeDays(since: Day): number {
  return parseDay(addDays(since, 1)).getTime() - WESTERNMOST_HOURS * HOUR_MS;
}
