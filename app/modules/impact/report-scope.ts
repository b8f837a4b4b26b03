/**
 * Whose figures a report shows. The query refuses an actor who may not see the scope; `productId`, `campaignId` and `creatorId`
 * narrow it further (a drill-down).
 */
export type ReportScope =
  | { kind: "nation" }
  | { kind: "region"; regionId: string }
  | { kind: "institution"; institutionId: string; regionId: string }
  | { kind: "creator"; creatorId: string };

export type ReportNarrowing = {
  productId?: string | undefined;
  campaignId?: string | undefined;
  creatorId?: string | undefined;
};

/** What a ranking has one row for. */
export const DIMENSIONS = ["region", "institution", "product", "campaign", "creator", "link"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const RANKING_SORTS = [
  "human",
  "raw",
  "unique",
  "conversions",
  "value",
  "commission",
  "name",
] as const;
export type RankingSort = (typeof RANKING_SORTS)[number];

export type SortDirection = "asc" | "desc";

/** The rankings that each dashboard offers; the first is shown unasked. */
export const NATION_DIMENSIONS = ["region", "institution", "product", "campaign", "creator"] as const;
export const REGION_DIMENSIONS = ["institution", "product", "campaign", "creator"] as const;
export const INSTITUTION_DIMENSIONS = ["campaign", "product", "creator"] as const;
export const CREATOR_DIMENSIONS = ["link"] as const;
