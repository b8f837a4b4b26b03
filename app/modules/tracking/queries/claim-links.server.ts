import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { authoriseLinks, type LinkRow, linkRowSelect } from "../internal/link-rows.server";
import { type MeasuredLink, measuredLinks } from "../internal/measured-links.server";
import { MAX_LINKS } from "../link-destination";

export type ClaimLink = MeasuredLink;

/** What an accepted claim was given to share. `links` is empty and `coupon` null until the worker has made them. */
export type ClaimLinks = {
  claimId: string;
  /** The main ones first, each kind in the order in which they were made. */
  links: ClaimLink[];
  coupon: string | null;
  product: string;
  /** Whether the campaign is published: else all its links rest. */
  running: boolean;
  /** How many more links its influencer may make. */
  room: number;
};

/** The links and the coupon of a claim, for its influencer and for the officers who may read it. */
export async function claimLinks(ctx: Ctx, input: { claimId: string }): Promise<ClaimLinks> {
  const claim = await ctx.db.claim.findUnique({
    where: { id: input.claimId },
    select: {
      id: true,
      creatorId: true,
      campaign: {
        select: {
          status: true,
          institutionId: true,
          institution: { select: { regionId: true } },
          product: { select: { name: true } },
        },
      },
      coupon: { select: { code: true } },
      links: { select: linkRowSelect, orderBy: { no: "asc" } },
    },
  });
  if (!claim) throw new AppError("not_found", `no claim ${input.claimId}`);
  authoriseLinks(ctx, claim);
  const { campaign, links } = claim;
  const rows = await measuredLinks(ctx, links, campaign.status);
  const isMain = (row: LinkRow) => row.placement === "MAIN";
  return {
    claimId: claim.id,
    links: [...rows.filter(isMain), ...rows.filter((row) => !isMain(row))],
    coupon: claim.coupon?.code ?? null,
    product: campaign.product.name,
    running: campaign.status === "PUBLISHED",
    room: Math.max(0, MAX_LINKS - rows.filter((row) => !row.closed).length),
  };
}
