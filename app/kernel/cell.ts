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
