import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";

export type ClaimLink = {
  id: string;
  code: string;
  /** The address to share, with this site's public name. */
  url: string;
  /** Whether a click is sent on: the link is active and its campaign is published. */
  live: boolean;
};

/** What an accepted claim was given to share. `links` is empty and `coupon` null until the worker has made them. */
export type ClaimLinks = {
  claimId: string;
  links: ClaimLink[];
  coupon: string | null;
  product: string;
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
      links: { select: { id: true, code: true, status: true }, orderBy: { no: "asc" } },
    },
  });
  if (!claim) throw new AppError("not_found", `no claim ${input.claimId}`);
  const { campaign } = claim;
  const own = ctx.can("claim.own", { creatorId: claim.creatorId });
  if (!own) {
    const scope = { institutionId: campaign.institutionId, regionId: campaign.institution.regionId };
    ctx.authorize("claim.read", scope);
  }
  return {
    claimId: claim.id,
    links: claim.links.map((link) => ({
      id: link.id,
      code: link.code,
      url: linkUrl(link.code),
      live: link.status === "ACTIVE" && campaign.status === "PUBLISHED",
    })),
    coupon: claim.coupon?.code ?? null,
    product: campaign.product.name,
  };
}

/** The public address of a referral code. */
export function linkUrl(code: string): string {
  return `${env().PUBLIC_URL}/r/${code}`;
}
