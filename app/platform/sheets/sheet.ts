import type { FileRow } from "~/kernel/cell";

/** Why a file cannot be read as a table, in one word; the words for people belong to whoever asked. */
export const SHEET_FAULTS = [
  "empty",
  "wrongType",
  "oldExcel",
  "encrypted",
  "macros",
  "archive",
  "bomb",
  "entities",
  "tooWide",
  "tooManyTexts",
  "rowNumber",
  "broken",
  "quotes",
] as const;
export type SheetFault = (typeof SHEET_FAULTS)[number];

/** The file is not one that we read. */
export class SheetError extends Error {
  readonly fault: SheetFault;
  /** Row at which it showed, where it was in a row. */
  readonly row: number | null;

  constructor(fault: SheetFault, detail: string, options: { row?: number; cause?: unknown } = {}) {
    super(`${fault}: ${detail}`, { cause: options.cause });
    this.name = "SheetError";
    this.fault = fault;
    this.row = options.row ?? null;
  }
}

export type ReadOptions = {
  /** Which columns (from 0) are wanted; the others are never turned into text. Asked anew for each cell. */
  keep?: (column: number) => boolean;
};

/** A table in a file, read row by row in memory that does not grow with it. */
export type Sheet = {
  format: "csv" | "xlsx";
  /** For people: "UTF-8, ;" or the sheet's name. */
  detail: string;
  /** Whether serial numbers of days count from 1904. */
  date1904: boolean;
  /** When the file says that it was made and saved, where it says so; never to be believed as it is. */
  savedAt: readonly Date[];
  /** Reads from the beginning, some hundred rows at a time. Rows that are quite empty are left out. */
  read(options?: ReadOptions): AsyncGenerator<FileRow[], void, undefined>;
  /** How much of the file the reading under way has seen, from 0 to 1. */
  share(): number;
  /** The workbook's further visible sheets; none in text. They have no others themselves. */
  others: readonly Sheet[];
  /** Closes the file, and with it the other sheets. */
  close(): Promise<void>;
};

/** Rows handed over at a time. */
export const BATCH_ROWS = 500;
/** No report has more; a row of a hundred thousand cells is an attack. */
export const MAX_COLUMNS = 512;
/** Visible sheets of a workbook that are looked at. */
export const MAX_SHEETS = 20;
/** The last row that a worksheet can have. */
export const MAX_ROW_NUMBER = 1_048_576;
/** Longer texts in a cell are cut: no column that is read needs more. */
export const MAX_CELL_CHARS = 4_000;
