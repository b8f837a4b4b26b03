import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Ctx } from "~/platform/context.server";
import { type Availability, availabilityOf, type CampaignStatus } from "../campaign";
import { CAMPAIGN_GROUPS, type CampaignGroup } from "../campaign-groups";
import { FIRST_PHOTO, type ProductPicture, pictureOf } from "./product-picture.server";

export type CampaignListRow = {
  id: string;
  title: string;
  status: CampaignStatus;
  availability: Availability;
  productName: string;
  picture: ProductPicture | null;
  slots: number;
  slotsTaken: number;
  closesAt: Date | null;
  updatedAt: Date;
  /** Applications that wait for a decision. */
  waiting: number;
};

export type CampaignList = Page<CampaignListRow> & { counts: Record<CampaignGroup, number> };

type Scope = { institutionId: string; regionId: string };

/**
 * An institution's campaigns of one group, newest first, with how many each group has.
 * @throws AppError `forbidden`; `malformed` for a cursor that we did not make.
 */
export async function institutionCampaigns(
  ctx: Ctx,
  input: Scope & { group: CampaignGroup; cursor?: string | undefined; limit?: number },
): Promise<CampaignList> {
  ctx.authorize("campaign.read", { institutionId: input.institutionId, regionId: input.regionId });
  const limit = input.limit ?? 20;
  const cursor = decodeCursor(input.cursor);
  const [rows, counts] = await Promise.all([
    ctx.db.campaign.findMany({
      where: {
        institutionId: input.institutionId,
        status: { in: [...CAMPAIGN_GROUPS[input.group]] },
        ...(cursor ? { id: { lt: cursor[1] } } : {}),
      },
      orderBy: { id: "desc" },
      take: limit + 1,
      select: {
        id: true,
        title: true,
        status: true,
        slots: true,
        slotsTaken: true,
        opensAt: true,
        closesAt: true,
        updatedAt: true,
        product: { select: { name: true, photos: FIRST_PHOTO } },
        _count: { select: { claims: { where: { status: "APPLIED" } } } },
      },
    }),
    groupCounts(ctx, input.institutionId),
  ]);
  const page = toPage(rows, limit, (row) => [null, row.id]);
  const now = ctx.clock.now();
  return {
    next: page.next,
    counts,
    rows: page.rows.map(({ product, _count, opensAt, ...row }) => ({
      ...row,
      availability: availabilityOf({ ...row, opensAt }, now),
      productName: product.name,
      picture: pictureOf(product),
      waiting: _count.claims,
    })),
  };
}

async function groupCounts(ctx: Ctx, institutionId: string): Promise<Record<CampaignGroup, number>> {
  const found = await ctx.db.campaign.groupBy({
    by: ["status"],
    where: { institutionId },
    _count: { _all: true },
  });
  const of = (group: CampaignGroup) => {
    const statuses: readonly CampaignStatus[] = CAMPAIGN_GROUPS[group];
    return found
      .filter((row) => statuses.includes(row.status))
      .reduce((sum, row) => sum + row._count._all, 0);
  };
  return { running: of("running"), drafts: of("drafts"), past: of("past") };
}
