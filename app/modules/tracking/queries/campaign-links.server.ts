import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { linkRowSelect } from "../internal/link-rows.server";
import { type MeasuredLink, measuredLinks } from "../internal/measured-links.server";

export type CampaignLink = MeasuredLink & { creator: string };
export type CampaignLinks = { campaign: { id: string; title: string }; links: CampaignLink[]; more: number };

/** A page of them; the rest is named by its number. */
const SHOWN = 300;

/**
 * All links of a campaign with their figures, the most clicked by people first, for its officers.
 * @throws AppError `not_found`, `forbidden`
 */
export async function campaignLinks(
  ctx: Ctx,
  input: { campaignId: string; institutionId: string; regionId: string },
): Promise<CampaignLinks> {
  const { institutionId, regionId } = input;
  ctx.authorize("claim.read", { institutionId, regionId });
  const campaign = await ctx.db.campaign.findFirst({
    where: { id: input.campaignId, institutionId },
    select: { id: true, title: true, status: true, _count: { select: { links: true } } },
  });
  if (!campaign) throw new AppError("not_found", `no campaign ${input.campaignId}`);
  const links = await ctx.db.referralLink.findMany({
    where: { campaignId: campaign.id },
    select: { ...linkRowSelect, creator: { select: { displayName: true } } },
    orderBy: { no: "asc" },
    take: SHOWN,
  });
  const names = new Map(links.map(({ id, creator }) => [id, creator.displayName]));
  const measured = await measuredLinks(ctx, links, campaign.status);
  const rows = measured.map((link) => ({ ...link, creator: names.get(link.id) ?? "" }));
  return {
    campaign: { id: campaign.id, title: campaign.title },
    links: rows.sort((a, b) => b.figures.human - a.figures.human),
    more: campaign._count.links - links.length,
  };
}
