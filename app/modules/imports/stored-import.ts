import { z } from "zod";
import { SHEET_FAULTS } from "~/platform/sheets/sheet";
import { noCounts, type OutcomeCounts, ROW_OUTCOMES } from "./import";
import { REPORT_KINDS } from "./report";

/* The JSON columns of an import, as they are written and read back. */

export const storedColumns = z.array(
  z.object({
    index: z.number(),
    header: z.string(),
    column: z.string(),
    field: z.string().nullable(),
    by: z.enum(["name", "variant", "typo", "hand"]),
  }),
);

export const storedCandidates = z.array(
  z.object({ kind: z.enum(REPORT_KINDS), score: z.number(), missing: z.array(z.string()) }),
);
export type StoredCandidate = z.infer<typeof storedCandidates>[number];

export const storedDays = z.array(
  z.object({
    field: z.string(),
    header: z.string(),
    order: z.enum(["dayFirst", "monthFirst"]).nullable(),
    by: z.enum(["file", "report"]),
  }),
);

export const storedSheetsAside = z.array(z.object({ name: z.string(), report: z.boolean() }));

/** Why a file is not taken: the sheet's own faults, and ours. */
export const FILE_FAULTS = [...SHEET_FAULTS, "unknown", "notYours", "tooManyRows", "noRows", "lost"] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

export const storedRefusal = z.object({ fault: z.enum(FILE_FAULTS), row: z.number().nullable() });
export type StoredRefusal = z.infer<typeof storedRefusal>;

const count = z.object({ rows: z.number(), entries: z.number() });
const storedCounts = z.partialRecord(z.enum(ROW_OUTCOMES), count);

/** Counts by outcome; what is not there is none. */
export function countsOf(json: unknown): OutcomeCounts {
  return { ...noCounts(), ...storedCounts.parse(json ?? {}) };
}

/** What applying or undoing really did. */
export const storedEffect = z.object({
  created: z.number().default(0),
  updated: z.number().default(0),
  unchanged: z.number().default(0),
  refused: z.number().default(0),
  /** Orders left as they were known, because the file would have taken something back. */
  held: z.number().default(0),
  undone: z.number().default(0),
  kept: z.number().default(0),
});
export type Effect = z.infer<typeof storedEffect>;

export const storedParams = z.record(z.string(), z.union([z.string(), z.number()])).nullable();
