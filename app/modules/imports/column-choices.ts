import { isPersonalHeader } from "./personal-columns";
import { type HandMapping, type MatchedColumn, matchReport } from "./recognise";
import type { ReportKind } from "./report";
import { REPORTS } from "./reports/all";

/** A field of a report and the file's column that holds it now; the report's own name for a column is beyond doubt. */
export type FieldChoice = { field: string; needed: boolean; header: string | null };

export type ColumnChoices = {
  fields: FieldChoice[];
  /** Columns of the file that may hold one of the fields: neither known by name nor a buyer's. */
  columns: string[];
  /** How the file's columns serve the report as far as is known. */
  matched: MatchedColumn[];
};

/** What a person may point out in a file's header for a report. */
export function columnChoices(
  report: ReportKind,
  headers: readonly string[],
  learnt: readonly HandMapping[] = [],
): ColumnChoices {
  const { matched } = matchReport(report, headers, learnt);
  const named = new Set(matched.flatMap(({ by, index }) => (by === "name" ? index : [])));
  const sure = new Set(matched.flatMap(({ by, field }) => (by === "name" ? field : [])));
  const columns = headers.filter(
    (header, index) => header !== "" && !named.has(index) && !isPersonalHeader(header),
  );
  return {
    matched,
    columns: [...new Set(columns)],
    fields: REPORTS[report].columns.flatMap(({ field, needed }) =>
      field && !sure.has(field)
        ? {
            ...{ field, needed: needed === true },
            header: matched.find((each) => each.field === field)?.header ?? null,
          }
        : [],
    ),
  };
}
