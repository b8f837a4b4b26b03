import { type Destination, parseDestination, type QueryParameter, unmarked } from "./destination";
import type { LinkDestination, LinkPlacement } from "./link-destination";
import { shopeeAffiliateDestination } from "./shopee-affiliate";

/** What is known of a link when its address is put together. */
export type Landing = {
  code: string;
  placement: LinkPlacement;
  campaignSlug: string;
  /** Filled-in UTM parameters; they go where somebody reads them. */
  utm: readonly QueryParameter[];
  /** The influencer's own id with Shopee Affiliate, if given. */
  shopeeAffiliateId: string | null;
  /** What is already typed when WhatsApp opens. */
  whatsappText: string;
};

/**
 * Where a click on a link goes: `url` is the product's page as a path, or a shop's listing.
 * - This site and the Lapas' own shop get the signed token; their orders come back with it. This site's pages get the
 *   link's code besides.
 * - Shopee gets the click's id as a sub id, if the influencer has an affiliate id; else nothing, for nothing of it
 *   would ever come back. Nor would it from Tokopedia and TikTok Shop: their reports name the creator alone.
 * - WhatsApp gets a text that names product and code.
 * @returns null where the address leads nowhere
 */
export function landingOf(kind: LinkDestination, url: string, landing: Landing): Destination | null {
  // A link whose shop no longer lists the product leads to its page, a path of this site.
  if (kind === "PRODUCT" || url.startsWith("/")) return parseDestination(url, landing.utm, landing.code);
  if (kind === "OWN") {
    const shop = parseDestination(url, landing.utm);
    return shop ? { ...shop, shop: "OWN" } : null;
  }
  if (kind === "WHATSAPP") {
    const bare = parseDestination(url);
    if (!bare) return null;
    return unmarked(`${bare.plain.split(/[?#]/)[0]}?text=${encodeURIComponent(landing.whatsappText)}`, kind);
  }
  if (kind === "SHOPEE" && landing.shopeeAffiliateId !== null) {
    const bare = parseDestination(url);
    return bare ? shopeeAffiliateDestination(bare.plain, landing.shopeeAffiliateId, landing) : null;
  }
  const shop = parseDestination(url, landing.utm);
  return shop ? unmarked(shop.plain, kind) : null;
}
