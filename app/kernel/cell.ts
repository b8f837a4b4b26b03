/** A cell as a file holds it: text, or a number of a spreadsheet in its own writing; null where it is empty. */
export type Cell = string | NumberCell | null;

export type NumberCell = {
  /** As the file writes it, so that no digit is lost: "25000", "5.8E+17", "45992.5". */
  digits: string;
  /** The cell is formatted as a date: the number counts days. */
  date: boolean;
};

/** One row of a file. `number` is the spreadsheet's own, from 1. */
export type FileRow = { number: number; cells: Cell[] };

// Spaces of every kind, TABs that guard digits from Excel, byte order marks and zero-width signs.
const AROUND = /^[\s\u200b\u200e\u200f\u2060\ufeff]+|[\s\u200b\u200e\u200f\u2060\ufeff]+$/g;

/** The text of a cell without what stands around it; "" for an empty one. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  return (typeof cell === "string" ? cell : cell.digits).replace(AROUND, "");
}

/** Whether a cell says nothing: empty, a dash, or masked by the marketplace (`######`). */
export function isBlank(text: string): boolean {
  return text === "" || /^([-–—]+|#+|n\/a|null|tidak ada)$/i.test(text);
}

/**
 * Text of a file as it can be stored: at most `limit` long and never ending with half a sign. PostgreSQL takes neither
 * NUL nor a half of a pair (an emoji is one), and one such cell would stop everything that is stored with it.
 */
export function clip(text: string, limit: number): string {
  const half = text.length > limit && /[\ud800-\udbff]$/.test(text.slice(0, limit));
  return text
    .slice(0, half ? limit - 1 : limit)
    .replaceAll("\u0000", "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}
