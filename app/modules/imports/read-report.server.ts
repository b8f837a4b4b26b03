import type { FileRow } from "~/kernel/cell";
import type { Sheet } from "~/platform/sheets/sheet";
import { readFigureRow } from "./figure-rows";
import { explains } from "./order-rows";
import { OrderWalk } from "./order-walk";
import { type ReadRow, refusedRow } from "./read-row";
import type { MatchedColumn } from "./recognise";
import type { FigureReportDefinition, ReportDefinition } from "./report";
import { RowReader, RowRefusal } from "./row-reader";
import { customOf, type Misfit, misfitOf, type Survey } from "./survey";
import type { Period } from "./times";

export type ReadPlan = Survey & {
  definition: ReportDefinition;
  columns: readonly MatchedColumn[];
  headerRow: number;
  /** Of the whole file, for figures whose rows do not say their own. */
  period: Period | null;
  hashBuyer: (username: string) => string | null;
  now: Date;
};

/**
 * Reads the rows below the header, batch by batch. Cells of columns that are not read, the buyers' among them, are
 * never turned into text. @throws SheetError
 */
export async function* readReport(sheet: Sheet, plan: ReadPlan): AsyncGenerator<ReadRow[], void, undefined> {
  const { headerRow, shape } = plan;
  const fields = plan.columns.filter(({ field }) => field !== null);
  const wanted = new Set(fields.map(({ index }) => index));
  const reader = readerOf(sheet, plan, fields);
  const read = rowsOf(plan, reader);
  for await (const batch of sheet.read({
    // Cells beyond the header show that a row is shifted.
    keep: (column) => wanted.has(column) || (shape !== null && column >= shape.named),
  })) {
    const rows: ReadRow[] = [];
    for (const row of batch) {
      if (row.number <= headerRow) continue;
      const misfit = misfitOf(shape, row.cells);
      if (!misfit && row.cells.every((cell) => cell === null)) continue;
      reader.take(row);
      const said = read(row, misfit);
      if (said) rows.push(said);
    }
    yield rows;
  }
}

function readerOf(sheet: Sheet, plan: ReadPlan, columns: readonly MatchedColumn[]): RowReader {
  const { definition } = plan;
  const days = new Map(plan.days.map(({ field, order }) => [field, order]));
  const dots = definition.dots === "decimals" ? "decimals" : "thousands";
  return new RowReader({
    columns,
    dotsOf: (field) => plan.dots.get(field) ?? (plan.dots.has(field) ? null : dots),
    dayOrderOf: (field) => days.get(field) ?? (days.has(field) ? null : customOf(definition)),
    date1904: sheet.date1904,
    hashBuyer: plan.hashBuyer,
  });
}

type ReadsRow = (row: FileRow, misfit: Misfit | null) => ReadRow | null;

function rowsOf({ definition, headerRow, now, period }: ReadPlan, reader: RowReader): ReadsRow {
  if (definition.grain !== "order")
    return (row, misfit) => figureRow(definition, reader, row, misfit, period);
  const walk = new OrderWalk(definition, reader, now);
  return (row, misfit) => {
    if (row.number === headerRow + 1 && explains(reader)) return null;
    return misfit ? walk.misfit(row, misfit) : walk.read(row);
  };
}

function figureRow(
  definition: FigureReportDefinition,
  reader: RowReader,
  { number }: FileRow,
  misfit: Misfit | null,
  period: Period | null,
): ReadRow {
  try {
    if (misfit) throw new RowRefusal(null, misfit);
    const fact = readFigureRow(definition, reader, period);
    return { row: number, key: fact.key, kind: "figure", fact };
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error;
    return refusedRow(number, null, error);
  }
}
