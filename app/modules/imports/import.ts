/** Where an import stands. */
export const IMPORT_STATUSES = [
  "READING",
  "NEEDS_INPUT",
  "COMPARING",
  "READY",
  "APPLYING",
  "APPLIED",
  "UNDOING",
  "UNDONE",
  "CANCELLED",
  "REFUSED",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** The worker is at it: the page asks again by itself. */
export const WORKING: ReadonlySet<ImportStatus> = new Set(["READING", "COMPARING", "APPLYING", "UNDOING"]);
/** Nothing was written yet: it can be dropped. */
export const DROPPABLE: ReadonlySet<ImportStatus> = new Set(["READING", "NEEDS_INPUT", "COMPARING", "READY"]);

/** BACKWARD: an update that would make a refund smaller or lift a cancellation; a person decides. */
export const ROW_OUTCOMES = ["NEW", "UPDATED", "BACKWARD", "UNCHANGED", "SKIPPED", "REFUSED"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Rows of the file, and orders (or figures) that they speak of, by outcome. */
export type OutcomeCounts = Record<RowOutcome, { rows: number; entries: number }>;

/** The most that a file may have. */
export const MAX_FILE_BYTES = 200_000_000;
export const MAX_ROWS = 250_000;
/** A file that nobody confirms is deleted. */
export const FILE_LIFE_HOURS = 24;
/** Rows of imports that ended; their counts and effects stay. */
export const ROWS_LIFE_DAYS = 90;
/** Imports that wait for somebody, at most, of one institution or influencer. */
export const MAX_OPEN = 5;
export const IMPORT_ACCEPT = ".xlsx,.csv,.txt,.tsv";

export function noCounts(): OutcomeCounts {
  const none = () => ({ rows: 0, entries: 0 });
  return {
    ...{ NEW: none(), UPDATED: none(), BACKWARD: none() },
    ...{ UNCHANGED: none(), SKIPPED: none(), REFUSED: none() },
  };
}
