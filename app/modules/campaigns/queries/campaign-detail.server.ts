import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import { productLicenceGate } from "~/modules/products/queries/licence-gate.server";
import type { Ctx } from "~/platform/context.server";
import type { Brief, BriefDraft } from "../brief.schemas";
import { type BriefField, changedFields } from "../brief-changes";
import { type Availability, availabilityOf, type CampaignStatus } from "../campaign";
import { draftVersion } from "../internal/draft-version.server";
import { type FactsOf, publicationFacts } from "../internal/publication-facts.server";
import { type CheckResult, type PublicationFacts, publicationChecklist } from "../publication";
import { storedBrief, storedDraft } from "../stored-brief";
import { FIRST_PHOTO, type ProductPicture, pictureOf } from "./product-picture.server";

export type RevisionRow = {
  number: number;
  publishedAt: Date;
  publishedBy: string | null;
  brief: Brief;
  /** What differs from the revision before; of the first, nothing. */
  changed: BriefField[];
};

export type CampaignDetail = {
  id: string;
  slug: string;
  title: string;
  status: CampaignStatus;
  availability: Availability;
  product: { id: string; slug: string; name: string; priceRupiah: bigint };
  picture: ProductPicture | null;
  draft: BriefDraft;
  draftVersion: string;
  /** Fields that the working copy has and influencers do not see yet; null when nothing was published. */
  unpublished: BriefField[] | null;
  /** Newest first. */
  revisions: RevisionRow[];
  checklist: CheckResult[];
  slots: number;
  slotsTaken: number;
  opensAt: Date | null;
  closesAt: Date | null;
  claims: Record<"APPLIED" | "ACCEPTED" | "REJECTED" | "WITHDRAWN", number>;
  now: Date;
};

type Input = { campaignId: string; institutionId: string; regionId: string };

const SELECT = {
  id: true,
  institutionId: true,
  slug: true,
  title: true,
  status: true,
  draft: true,
  slots: true,
  slotsTaken: true,
  opensAt: true,
  closesAt: true,
  product: { select: { id: true, slug: true, name: true, priceRupiah: true, photos: FIRST_PHOTO } },
  revisions: {
    orderBy: { number: "desc" },
    select: { number: true, brief: true, publishedAt: true, publishedById: true },
  },
} as const;

/**
 * A campaign as its Lapas sees it: the working copy, every publication and what changed in it, and what stands in the
 * way of the next one.
 * @throws AppError `forbidden`; `not_found` when the institution has no such campaign.
 */
export async function campaignDetail(ctx: Ctx, input: Input): Promise<CampaignDetail> {
  ctx.authorize("campaign.read", { institutionId: input.institutionId, regionId: input.regionId });
  const row = isId(input.campaignId)
    ? await ctx.db.campaign.findUnique({
        where: { id: input.campaignId, institutionId: input.institutionId },
        select: SELECT,
      })
    : null;
  if (!row) throw new AppError("not_found", `institution has no campaign ${input.campaignId}`);
  const { product, revisions, draft: stored, ...campaign } = row;
  const { photos, ...shown } = product;
  const draft = storedDraft(stored);
  const [facts, names, claims] = await Promise.all([
    detailFacts(ctx, { institutionId: row.institutionId, draft, slotsTaken: row.slotsTaken }),
    publisherNames(ctx, revisions),
    claimCounts(ctx, row.id),
  ]);
  const published = withChanges(revisions, names);
  const now = ctx.clock.now();
  return {
    ...campaign,
    availability: availabilityOf(row, now),
    product: shown,
    picture: pictureOf(product),
    draft,
    draftVersion: draftVersion(draft),
    unpublished: published[0] ? changedFields(published[0].brief, draft) : null,
    revisions: published,
    checklist: publicationChecklist(draft, facts),
    claims,
    now,
  };
}

async function detailFacts(ctx: Ctx, campaign: FactsOf): Promise<PublicationFacts> {
  const gate = await productLicenceGate(ctx, campaign.draft.productId);
  const refusals = gate.ok ? [] : gate.reasons;
  const { productId } = campaign.draft;
  return publicationFacts(ctx.db, campaign, { productId, refusals }, ctx.clock.now());
}

type StoredRevision = { number: number; brief: unknown; publishedAt: Date; publishedById: string | null };

function withChanges(rows: StoredRevision[], names: Map<string, string>): RevisionRow[] {
  const briefs = rows.map((row) => storedBrief(row.brief));
  return rows.flatMap((row, index) => {
    const brief = briefs[index];
    if (!brief) return [];
    const before = briefs[index + 1];
    return [
      {
        number: row.number,
        publishedAt: row.publishedAt,
        publishedBy: row.publishedById ? (names.get(row.publishedById) ?? null) : null,
        brief,
        changed: before ? changedFields(before, brief) : [],
      },
    ];
  });
}

async function publisherNames(ctx: Ctx, rows: StoredRevision[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.publishedById ?? []))];
  const users = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}

async function claimCounts(ctx: Ctx, campaignId: string): Promise<CampaignDetail["claims"]> {
  const found = await ctx.db.claim.groupBy({
    by: ["status"],
    where: { campaignId },
    _count: { _all: true },
  });
  const counts = { APPLIED: 0, ACCEPTED: 0, REJECTED: 0, WITHDRAWN: 0 };
  for (const row of found) counts[row.status] = row._count._all;
  return counts;
}
