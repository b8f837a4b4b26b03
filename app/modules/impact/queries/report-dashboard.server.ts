import type { Page } from "~/kernel/keyset";
import type { Period } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import type { Audience } from "../audience";
import type { DashboardSearch } from "../dashboard-search";
import { type DayFigures, type EvidenceFigures, type Figures, periodBefore } from "../figures";
import { reportFilter } from "../internal/report-filter.server";
import type { ReportNarrowing, ReportScope } from "../report-scope";
import { reportAudience } from "./report-audience.server";
import { reportEvidence } from "./report-evidence.server";
import { type ReportFreshness, reportFreshness } from "./report-freshness.server";
import { type HeldFigures, reportHeld } from "./report-held.server";
import { type RankingRow, reportRanking } from "./report-ranking.server";
import { type ReportRecount, reportRecounts } from "./report-recounts.server";
import { reportSeries } from "./report-series.server";
import { reportTotals } from "./report-totals.server";

export type ReportDashboard = {
  period: Period;
  search: DashboardSearch;
  totals: Figures;
  /** Of the equally long period before. */
  before: Figures;
  /** Of the commission in the totals, what waits for an officer. */
  held: HeldFigures;
  series: DayFigures[];
  evidence: EvidenceFigures[];
  audience: Audience;
  ranking: Page<RankingRow>;
  freshness: ReportFreshness;
  /** Whether its clicks were judged anew since. */
  recount: ReportRecount | null;
  /** Names of what the page is narrowed to. */
  narrowed: {
    product: { id: string; name: string; institutionSlug: string; mayOpen: boolean } | null;
    campaign: { id: string; title: string; institutionSlug: string; mayOpen: boolean } | null;
    creator: string | null;
  };
};

/**
 * Everything that each dashboard shows of a scope. All sums come from the same rollups with the same filter.
 * @throws AppError `forbidden` outside the actor's scope.
 */
export async function reportDashboard(
  ctx: Ctx,
  input: { scope: ReportScope; period: Period; search: DashboardSearch },
): Promise<ReportDashboard> {
  const { scope, period, search } = input;
  const { narrow } = search;
  const [totals, before, held, series, evidence, audience, ranking, freshness, recount, narrowed] =
    await Promise.all([
      reportTotals(ctx, { scope, narrow, period }),
      reportTotals(ctx, { scope, narrow, period: periodBefore(period) }),
      reportHeld(ctx, { scope, narrow, period }),
      reportSeries(ctx, { scope, narrow, period }),
      reportEvidence(ctx, { scope, narrow, period }),
      reportAudience(ctx, { scope, narrow, period }),
      reportRanking(ctx, { ...search, scope, period }),
      reportFreshness(ctx),
      reportRecounts(ctx, { scope, narrow, period }),
      narrowedNames(ctx, scope, narrow),
    ]);
  return {
    period,
    search,
    totals,
    before,
    held,
    series,
    evidence,
    audience,
    ranking,
    freshness,
    recount,
    narrowed,
  };
}

/** Names only what has a link in the scope: an id of elsewhere tells nothing, not even a name. */
async function narrowedNames(ctx: Ctx, scope: ReportScope, narrow: ReportNarrowing) {
  const { regionId, institutionId, creatorId } = reportFilter(ctx, scope);
  const within = {
    ...(regionId ? { regionId } : {}),
    ...(institutionId ? { institutionId } : {}),
    ...(creatorId ? { creatorId } : {}),
  };
  const [product, campaign, creator] = await Promise.all([
    narrow.productId
      ? ctx.db.referralLink.findFirst({
          where: { AND: [within, { productId: narrow.productId }] },
          select: {
            product: { select: { id: true, name: true } },
            institution: { select: { id: true, regionId: true, slug: true } },
          },
        })
      : null,
    narrow.campaignId
      ? ctx.db.referralLink.findFirst({
          where: { AND: [within, { campaignId: narrow.campaignId }] },
          select: {
            campaign: { select: { id: true, title: true } },
            institution: { select: { slug: true } },
          },
        })
      : null,
    narrow.creatorId
      ? ctx.db.referralLink.findFirst({
          where: { AND: [within, { creatorId: narrow.creatorId }] },
          select: { creator: { select: { displayName: true } } },
        })
      : null,
  ]);
  return {
    product: product
      ? {
          ...product.product,
          institutionSlug: product.institution.slug,
          mayOpen: ctx.can("product.read", {
            institutionId: product.institution.id,
            regionId: product.institution.regionId,
          }),
        }
      : null,
    campaign: campaign
      ? {
          ...campaign.campaign,
          institutionSlug: campaign.institution.slug,
          mayOpen: ctx.can("campaign.read"),
        }
      : null,
    creator: creator?.creator.displayName ?? null,
  };
}
