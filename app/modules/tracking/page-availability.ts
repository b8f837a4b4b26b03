import type { PageParts } from "./page-parts";

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

const NAMES: Record<string, string> = {
  instock: "InStock",
  outofstock: "OutOfStock",
  oos: "OutOfStock",
  soldout: "SoldOut",
};

export type Availability = { soldOut: boolean; value: string };

/**
 * What a page's markup says of its own product: schema.org's availability (schema.org/ItemAvailability) in JSON-LD or
 * microdata, then Open Graph's product tags. What it says of other products is left out. With several offers one in
 * stock is enough. Null where nothing is said.
 */
export function availabilityOf(url: string, html: string, page: PageParts): Availability | null {
  const own = ownProducts(productsOf(page.jsonLd), url, page);
  return (
    verdict(own.flatMap(({ node }) => offered(node, 0))) ??
    verdict(fromMicrodata(html)) ??
    verdict(fromOpenGraph(html))
  );
}

function verdict(values: readonly string[]): Availability | null {
  const there = values.find((value) => IN_STOCK.has(value));
  if (there) return { soldOut: false, value: there };
  const gone = values.find((value) => NOT_IN_STOCK.has(value));
  return gone ? { soldOut: true, value: gone } : null;
}

/** `https://schema.org/InStock`, `InStock`, `in stock`, `oos`. */
function nameOf(text: string): string {
  const bare = text.trim().replace(/^https?:\/\/schema\.org\//i, "");
  return NAMES[bare.replace(/[\s_-]/g, "").toLowerCase()] ?? bare;
}

type Node = Record<string, unknown>;
type Product = { node: Node; url: string; name: string; codes: string[] };

const MAX_DEPTH = 12;
/** What a shop recommends besides, and what buyers wrote, is not what was asked for. */
const OF_OTHERS =
  /^(?:isRelatedTo|isSimilarTo|isAccessoryOrSparePartFor|isConsumableFor|itemListElement|recommendations?|reviews?)$/;

function childrenOf(node: unknown): unknown[] {
  if (Array.isArray(node)) return node.slice(0, 200);
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (OF_OTHERS.test(key) ? [] : [value]));
}

const textOf = (value: unknown) => (typeof value === "string" || typeof value === "number" ? `${value}` : "");

function productsOf(blocks: readonly string[]): Product[] {
  return blocks.flatMap((block) => {
    try {
      return productsIn(JSON.parse(block), 0);
    } catch (error) {
      // A page's own mistake; what else it says still counts.
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
}

/** Whatever is on offer: products, and what has an offer or an availability without being called one. */
function productsIn(value: unknown, depth: number): Product[] {
  if (depth > MAX_DEPTH || typeof value !== "object" || value === null) return [];
  const node = value as Node;
  const isProduct =
    [node["@type"]].flat().some((type) => /^(?:Individual)?Product(?:Group|Model)?$/.test(textOf(type))) ||
    "offers" in node ||
    typeof node.availability === "string";
  if (Array.isArray(value) || !isProduct)
    return childrenOf(value).flatMap((each) => productsIn(each, depth + 1));
  const codes = [node.sku, node.productID, node.productGroupID, node.mpn].map(textOf);
  return [{ node, url: textOf(node.url) || textOf(node["@id"]), name: textOf(node.name), codes }];
}

/** Those that are the page's own: by address or number; by name; or the only one that may be. */
function ownProducts(products: readonly Product[], url: string, page: PageParts): Product[] {
  const inAddress = new Set(addressOf(url, url).split(/[^a-z0-9]+/));
  const here = products.filter(
    (product) =>
      isHere(product.url, url) ||
      product.codes.some((code) => code.length >= 4 && inAddress.has(code.toLowerCase())),
  );
  if (here.length > 0) return here;
  const named = products.filter(({ name }) => name !== "" && same(name, page.heading));
  if (named.length > 0) return named;
  const [only, ...others] = products.filter((product) => !/^https?:/.test(product.url));
  return only && others.length === 0 && mayBe(only.name, page) ? [only] : [];
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Whether a name has a word in common with what the page calls itself; shops write the same name in many ways. */
function mayBe(name: string, { title, heading }: PageParts): boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const about = new Set(wordsOf(`${title} ${heading}`));
  return about.size === 0 || wordsOf(name).length === 0 || wordsOf(name).some((word) => about.has(word));
}

function addressOf(text: string, base: string): string {
  if (text === "" || !URL.canParse(text, base)) return "";
  const { hostname, pathname, search } = new URL(text, base);
  return `${hostname.replace(/^(?:www|m)\./, "")}${pathname.replace(/\/$/, "")}${search}`.toLowerCase();
}

/** The same page: same host and path; in a shop that has a product under several folders, the same last part. */
function isHere(text: string, url: string): boolean {
  const [there, here] = [addressOf(text, url), addressOf(url, url)].map(
    (address) => address.split("?")[0] ?? "",
  );
  if (!there || !here) return false;
  const [host, ...path] = here.split("/");
  const [otherHost, ...otherPath] = there.split("/");
  if (host !== otherHost) return false;
  // The whole shop on one page tells its products apart by the query only.
  if (path.length === 0) return addressOf(text, url) === addressOf(url, url);
  return path.at(-1) === otherPath.at(-1);
}

function offered(value: unknown, depth: number): string[] {
  if (depth > MAX_DEPTH || typeof value !== "object" || value === null) return [];
  const said = Array.isArray(value) ? null : (value as Node).availability;
  return [
    ...(typeof said === "string" ? [nameOf(said)] : []),
    ...childrenOf(value).flatMap((each) => offered(each, depth + 1)),
  ];
}

/** Microdata up to the second product: the first is the page's own. */
function fromMicrodata(html: string): string[] {
  const [before = "", own = ""] = html.split(/itemtype\s*=\s*["']?https?:\/\/schema\.org\/Product\b/i, 2);
  return tagsWithAvailability(before + own)
    .filter((tag) => /itemprop\s*=\s*["']?availability\b/i.test(tag))
    .flatMap(contentOf);
}

function fromOpenGraph(html: string): string[] {
  return tagsWithAvailability(html)
    .filter((tag) => /(?:property|name)\s*=\s*["']?(?:product:|og:)availability\b/i.test(tag))
    .flatMap(contentOf);
}

function tagsWithAvailability(html: string): string[] {
  return html.match(/<(?:link|meta|span|div)\b[^>]{0,500}\bavailability\b[^>]{0,500}>/gi) ?? [];
}

function contentOf(tag: string): string[] {
  const value = /(?:href|content)\s*=\s*["']?([^"'\s>][^"'>]*)/i.exec(tag)?.[1];
  return value ? [nameOf(value)] : [];
}
