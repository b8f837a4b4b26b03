/** What a page shows, as far as its health is judged by it. */
export type PageParts = {
  title: string;
  /** The heading of what the page is about. */
  heading: string;
  /** What stands by that heading, in short pieces: where a shop says whether the thing can be had. */
  own: string[];
  /** All of its text. */
  text: string;
  jsonLd: string[];
};

/** Elements whose content nobody reads. */
const UNSEEN = {
  script: /<\/script/gi,
  style: /<\/style/gi,
  noscript: /<\/noscript/gi,
  template: /<\/template/gi,
  svg: /<\/svg/gi,
};

/** Parts that tell of other things: menus, lists and cards of other products, variants, what buyers wrote. */
const ASIDE = new Set(["nav", "aside", "footer", "ul", "ol", "select", "a", "blockquote", "del", "dialog"]);
const ASIDE_NAME =
  /\b(?:class|id)\s*=\s*["']?[^"'>]*(?:related|recommend|similar|up-?sell|cross-?sell|review|comment|testimoni|breadcrumb|rekomendasi|terkait|serupa|ulasan|lainnya)/i;
/** Such words in the class of these are about the whole page (WordPress puts them there), or have no content. */
const NO_ASIDE = new Set(["html", "body", "main", "meta", "link", "img", "input", "br", "hr", "source"]);
/** Elements within a line of text. */
const INLINE = new Set(["b", "strong", "i", "em", "u", "small", "font", "span"]);
const MOST_TAG_CHARS = 500;
/** A shop says it within a few lines of the name. */
const OWN_CHARS = 800;

type Piece = { text: string; aside: boolean };
type Heading = { name: string; from: number; to: number; text: string };

/**
 * Reads a page in one walk from front to back: a page made to be slow to read takes no longer than another of its size.
 */
export function readPage(html: string): PageParts {
  const pieces: Piece[] = [];
  const jsonLd: string[] = [];
  const headings: Heading[] = [];
  let title = "";
  let open: Heading | null = null;
  let aside: { name: string; depth: number } | null = null;
  let broken = true;
  const take = (text: string) => {
    const last = pieces.at(-1);
    if (!broken && last) last.text += text;
    else if (text.trim() !== "") pieces.push({ text, aside: aside !== null });
    if (text.trim() !== "") broken = false;
    if (open) open.text += ` ${text}`;
  };
  for (const tag of tagsOf(html, take)) {
    if (tag.jsonLd !== undefined) jsonLd.push(tag.jsonLd);
    if (tag.title !== undefined) title ||= tidy(tag.title);
    if (!INLINE.has(tag.name)) broken = true;
    if (aside) {
      if (tag.name === aside.name) aside.depth += tag.closes ? -1 : 1;
      if (aside.depth > 0) continue;
      aside = null;
      broken = true;
    } else if (!tag.closes && isAside(tag)) {
      aside = { name: tag.name, depth: 1 };
      broken = true;
    } else if (/^h[1-6]$/.test(tag.name)) {
      if (open) headings.push({ ...open, to: pieces.length, text: tidy(open.text) });
      open = tag.closes ? null : { name: tag.name, from: pieces.length, to: 0, text: "" };
    }
  }
  const about = aboutHeading(headings, title);
  return {
    title,
    heading: about?.text ?? "",
    own: ownPieces(pieces, headings, about),
    text: tidy(pieces.map(({ text }) => text).join(" ")),
    jsonLd,
  };
}

type Tag = { name: string; closes: boolean; whole: string; jsonLd?: string; title?: string };

/** The tags of a page in their order; the text between them is taken on the way. */
function* tagsOf(html: string, take: (text: string) => void): Generator<Tag, undefined> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    take(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) return;
    const comment = html.startsWith("<!--", open);
    const close = html.indexOf(comment ? "-->" : ">", open);
    if (close < 0) return;
    at = close + (comment ? 3 : 1);
    const [, slash, written] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20)) ?? [];
    if (comment || written === undefined) continue;
    const tag: Tag = {
      name: written.toLowerCase(),
      closes: slash === "/",
      whole: html.slice(open, Math.min(close, open + MOST_TAG_CHARS)),
    };
    const end = tag.closes ? undefined : tag.name === "title" ? /<\/title/gi : unseenEnd(tag.name);
    if (end) {
      end.lastIndex = at;
      const ended = end.exec(html)?.index ?? html.length;
      if (tag.name === "title") tag.title = html.slice(at, ended);
      else if (tag.whole.includes("application/ld+json")) tag.jsonLd = html.slice(at, ended);
      at = ended;
    }
    yield tag;
  }
}

function unseenEnd(name: string): RegExp | undefined {
  return name in UNSEEN ? UNSEEN[name as keyof typeof UNSEEN] : undefined;
}

function isAside({ name, whole }: Tag): boolean {
  return ASIDE.has(name) || (!NO_ASIDE.has(name) && ASIDE_NAME.test(whole));
}

/** The heading that the page's title names first (a shop's own name comes after the product's), or its first h1. */
function aboutHeading(headings: readonly Heading[], title: string): Heading | undefined {
  const place = ({ text }: Heading) =>
    text.length >= 3 ? title.toLowerCase().indexOf(text.toLowerCase()) : -1;
  const named = headings.filter((heading) => place(heading) >= 0);
  if (named.length === 0) return headings.find(({ name }) => name === "h1");
  return named.reduce((best, heading) => (place(heading) < place(best) ? heading : best));
}

/** From the heading to the next one; from the top where the page has none. */
function ownPieces(pieces: readonly Piece[], headings: readonly Heading[], about?: Heading): string[] {
  const next = headings.find(({ from }) => !about || from >= about.to);
  const own: string[] = [];
  let chars = 0;
  for (const { text, aside } of pieces.slice(about?.from ?? 0, next?.from)) {
    if (chars > OWN_CHARS) break;
    if (aside) continue;
    own.push(tidy(text));
    chars += text.length;
  }
  return own;
}

function tidy(text: string): string {
  return text
    .replace(/&nbsp;|\s/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}
