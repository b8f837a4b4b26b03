import { cellText, type FileRow } from "~/kernel/cell";
import type { Sheet } from "~/platform/sheets/sheet";
import { readFigureRow, type StoredFigureRow } from "./figure-rows";
import { type FoundHeader, findHeader, HEADER_DEPTH } from "./header";
import { explains, isFiller, readOrderRow, type StoredOrderRow, storeOrderRow } from "./order-rows";
import type { HandMapping, MatchedColumn } from "./recognise";
import type { OrderRow, ReportDefinition, ReportKind } from "./report";
import { RowReader, RowRefusal } from "./row-reader";
import { type DayOrder, hintOf, type Period } from "./times";

/** Rows looked at to find how dates are written; most files tell within the first hundred. */
const SURVEY_ROWS = 5_000;

/**
 * The first rows of a file and the header among them; null where no report's header is found.
 * @param wanted the officer said which report it is
 */
export async function findReport(
  sheet: Sheet,
  learnt: Partial<Record<ReportKind, readonly HandMapping[]>>,
  wanted?: ReportKind,
): Promise<FoundHeader | null> {
  const first: FileRow[] = [];
  for await (const batch of sheet.read()) {
    first.push(...batch.slice(0, HEADER_DEPTH));
    if (first.length >= HEADER_DEPTH) break;
  }
  return findHeader(first, learnt, wanted);
}

/** How a time column writes its days, and whether the file shows it or the report's custom was taken. */
export type DayFinding = { field: string; header: string; order: DayOrder | null; by: "file" | "report" };

/**
 * Decides for each time column, over its values, whether days or months come first. Columns that have no such dates
 * are left out; one that writes both ways gets null, and its rows that can be read both ways are refused.
 */
export async function surveyDays(
  sheet: Sheet,
  definition: ReportDefinition,
  columns: readonly MatchedColumn[],
  headerRow: number,
): Promise<DayFinding[]> {
  const times = columns.filter(({ field }) => {
    const kind = definition.columns.find((column) => column.field === field && field !== null)?.kind;
    return kind === "time" || field === "period";
  });
  const wanted = new Set(times.map(({ index }) => index));
  const seen = new Map(times.map(({ index }) => [index, new Set<DayOrder | "either">()]));
  let rows = 0;
  for await (const batch of sheet.read({ keep: (column) => wanted.has(column) })) {
    for (const { number, cells } of batch) {
      if (number <= headerRow) continue;
      rows += 1;
      for (const [index, hints] of seen) {
        const hint = hintOf(firstDay(cells[index] ?? null));
        if (hint) hints.add(hint);
      }
    }
    const open = [...seen.values()].some((hints) => hints.has("either") && hints.size === 1);
    if (rows >= SURVEY_ROWS || (rows >= 500 && !open)) break;
  }
  return times.flatMap(({ field, header, index }): DayFinding[] => {
    const hints = seen.get(index);
    if (!field || !hints || hints.size === 0) return [];
    const [both, dayFirst] = [hints.has("dayFirst") && hints.has("monthFirst"), hints.has("dayFirst")];
    if (both) return [{ field, header, order: null, by: "file" }];
    if (dayFirst || hints.has("monthFirst")) {
      return [
        {
          field,
          header,
          order: dayFirst ? "dayFirst" : "monthFirst",
          by: "file",
        },
      ];
    }
    return [{ field, header, order: customOf(definition), by: "report" }];
  });
}

/** The first of the days of a period in one cell. */
function firstDay(cell: FileRow["cells"][number]): FileRow["cells"][number] {
  return typeof cell === "string" ? cell.replace(/(\/\d{4}).*$/s, "$1") : cell;
}

export function customOf(definition: ReportDefinition): DayOrder {
  return definition.dayFirst ? "dayFirst" : "monthFirst";
}

export type ReadPlan = {
  definition: ReportDefinition;
  columns: readonly MatchedColumn[];
  headerRow: number;
  /** Columns of the header. */
  width: number;
  days: readonly DayFinding[];
  /** Of the whole file, for figures whose rows do not say their own. */
  period: Period | null;
  hashBuyer: (username: string) => string | null;
  now: Date;
};

export type Refusal = { column: string | null; reason: string; params: Record<string, string | number> };

/** A row of the file: what it says, or why it is not taken. `key` is the order's number or the figure's key. */
export type ReadRow = { row: number; key: string | null } & (
  | { kind: "order"; fact: StoredOrderRow }
  | { kind: "figure"; fact: StoredFigureRow }
  | { kind: "refused"; refusal: Refusal }
);

/**
 * Reads the rows below the header, batch by batch. Cells of columns that are not read, the buyers' among them, are
 * never turned into text. @throws SheetError
 */
export async function* readReport(sheet: Sheet, plan: ReadPlan): AsyncGenerator<ReadRow[], void, undefined> {
  const { definition, headerRow, width } = plan;
  const fields = plan.columns.filter(({ field }) => field !== null);
  const wanted = new Set(fields.map(({ index }) => index));
  const days = new Map(plan.days.map(({ field, order }) => [field, order]));
  const custom = customOf(definition);
  const reader = new RowReader({
    columns: fields,
    dotDecimal: definition.dotDecimal,
    dayOrderOf: (field) => days.get(field) ?? (days.has(field) ? null : custom),
    date1904: sheet.date1904,
    hashBuyer: plan.hashBuyer,
  });
  // In text, cells beyond the header show that a delimiter stands within a value and the row is shifted.
  const mayShift = sheet.format === "csv";
  let above: OrderRow | null = null;
  for await (const batch of sheet.read({
    keep: (column) => wanted.has(column) || (mayShift && column >= width),
  })) {
    const rows: ReadRow[] = [];
    for (const row of batch) {
      if (row.number <= headerRow || row.cells.every((cell) => cell === null)) continue;
      reader.take(row);
      const shifted =
        mayShift && row.cells.length > width && row.cells.slice(width).some((cell) => cellText(cell) !== "");
      const read: RowOutcome = shifted
        ? refused(row.number, null, new RowRefusal(null, "shifted"))
        : readRow(plan, reader, row, above);
      if (read === null) continue;
      if ("order" in read) {
        above = read.order;
        rows.push({
          row: row.number,
          key: read.order.orderId,
          kind: "order",
          fact: storeOrderRow(read.order),
        });
        continue;
      }
      // A refused row ends its order: what follows without a number belongs to nothing that is known.
      if (read.kind === "refused") above = null;
      rows.push(read);
    }
    yield rows;
  }
}

/** Null for lines of titles and explanations. */
type RowOutcome = { order: OrderRow } | ReadRow | null;

function readRow(plan: ReadPlan, reader: RowReader, { number }: FileRow, above: OrderRow | null): RowOutcome {
  const { definition } = plan;
  try {
    if (definition.grain !== "order") {
      const fact = readFigureRow(definition, reader, plan.period);
      return { row: number, key: fact.key, kind: "figure", fact };
    }
    if (isFiller(definition, reader) || (number === plan.headerRow + 1 && explains(reader))) return null;
    return { order: readOrderRow(definition, reader, above, plan.now) };
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error;
    return refused(number, definition.grain === "order" ? reader.orderId() : null, error);
  }
}

function refused(row: number, key: string | null, { column, reason, params }: RowRefusal): ReadRow {
  return { row, key, kind: "refused", refusal: { column, reason, params } };
}
