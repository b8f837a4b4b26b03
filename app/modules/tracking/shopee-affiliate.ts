import type { Destination } from "./destination";
import type { LinkPlacement } from "./link-destination";

/**
 * Shopee Affiliate links (help.shopee.sg/portal/10/article/171184): a landing page, the influencer's affiliate id, and
 * five sub ids joined with "-", which come back as Tag_link1 to Tag_link5 of the influencer's own commission report.
 * The guides show the host for Singapore, Malaysia and others; `s.shopee.co.id` follows their pattern.
 */
const HOST = "https://s.shopee.co.id/an_redir";

/** Stands where a click's id would, in an address that is no click. */
const NO_CLICK = "none";
const CAMPAIGN_SIGNS = 40;

/** Affiliate ids are numbers. */
export function isShopeeAffiliateId(text: string): boolean {
  return /^\d{5,20}$/.test(text);
}

/** A sub id holds letters, digits and underscores: a hyphen would end it. */
export function toSubId(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

/**
 * Sub ids: 1 the link's code (its hyphens as underscores), 2 the click's id, 3 where the link stands, 4 the campaign,
 * 5 our name.
 */
export function shopeeAffiliateDestination(
  landing: string,
  affiliateId: string,
  link: { code: string; placement: LinkPlacement; campaignSlug: string },
): Destination {
  const campaign = toSubId(link.campaignSlug.slice(0, CAMPAIGN_SIGNS)) || "0";
  const before =
    `${HOST}?origin_link=${encodeURIComponent(landing)}&affiliate_id=${encodeURIComponent(affiliateId)}` +
    `&sub_id=${toSubId(link.code)}-`;
  const after = `-${link.placement.toLowerCase()}-${campaign}-gaung`;
  return { mark: "clickId", shop: "SHOPEE", before, after, plain: before + NO_CLICK + after };
}

/** What the first two sub ids of a commission report say: the link's code and the click's id; null where not ours. */
export function readSubIds(first: string, second: string): { code: string | null; clickId: string | null } {
  const code = first.trim().toLowerCase();
  const clickId = second.trim().toLowerCase();
  return {
    code: /^(?=.{4,32}$)[0-9a-z]+(?:_[0-9a-z]+)*$/.test(code) ? code.replaceAll("_", "-") : null,
    clickId: /^[0-9a-f]{32}$/.test(clickId) ? clickId : null,
  };
}
