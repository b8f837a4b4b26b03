import type { Destination } from "./destination";
import { type Landing, landingOf } from "./landing";
import type { LinkDestination, LinkPlacement } from "./link-destination";
import { orderText } from "./order-text";
import { fillUtm, type UtmTemplate } from "./utm";

/** What addresses of a claim's links are put together from. */
export type AddressFacts = {
  /** This site's public address. */
  site: string;
  handle: string;
  coupon: string | null;
  campaignSlug: string;
  institution: string;
  product: string;
  /** The product's page as a path, and its listings. */
  addresses: Partial<Record<LinkDestination, string>>;
  shopeeAffiliateId: string | null;
};

export type AddressLink = {
  code: string;
  destination: LinkDestination;
  placement: LinkPlacement;
  platform: string | null;
  utm: UtmTemplate;
};

/** The facts of one link, filled in. */
export function landingFacts(
  link: Omit<AddressLink, "destination">,
  facts: Omit<AddressFacts, "site" | "addresses">,
): Landing {
  const { code, placement } = link;
  return {
    code,
    placement,
    campaignSlug: facts.campaignSlug,
    utm: fillUtm(link.utm, {
      platform: link.platform?.toLowerCase() ?? "gaung",
      kode: code,
      kampanye: facts.campaignSlug,
      kreator: facts.handle,
      tempat: placement.toLowerCase(),
    }),
    shopeeAffiliateId: facts.shopeeAffiliateId,
    whatsappText: orderText({
      product: facts.product,
      institution: facts.institution,
      code: facts.coupon ?? code,
    }),
  };
}

/** Where a link leads: its shop, while the product is listed there, else the product's page. Null: nowhere. */
export function linkDestination(link: AddressLink, facts: AddressFacts): Destination | null {
  const url = facts.addresses[link.destination] ?? facts.addresses.PRODUCT;
  return url === undefined ? null : landingOf(link.destination, url, landingFacts(link, facts));
}

/** The address as a person sees it in the end, without the click's mark. */
export function shownAddress(link: AddressLink, facts: AddressFacts): string | null {
  const destination = linkDestination(link, facts);
  if (!destination) return null;
  return destination.plain.startsWith("/") ? facts.site + destination.plain : destination.plain;
}
