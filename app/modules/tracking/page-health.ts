import { type Channel, readListing } from "~/modules/products/listings";
import { availabilityOf } from "./page-availability";
import { type PageParts, readPage } from "./page-parts";

export const HEALTH_OUTCOMES = ["OK", "GONE", "MOVED", "SOLD_OUT", "UNSURE"] as const;
export type HealthOutcome = (typeof HEALTH_OUTCOMES)[number];

/** What a look at an address found. `reason` is for the record: `http:404`, `schema:OutOfStock`, `dns`, `own-error` (a fault of ours). */
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

type Known = {
  outcome: HealthOutcome | null;
  told: HealthOutcome | null;
  unreachableSince: Date | null;
};

/** Whether somebody must do something: buyers cannot buy there, or an own shop is out of reach for days. */
export function needsMending(health: Known): boolean {
  return isBroken(health.outcome) || isDown(health);
}

/** Out of reach, for so long that the Lapas was told; a host that answers again, were it by refusing, is not. */
export function isDown({ outcome, told, unreachableSince }: Known): boolean {
  return outcome === "UNSURE" && told === "UNSURE" && unreachableSince !== null;
}

/**
 * What pages say in words where they do not say it in their markup, in Indonesian first. They are looked for in the
 * page's title and by its heading only, for elsewhere they tell of other products, or buyers say them.
 */
const SOLD_OUT_WORDS =
  /\b(?:stok(?: barang| produk)?:? (?:sedang )?(?:habis|kosong)|(?:produk|barang)(?: ini)?(?: sedang)? habis|habis terjual|sold out|out of stock|currently unavailable)\b/i;
const GONE_WORDS =
  /\b(?:produk (?:ini )?(?:tidak ditemukan|tidak tersedia lagi|sudah tidak tersedia|telah dihapus)|barang tidak ditemukan|halaman (?:ini )?tidak ditemukan|toko (?:ini )?tidak ditemukan|page not found|product not found)\b/i;
/** Said of a part, of another time, or of how many were sold. */
const NOT_NOW =
  /\d\D{0,12}habis terjual|\b(?:jika|bila|kalau|apabila|sebelum|saat|ketika|selama|pernah|hampir|sering|cepat|tidak|bukan|belum|jangan|varian|variasi|warna|ukuran|rasa|if|before|when|while|never|almost|not|variant|size|colou?r)\b/i;
/** A notice is short; what is longer is a description. */
const NOTICE_CHARS = 48;
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
  const page = readPage(body);
  const { text } = page;
  const said = availabilityOf(url, body, page);
  if (said) return found(said.soldOut ? "SOLD_OUT" : "OK", `schema:${said.value}`);
  // A product's own name may hold such a word; a wall has little else to say.
  if (text.length < 2_000 && WALL_WORDS.test(text)) return found("UNSURE", "wall");
  const notices = noticesOf(page);
  if (notices.some((notice) => GONE_WORDS.test(notice))) return found("GONE", "words");
  if (notices.some((notice) => SOLD_OUT_WORDS.test(notice) && !NOT_NOW.test(notice)))
    return found("SOLD_OUT", "words");
  if (text.length < SHELL_CHARS) return found("UNSURE", "shell");
  // Where a shop would say it nothing could be read: that clears nobody.
  if (page.bare) return found("UNSURE", "bare");
  return found("OK", "http:200");
}

/** The short sentences of the page's title, and of what stands by its heading. */
function noticesOf({ title, own }: PageParts): string[] {
  return [title, ...own]
    .flatMap((piece) => piece.split(/[.!?|•·–—]|\s-\s/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length <= NOTICE_CHARS);
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
