import { PRODUCT_KINDS, type ProductKind } from "./product";

export type CatalogueFilter = {
  search?: string | undefined;
  kind?: ProductKind | undefined;
  region?: string | undefined;
  institution?: string | undefined;
  flagshipOnly?: boolean | undefined;
  cursor?: string | undefined;
};

/** Reads the catalogue's query string; what is not a filter of ours is left out. */
export function readCatalogueFilter(search: URLSearchParams): CatalogueFilter {
  const kind = search.get("kind");
  return {
    search: search.get("q")?.trim() || undefined,
    kind: PRODUCT_KINDS.find((candidate) => candidate === kind),
    region: search.get("region") || undefined,
    institution: search.get("institution") || undefined,
    flagshipOnly: search.get("only") === "flagship",
    cursor: search.get("cursor") ?? undefined,
  };
}
