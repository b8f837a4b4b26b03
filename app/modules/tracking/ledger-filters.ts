import { z } from "zod";
import { CONVERSION_SOURCES, CONVERSION_STATUSES } from "./order-report";

const filtersSchema = z.object({
  q: z.string().trim().max(100).catch(""),
  status: z.enum(CONVERSION_STATUSES).nullable().catch(null),
  source: z.enum(CONVERSION_SOURCES).nullable().catch(null),
});

export type LedgerFilters = z.infer<typeof filtersSchema>;

/** Reads the filters of the ledger's address; what makes no sense filters nothing. */
export function readLedgerFilters(params: URLSearchParams): LedgerFilters {
  return filtersSchema.parse({
    q: params.get("q") ?? "",
    status: params.get("status"),
    source: params.get("source"),
  });
}

/** Whether anything is filtered. */
export function isFiltered(filters: LedgerFilters): boolean {
  return filters.q !== "" || filters.status !== null || filters.source !== null;
}
