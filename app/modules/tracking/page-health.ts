import { type Channel, readListing } from "~/modules/products/listings";

export const HEALTH_OUTCOMES = ["OK", "GONE", "MOVED", "SOLD_OUT", "UNSURE"] as const;
export type HealthOutcome = (typeof HEALTH_OUTCOMES)[number];

/** What a look at an address found. `reason` is for the record: `http:404`, `schema:OutOfStock`, `dns`. */
export type Finding = {
  outcome: HealthOutcome;
  reason: string;
  httpStatus: number | null;
  finalUrl: string | null;
};

/** What came back for an address in the end, after its redirects. */
export type Answer = { url: string; status: number; body: string };

const BROKEN: ReadonlySet<HealthOutcome> = new Set(["GONE", "MOVED", "SOLD_OUT"]);

/** Whether buyers who come there cannot buy. */
export function isBroken(outcome: HealthOutcome | null): boolean {
  return outcome !== null && BROKEN.has(outcome);
}

/** What pages say in words where they do not say it in their markup. In Indonesian first; whole phrases only. */
const SOLD_OUT_WORDS =
  /\b(?:stok (?:barang |produk )?(?:habis|kosong)|produk (?:ini )?(?:sedang )?habis|barang (?:ini )?habis|habis terjual|sold out|out of stock|currently unavailable)\b/i;
const GONE_WORDS =
  /\b(?:produk (?:ini )?(?:tidak ditemukan|tidak tersedia lagi|sudah tidak tersedia|telah dihapus)|barang tidak ditemukan|halaman (?:ini )?tidak ditemukan|toko (?:ini )?(?:tidak ditemukan|sedang tutup|tutup)|page not found|product not found)\b/i;
const WALL_WORDS =
  /captcha|verify (?:that )?you are (?:a )?human|buktikan bahwa anda bukan robot|access denied|unusual traffic/i;

/** With less text than this a page is but a shell that a script fills. */
const SHELL_CHARS = 120;

/** Judges a page that was reached, against the address that was asked for. */
export function judgePage(asked: string, answer: Answer): Finding {
  const { status, url, body } = answer;
  const found = (outcome: HealthOutcome, reason: string): Finding => ({
    outcome,
    reason,
    httpStatus: status,
    finalUrl: url === asked ? null : url,
  });
  if (status === 404 || status === 410) return found("GONE", `http:${status}`);
  if (status < 200 || status > 299) return found("UNSURE", `http:${status}`);
  const moved = movedTo(asked, url);
  if (moved) return found(moved === "login" ? "UNSURE" : "MOVED", moved);
  const { text, jsonLd } = readPage(body);
  const said = availability(body, jsonLd);
  if (said) return found(said.soldOut ? "SOLD_OUT" : "OK", `schema:${said.value}`);
  // A product's own name may hold such a word; a wall has little else to say.
  if (text.length < 2_000 && WALL_WORDS.test(text)) return found("UNSURE", "wall");
  const gone = text.length < 6_000 ? GONE_WORDS.exec(text) : null;
  if (gone) return found("GONE", "words");
  if (SOLD_OUT_WORDS.test(text)) return found("SOLD_OUT", "words");
  if (text.length < SHELL_CHARS) return found("UNSURE", "shell");
  return found("OK", "http:200");
}

/** Sites of the same house, among which redirects are usual. */
const HOUSES: readonly RegExp[] = [
  /(^|\.)(shopee\.co\.id|shp\.ee)$/,
  /(^|\.)(tokopedia\.com|tiktok\.com|tiktokglobalshop\.com)$/,
];

function houseOf(host: string): string {
  const house = HOUSES.findIndex((pattern) => pattern.test(host));
  return house >= 0 ? `house:${house}` : host.replace(/^(?:www|m)\./, "");
}

/** Which kind of elsewhere a redirect led to; null where it is the same page still. */
function movedTo(asked: string, final: string): "host" | "login" | "path" | "product" | null {
  if (asked === final) return null;
  const [from, to] = [new URL(asked), new URL(final)];
  if (houseOf(from.hostname) !== houseOf(to.hostname)) return "host";
  if (/\/(?:login|signin|masuk|buyer\/login|verify)(?:\/|$)/i.test(to.pathname)) return "login";
  if (from.pathname !== "/" && /^\/(?:$|(?:404|error|not-found|search|cari)(?:\/|$))/i.test(to.pathname))
    return "path";
  return sameListing(from, to) ? null : "product";
}

/** Two addresses of a marketplace are the same product's where they come to the same form. */
function sameListing(from: URL, to: URL): boolean {
  const channel: Channel | null = /(^|\.)shopee\.co\.id$/.test(from.hostname)
    ? "SHOPEE"
    : /^(?:www\.|m\.)?tokopedia\.com$/.test(from.hostname)
      ? "TOKOPEDIA"
      : null;
  if (!channel) return true;
  const [before, after] = [readListing(channel, from.href), readListing(channel, to.href)];
  if (!("url" in before)) return true;
  return "url" in after && after.url.toLowerCase() === before.url.toLowerCase();
}

const IN_STOCK = new Set([
  "InStock",
  "LimitedAvailability",
  "OnlineOnly",
  "PreOrder",
  "PreSale",
  "BackOrder",
  "MadeToOrder",
]);
const NOT_IN_STOCK = new Set(["OutOfStock", "SoldOut", "Discontinued"]);

/**
 * schema.org's availability (schema.org/ItemAvailability) in JSON-LD, microdata, or Open Graph's product tags. With
 * several offers one in stock is enough.
 */
function availability(html: string, jsonLd: readonly string[]): { soldOut: boolean; value: string } | null {
  const values = [...fromJsonLd(jsonLd), ...fromMarkup(html)];
  const there = values.find((value) => IN_STOCK.has(value));
  if (there) return { soldOut: false, value: there };
  const gone = values.find((value) => NOT_IN_STOCK.has(value));
  return gone ? { soldOut: true, value: gone } : null;
}

const NAMES: Record<string, string> = {
  instock: "InStock",
  outofstock: "OutOfStock",
  oos: "OutOfStock",
  soldout: "SoldOut",
};

/** `https://schema.org/InStock`, `InStock`, `in stock`, `oos`. */
function nameOf(text: string): string {
  const bare = text.trim().replace(/^https?:\/\/schema\.org\//i, "");
  return NAMES[bare.replace(/[\s_-]/g, "").toLowerCase()] ?? bare;
}

function fromMarkup(html: string): string[] {
  const tags = html.match(/<(?:link|meta|span|div)\b[^>]{0,500}\bavailability\b[^>]{0,500}>/gi) ?? [];
  return tags.flatMap((tag) => {
    if (!/(?:itemprop|property|name)\s*=\s*["']?(?:product:|og:)?availability\b/i.test(tag)) return [];
    const value = /(?:href|content)\s*=\s*["']?([^"'\s>][^"'>]*)/i.exec(tag)?.[1];
    return value ? [nameOf(value)] : [];
  });
}

function fromJsonLd(blocks: readonly string[]): string[] {
  return blocks.flatMap((text) => {
    try {
      return offered(JSON.parse(text), 0);
    } catch (error) {
      // A page's own mistake; what else it says still counts.
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
}

const MAX_DEPTH = 12;

function offered(node: unknown, depth: number): string[] {
  if (depth > MAX_DEPTH || typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.slice(0, 200).flatMap((each) => offered(each, depth + 1));
  return Object.entries(node).flatMap(([key, value]) => {
    // What a shop recommends besides is not what was asked for.
    if (/^(?:isRelatedTo|isSimilarTo|itemListElement|recommendations?)$/.test(key)) return [];
    if (key === "availability" && typeof value === "string") return [nameOf(value)];
    return offered(value, depth + 1);
  });
}

/** Elements whose content nobody reads. */
const UNSEEN = {
  script: /<\/script/gi,
  style: /<\/style/gi,
  noscript: /<\/noscript/gi,
  template: /<\/template/gi,
  svg: /<\/svg/gi,
};

/**
 * A page's text and its JSON-LD. One walk from front to back: a page made to be slow to read takes no longer than
 * another of its size.
 */
export function readPage(html: string): { text: string; jsonLd: string[] } {
  const parts: string[] = [];
  const jsonLd: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    parts.push(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    const comment = html.startsWith("<!--", open);
    const close = html.indexOf(comment ? "-->" : ">", open);
    if (close < 0) break;
    at = close + (comment ? 3 : 1);
    const name = /^<(script|style|noscript|template|svg)\b/i
      .exec(html.slice(open, open + 12))?.[1]
      ?.toLowerCase();
    if (comment || name === undefined) continue;
    const end = UNSEEN[name as keyof typeof UNSEEN];
    end.lastIndex = at;
    const ended = end.exec(html)?.index ?? html.length;
    if (html.slice(open, close).includes("application/ld+json")) jsonLd.push(html.slice(at, ended));
    at = ended;
  }
  const text = parts
    .join(" ")
    .replace(/&nbsp;|\s/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return { text, jsonLd };
}
