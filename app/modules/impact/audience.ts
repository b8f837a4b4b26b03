import { OTHER_VALUES } from "~/modules/tracking/trait-values";

/** How people came: the traits that a dashboard draws, in its order. */
export const AUDIENCE_DIMENSIONS = ["APP", "REFERRER", "DEVICE", "SYSTEM", "COUNTRY", "LANGUAGE"] as const;
export type AudienceDimension = (typeof AUDIENCE_DIMENSIONS)[number];

/** The values drawn of each; the others are one. */
export const AUDIENCE_ROWS = 5;

export type AudienceRow = { value: string; human: number };
/** Why clicks were not counted as people, most frequent first. `reason` as in tracking/reasons.ts. */
export type UncountedRow = { reason: string; raw: number };

export type Audience = {
  byDimension: Record<AudienceDimension, AudienceRow[]>;
  uncounted: UncountedRow[];
};

/** The most frequent values, and all others as one row at the end. */
export function topRows(rows: readonly AudienceRow[]): AudienceRow[] {
  const named = rows.filter(({ value, human }) => value !== OTHER_VALUES && human > 0);
  const sorted = [...named].sort((a, b) => b.human - a.human || (a.value < b.value ? -1 : 1));
  const top = sorted.slice(0, AUDIENCE_ROWS);
  const all = rows.reduce((sum, { human }) => sum + human, 0);
  const rest = all - top.reduce((sum, { human }) => sum + human, 0);
  return rest > 0 ? [...top, { value: OTHER_VALUES, human: rest }] : top;
}
