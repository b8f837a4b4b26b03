import type { Period } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import { readDashboardSearch } from "./dashboard-search";
import { type CsvHeading, csvFileName, reportCsv } from "./queries/report-csv.server";
import { DIMENSIONS, type ReportScope } from "./report-scope";

/** Answers a dashboard's `unduh.csv`: `isi` names the content, the rest of the query is the dashboard's own. */
export function csvResponse(
  ctx: Ctx,
  input: {
    /** For the file's name. */
    place: string;
    scope: ReportScope;
    period: Period;
    params: URLSearchParams;
    heading: (column: CsvHeading) => string;
  },
): Response {
  const wanted = input.params.get("isi");
  const content = DIMENSIONS.find((each) => each === wanted) ?? "day";
  const search = readDashboardSearch(input.params, DIMENSIONS);
  const body = reportCsv(ctx, { ...input, search, content });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${csvFileName(input.place, content, input.period)}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
