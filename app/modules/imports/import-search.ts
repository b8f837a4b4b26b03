import { z } from "zod";
import { IMPORT_STATUSES, ROW_OUTCOMES } from "./import";
import { REPORT_KINDS } from "./report";

export const IMPORT_SORTS = ["createdAt", "fileName", "rows"] as const;
export type ImportSort = { key: (typeof IMPORT_SORTS)[number]; direction: "asc" | "desc" };

const searchSchema = z.object({
  q: z.string().trim().max(100).catch(""),
  status: z.enum(IMPORT_STATUSES).nullable().catch(null),
  report: z.enum(REPORT_KINDS).nullable().catch(null),
});
export type ImportSearch = z.infer<typeof searchSchema> & { sort: ImportSort };

/** Reads search and order of the list's address; what makes no sense changes nothing. */
export function readImportSearch(params: URLSearchParams): ImportSearch {
  const sort = params.get("sort") ?? "-createdAt";
  const key = IMPORT_SORTS.find((name) => name === sort.replace(/^-/, "")) ?? "createdAt";
  return {
    ...searchSchema.parse({
      q: params.get("q") ?? "",
      status: params.get("status"),
      report: params.get("report"),
    }),
    sort: { key, direction: sort.startsWith("-") || key !== sort ? "desc" : "asc" },
  };
}

export function isSearched({ q, status, report }: ImportSearch): boolean {
  return q !== "" || status !== null || report !== null;
}

const outcomeSchema = z.enum(ROW_OUTCOMES).nullable().catch(null);

/** Which rows of the preview are asked for; null for all. */
export function readOutcome(params: URLSearchParams) {
  return outcomeSchema.parse(params.get("hasil"));
}
