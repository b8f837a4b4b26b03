import { isId } from "~/kernel/id";
import {
  DIMENSIONS,
  type Dimension,
  RANKING_SORTS,
  type RankingSort,
  type ReportNarrowing,
  type SortDirection,
} from "./report-scope";

/** What a dashboard's address says beside its period. */
export type DashboardSearch = {
  by: Dimension;
  sort: RankingSort;
  direction: SortDirection;
  search: string;
  cursor: string | null;
  narrow: ReportNarrowing;
};

const LONGEST_SEARCH = 80;

/**
 * Reads a dashboard's query string. What is unknown falls back, so that an old or hand-edited address still shows a
 * page. The first of `dimensions` is the one shown unasked.
 */
export function readDashboardSearch(
  params: URLSearchParams,
  dimensions: readonly [Dimension, ...Dimension[]],
): DashboardSearch {
  const by = DIMENSIONS.find((each) => each === params.get("per") && dimensions.includes(each));
  const wanted = params.get("sort") ?? "";
  const sort = RANKING_SORTS.find((each) => each === wanted.replace(/^-/, ""));
  const productId = params.get("produk");
  const campaignId = params.get("kampanye");
  const creatorId = params.get("influencer");
  return {
    by: by ?? dimensions[0],
    sort: sort ?? "human",
    direction: sort ? (wanted.startsWith("-") ? "desc" : "asc") : "desc",
    search: (params.get("q") ?? "").trim().slice(0, LONGEST_SEARCH),
    cursor: params.get("cursor") || null,
    narrow: {
      ...(isId(productId) ? { productId } : {}),
      ...(isId(campaignId) ? { campaignId } : {}),
      ...(isId(creatorId) ? { creatorId } : {}),
    },
  };
}
