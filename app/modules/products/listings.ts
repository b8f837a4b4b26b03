import { normaliseWhatsapp, whatsappLink } from "~/modules/institutions/whatsapp";

export const CHANNELS = ["SHOPEE", "TOKOPEDIA", "TIKTOK_SHOP", "WHATSAPP", "OWN"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why an address is not taken for its channel; the messages are `products:error.listing.REASON`. */
export type ListingFault =
  | "notUrl"
  | "notHttps"
  | "shopeeHost"
  | "shopeeShort"
  | "shopeeForm"
  | "tokopediaHost"
  | "tokopediaForm"
  | "tiktokHost"
  | "tiktokForm"
  | "whatsapp"
  | "ownHost"
  | "ownMarketplace";

export type ListingResult = { url: string } | { fault: ListingFault };

const MAX_URL = 500;

const SHOPEE_SHORT = new Set(["shp.ee", "id.shp.ee", "shope.ee", "s.shopee.co.id"]);
const TOKOPEDIA_HOSTS = new Set(["tokopedia.com", "www.tokopedia.com", "m.tokopedia.com"]);
const TIKTOK_HOSTS = new Set([
  "www.tiktok.com",
  "tiktok.com",
  "m.tiktok.com",
  "shop.tiktok.com",
  "vt.tiktok.com",
  "vm.tiktok.com",
  "shop-id.tokopedia.com",
]);
/** First parts of Tokopedia's addresses that are pages of its own and no shop. */
const TOKOPEDIA_PAGES = new Set([
  "p",
  "search",
  "discovery",
  "promo",
  "help",
  "cart",
  "login",
  "find",
  "top-up",
]);

function readUrl(text: string): URL | null {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_URL || /\s/.test(trimmed)) return null;
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(complete)) return null;
  const url = new URL(complete);
  return url.username || url.password ? null : url;
}

/**
 * Both forms of a Shopee product, made one: `shopee.co.id/NAME-i.SHOP.ITEM` and `shopee.co.id/product/SHOP/ITEM`.
 * Short links are refused because they hide where they lead.
 */
function shopee(url: URL): ListingResult {
  if (SHOPEE_SHORT.has(url.hostname)) return { fault: "shopeeShort" };
  if (url.hostname !== "shopee.co.id" && url.hostname !== "www.shopee.co.id") return { fault: "shopeeHost" };
  const match =
    /^\/product\/(\d{1,20})\/(\d{1,20})\/?$/.exec(url.pathname) ??
    /-i\.(\d{1,20})\.(\d{1,20})\/?$/.exec(url.pathname);
  return match ? { url: `https://shopee.co.id/product/${match[1]}/${match[2]}` } : { fault: "shopeeForm" };
}

/** `https://www.tokopedia.com/SHOP/PRODUCT`; what follows the question mark is dropped. */
function tokopedia(url: URL): ListingResult {
  if (!TOKOPEDIA_HOSTS.has(url.hostname)) return { fault: "tokopediaHost" };
  const match = /^\/([a-z0-9._-]+)\/([a-z0-9._-]+)\/?$/i.exec(url.pathname);
  const [, shop, slug] = match ?? [];
  if (!shop || !slug || TOKOPEDIA_PAGES.has(shop.toLowerCase())) return { fault: "tokopediaForm" };
  return { url: `https://www.tokopedia.com/${shop}/${slug}` };
}

/** TikTok has no published form for a product's address, so only its hosts are checked. */
function tiktok(url: URL): ListingResult {
  if (!TIKTOK_HOSTS.has(url.hostname)) return { fault: "tiktokHost" };
  if (url.pathname.length < 3) return { fault: "tiktokForm" };
  return { url: `https://${url.hostname}${url.pathname}` };
}

/** A number or a wa.me link, kept as `https://wa.me/DIGITS`. */
function whatsapp(text: string): ListingResult {
  const url = /wa\.me|whatsapp\.com/i.test(text) ? readUrl(text) : null;
  const fromLink = url
    ? url.hostname === "wa.me"
      ? url.pathname.slice(1)
      : (url.searchParams.get("phone") ?? "")
    : null;
  const digits = normaliseWhatsapp(fromLink === null ? text : `+${fromLink.replace(/^\+/, "")}`);
  return digits ? { url: whatsappLink(digits) } : { fault: "whatsapp" };
}

const MARKETPLACES =
  /(^|\.)(shopee\.[a-z.]+|shp\.ee|shope\.ee|tokopedia\.com|tiktok\.com|wa\.me|whatsapp\.com)$/i;

/** A site of the institution's own: a public name over https, on the usual port. */
function own(url: URL): ListingResult {
  if (MARKETPLACES.test(url.hostname)) return { fault: "ownMarketplace" };
  const isName = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+$/i.test(url.hostname);
  if (!isName || url.port !== "" || /\.(local|internal|localhost|lan)$/i.test(url.hostname))
    return { fault: "ownHost" };
  url.hash = "";
  return { url: url.href };
}

/**
 * Checks where a product is sold and brings it into one form: the channel's own hosts only, so that a page never
 * sends a buyer to a look-alike.
 */
export function readListing(channel: Channel, text: string): ListingResult {
  if (channel === "WHATSAPP") return whatsapp(text);
  const url = readUrl(text);
  if (!url) return { fault: "notUrl" };
  if (url.protocol === "http:" && channel !== "OWN") url.protocol = "https:";
  if (url.protocol !== "https:") return { fault: "notHttps" };
  if (channel === "SHOPEE") return shopee(url);
  if (channel === "TOKOPEDIA") return tokopedia(url);
  if (channel === "TIKTOK_SHOP") return tiktok(url);
  return own(url);
}

/** Name of the query parameter in which a referral click travels from page to page. */
export const CLICK_PARAM = "gaung_click";

/** The click that brought a visitor, read from an address; null where there is none of its form. */
export function readClickParam(search: URLSearchParams): string | null {
  const click = search.get(CLICK_PARAM);
  return click && /^[A-Za-z0-9._~-]{8,256}$/.test(click) ? click : null;
}

/**
 * The address behind a "buy" button: the listing, for the institution's own shop with the click handed on (of others
 * nothing would come back), and for WhatsApp with a text already typed.
 */
export function outboundLink(
  listing: { channel: Channel; url: string },
  options: { click: string | null; text: string },
): string {
  const url = new URL(listing.url);
  if (listing.channel === "WHATSAPP") {
    url.search = `?text=${encodeURIComponent(options.text)}`;
    return url.href;
  }
  if (options.click && listing.channel === "OWN") url.searchParams.set(CLICK_PARAM, options.click);
  return url.href;
}
