import { type Cell, cellText } from "~/kernel/cell";
import type { Sheet } from "~/platform/sheets/sheet";
import type { FoundHeader } from "./header";
import type { MatchedColumn } from "./recognise";
import type { CellKind, ReportDefinition } from "./report";
import { type DayOrder, hintOf } from "./times";
import { type DotHint, type Dots, dotHintOf } from "./values";

/** Rows looked at to find how a file is written; most files tell within the first hundred. */
const SURVEY_ROWS = 5_000;

/** How a time column writes its days, and whether the file shows it or the report's custom was taken. */
export type DayFinding = { field: string; header: string; order: DayOrder | null; by: "file" | "report" };

/**
 * How many cells each row of a text file has. A row with more or fewer was cut, or has a delimiter or a line end
 * within a value; what stands in its cells is then not what the header says.
 */
export type Shape = {
  /** Columns up to the last that has a title; what lies beyond is empty. */
  named: number;
  /** Cells of a row: some exports end each row, but not the header, with a delimiter. */
  cells: number;
};

/** What the rows of a file show of how it is written. */
export type Survey = {
  /** Columns without dates that could be read both ways are left out. */
  days: DayFinding[];
  /** What a dot means in the money columns of a report that does not say it itself; by field. */
  dots: ReadonlyMap<string, Dots>;
  /** null for workbooks: their cells have places and cannot shift. */
  shape: Shape | null;
};

type Hints = { days: Set<DayOrder | "either">; dots: Set<DotHint> };

/** Reads the first some thousand rows for how days and amounts are written and how wide a row is. @throws SheetError */
export async function surveyFile(
  sheet: Sheet,
  definition: ReportDefinition,
  columns: readonly MatchedColumn[],
  header: Pick<FoundHeader, "row" | "headers">,
): Promise<Survey> {
  const times = columns.filter(({ field }) => field === "period" || kindOf(definition, field) === "time");
  const amounts = columns.filter(
    ({ field }) => definition.dots !== "thousands" && kindOf(definition, field) === "money",
  );
  const seen = new Map(
    [...times, ...amounts].map(({ index }): [number, Hints] => [index, { days: new Set(), dots: new Set() }]),
  );
  const widths = new Map<number, number>();
  let rows = 0;
  for await (const batch of sheet.read({ keep: (column) => seen.has(column) })) {
    for (const { number, cells } of batch) {
      if (number <= header.row) continue;
      rows += 1;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      for (const [index, hints] of seen) note(hints, cells[index] ?? null);
    }
    if (rows >= SURVEY_ROWS || (rows >= 500 && ![...seen.values()].some(isOpen))) break;
  }
  return {
    days: times.flatMap(({ field, header: title, index }): DayFinding[] => {
      const hints = seen.get(index)?.days;
      return field && hints && hints.size > 0
        ? [{ field, header: title, ...orderOf(hints, definition) }]
        : [];
    }),
    dots: new Map(
      amounts.flatMap(({ field, index }): [string, Dots][] =>
        field ? [[field, dotsOf(seen.get(index)?.dots ?? new Set(), definition)]] : [],
      ),
    ),
    shape: sheet.format === "csv" ? shapeOf(header.headers, widths) : null,
  };
}

function kindOf(definition: ReportDefinition, field: string | null): CellKind | undefined {
  return field === null ? undefined : definition.columns.find((column) => column.field === field)?.kind;
}

function note({ days, dots }: Hints, cell: Cell): void {
  const day = hintOf(firstDay(cell));
  if (day) days.add(day);
  const dot = dotHintOf(cell);
  if (dot) dots.add(dot);
}

/** Whether so far a column could be read both ways. */
function isOpen({ days, dots }: Hints): boolean {
  return (days.has("either") && days.size === 1) || (dots.has("either") && !dots.has("decimals"));
}

/** The first of the days of a period in one cell. */
function firstDay(cell: Cell): Cell {
  return typeof cell === "string" ? cell.replace(/(\/\d{4}).*$/s, "$1") : cell;
}

/** A column that writes both ways gets null: its rows that can be read both ways are refused. */
function orderOf(hints: Hints["days"], definition: ReportDefinition): Pick<DayFinding, "order" | "by"> {
  const [dayFirst, monthFirst] = [hints.has("dayFirst"), hints.has("monthFirst")];
  if (dayFirst && monthFirst) return { order: null, by: "file" };
  if (dayFirst || monthFirst) return { order: dayFirst ? "dayFirst" : "monthFirst", by: "file" };
  return { order: customOf(definition), by: "report" };
}

export function customOf(definition: ReportDefinition): DayOrder {
  return definition.dayFirst ? "dayFirst" : "monthFirst";
}

/**
 * What a dot before three digits means in a column. Where nothing else shows it: thousands if every amount from a
 * thousand on has one; null, and its rows are refused, where others have none, or where the report is known to write
 * decimals.
 */
function dotsOf(hints: Hints["dots"], definition: ReportDefinition): Dots {
  if (hints.has("decimals")) return hints.has("thousands") ? null : "decimals";
  if (hints.has("thousands")) return "thousands";
  if (!hints.has("either")) return definition.dots === "decimals" ? "decimals" : "thousands";
  return hints.has("bare") || definition.dots === "decimals" ? null : "thousands";
}

/** The header's width, or the one that most rows have, where that is more by empty cells. */
function shapeOf(headers: readonly string[], widths: ReadonlyMap<number, number>): Shape {
  const named = headers.findLastIndex((title) => title !== "") + 1;
  const [usual] = [...widths].filter(([width]) => width >= named).sort((a, b) => b[1] - a[1]);
  return { named, cells: usual?.[0] ?? headers.length };
}

export type Misfit = "shifted" | "short";

/** Whether a row of a text file has as many cells as the others, and none beyond the header. */
export function misfitOf(shape: Shape | null, cells: readonly Cell[]): Misfit | null {
  if (!shape) return null;
  if (cells.slice(shape.named).some((cell) => cellText(cell) !== "")) return "shifted";
  if (cells.length === shape.cells) return null;
  return cells.length > shape.cells ? "shifted" : "short";
}
