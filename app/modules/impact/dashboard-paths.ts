import type { Period } from "~/kernel/period";
import type { Dimension, ReportNarrowing } from "./report-scope";

/** The part of a query string that keeps a drill-down on the same days. */
export function rangeQuery(period: Pick<Period, "from" | "to">): string {
  return `from=${period.from}&to=${period.to}`;
}

const NARROWED_BY = { product: "productId", campaign: "campaignId", creator: "creatorId" } as const;

function setNarrowing(query: URLSearchParams, narrow: ReportNarrowing): void {
  if (narrow.productId) query.set("produk", narrow.productId);
  if (narrow.campaignId) query.set("kampanye", narrow.campaignId);
  if (narrow.creatorId) query.set("influencer", narrow.creatorId);
}

type Row = { id: string; ref: string; parentRef: string | null };

/**
 * Where a ranking's row leads: to the Kanwil's, the Lapas's or (for a product, a campaign or an influencer) to this same
 * dashboard narrowed to it; a link leads to the workspace of its claim.
 */
export function drillDownPath(
  by: Dimension,
  row: Row,
  place: { path: string; period: Pick<Period, "from" | "to">; narrow: ReportNarrowing },
): string {
  const range = rangeQuery(place.period);
  if (by === "region") return `/dasbor/kanwil/${row.ref}?${range}`;
  if (by === "institution") return `/lapas/${row.ref}?${range}`;
  if (by === "link") return `/klaim/${row.parentRef}`;
  const query = new URLSearchParams(range);
  const narrow = { ...place.narrow, [NARROWED_BY[by]]: row.id };
  setNarrowing(query, narrow);
  // Of one campaign, its influencers are what one wants to see next; of a product or an influencer, the campaigns.
  query.set("per", by === "campaign" ? "creator" : "campaign");
  return `${place.path}?${query}`;
}

/** The address of the CSV of what a dashboard shows. `content` is `day` or the ranking's dimension. */
export function csvPath(
  path: string,
  content: "day" | Dimension,
  shown: {
    period: Pick<Period, "from" | "to">;
    narrow: ReportNarrowing;
    search?: string;
    sort?: string;
  },
): string {
  const query = new URLSearchParams(`isi=${content}&${rangeQuery(shown.period)}`);
  setNarrowing(query, shown.narrow);
  if (shown.search) query.set("q", shown.search);
  if (shown.sort) query.set("sort", shown.sort);
  return `${path}/unduh.csv?${query}`;
}

/** The page of the runs that judged clicks anew, or of one of them. */
export function recountPath(runId?: string): string {
  return runId ? `/dasbor/nasional/hitung-ulang/${runId}` : "/dasbor/nasional/hitung-ulang";
}
