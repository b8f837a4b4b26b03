import type { Platform } from "~/modules/creators/platforms";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import type { AddressFacts } from "../link-address";
import type { LinkDestination, LinkPlacement } from "../link-destination";
import { readUtm, type UtmTemplate } from "../utm";

/** What pages tell of one link. */
export type LinkRow = {
  id: string;
  code: string;
  /** The address to share, with this site's public name. */
  url: string;
  /** Whether a click is sent on: the link is open and its campaign is published. */
  live: boolean;
  closed: boolean;
  destination: LinkDestination;
  /** Whether the shop still lists the product; where not, the link leads to the product's page. */
  listed: boolean;
  placement: LinkPlacement;
  platform: Platform | null;
  label: string;
  utm: UtmTemplate;
  createdAt: Date;
};

export const linkRowSelect = {
  id: true,
  code: true,
  status: true,
  destination: true,
  destinationUrl: true,
  placement: true,
  platform: true,
  label: true,
  utm: true,
  createdAt: true,
} satisfies Prisma.ReferralLinkSelect;

export type StoredLink = Prisma.ReferralLinkGetPayload<{ select: typeof linkRowSelect }>;

/** The public address of a referral code. */
export function linkUrl(code: string): string {
  return `${env().PUBLIC_URL}/r/${code}`;
}

export function toLinkRow(link: StoredLink, campaignStatus: string): LinkRow {
  const { id, code, destination, placement, platform, label, createdAt } = link;
  return {
    ...{ id, code, destination, placement, platform, label, createdAt },
    url: linkUrl(code),
    live: link.status === "ACTIVE" && campaignStatus === "PUBLISHED",
    closed: link.status !== "ACTIVE",
    listed: destination === "PRODUCT" || !link.destinationUrl.startsWith("/"),
    utm: readUtm(link.utm),
  };
}

/** What is needed of a claim to put its links' addresses together. */
export const addressFactsSelect = {
  creator: {
    select: {
      handle: true,
      affiliates: { where: { network: "SHOPEE" }, select: { affiliateId: true } },
    },
  },
  coupon: { select: { code: true } },
  campaign: {
    select: {
      slug: true,
      institution: { select: { name: true } },
      product: { select: { name: true, slug: true, listings: { select: { channel: true, url: true } } } },
    },
  },
} satisfies Prisma.ClaimSelect;

type FactsRow = Prisma.ClaimGetPayload<{ select: typeof addressFactsSelect }>;

export function addressFacts({ creator, coupon, campaign }: FactsRow): AddressFacts {
  const { product } = campaign;
  return {
    site: env().PUBLIC_URL,
    handle: creator.handle,
    coupon: coupon?.code ?? null,
    campaignSlug: campaign.slug,
    institution: campaign.institution.name,
    product: product.name,
    addresses: Object.fromEntries([
      ["PRODUCT", `/p/${product.slug}`],
      ...product.listings.map(({ channel, url }) => [channel, url] as const),
    ]),
    shopeeAffiliateId: creator.affiliates[0]?.affiliateId ?? null,
  };
}

/**
 * The claim's scope, for whoever may read its links: its influencer, and officers who may read claims.
 * @throws AppError `forbidden`
 */
export function authoriseLinks(
  ctx: Ctx,
  claim: { creatorId: string; campaign: { institutionId: string; institution: { regionId: string } } },
): { own: boolean } {
  if (ctx.can("claim.own", { creatorId: claim.creatorId })) return { own: true };
  const { institutionId, institution } = claim.campaign;
  ctx.authorize("claim.read", { institutionId, regionId: institution.regionId });
  return { own: false };
}
