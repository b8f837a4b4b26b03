/** What a page shows, as far as its health is judged by it. */
export type PageParts = {
  title: string;
  /** The heading of what the page is about. */
  heading: string;
  /** That heading and what stands by it, in short pieces: where a shop says whether the thing can be had. */
  own: string[];
  /** It has such a heading, and nothing by it that could be read as its own. */
  bare: boolean;
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
const NAMED = /(?<![\w-])(?:class|id)\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"'>]+))/gi;
/** Whole words of a name (`preview` is no review), and not where it says that the part has such a thing within. */
const ASIDE_NAME = new RegExp(
  [
    "(?<![a-z]|(?<![a-z])(?:has|with|without|no|show|hide)[-_]{1,2})(?:products?|customers?)?",
    "(?:related|recommend(?:ed|ations?)?|similar|up-?sells?|cross-?sells?|reviews?|comments?|testimonials?|testimoni",
    "|breadcrumbs?|rekomendasi|terkait|serupa|ulasan|lainnya)(?:products?|items?|list|section)?(?![a-z])",
  ].join(""),
  "i",
);
/** Such words in the class of these are about the whole page (WordPress puts them there), or have no content. */
const NO_ASIDE = new Set(["html", "body", "main", "meta", "link", "img", "input", "br", "hr", "source"]);
/** Elements within a line of text. */
const INLINE = new Set(["b", "strong", "i", "em", "u", "small", "font", "span"]);
const MOST_TAG_CHARS = 500;
/** A shop says it within a few lines of the name. */
const OWN_CHARS = 800;
/** What is compared with the title; no shop needs more, and a page made to be slow gets no more. */
const MOST_TITLE_CHARS = 300;
const MOST_HEADING_CHARS = 200;
const MOST_HEADINGS = 100;

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
  let hidden = false;
  const take = (text: string) => {
    const last = pieces.at(-1);
    if (!broken && last) last.text += text;
    else if (text.trim() !== "") pieces.push({ text, aside: aside !== null });
    if (text.trim() !== "") broken = false;
    if (open) open.text += ` ${text}`;
  };
  for (const tag of tagsOf(html, take)) {
    if (tag.jsonLd !== undefined) jsonLd.push(tag.jsonLd);
    if (tag.title !== undefined) title ||= tidy(tag.title).slice(0, MOST_TITLE_CHARS);
    if (!INLINE.has(tag.name)) broken = true;
    if (aside) {
      hidden ||= tag.name === "h1";
      if (tag.name === aside.name) aside.depth += tag.closes ? -1 : 1;
      if (aside.depth > 0) continue;
      aside = null;
      broken = true;
    } else if (!tag.closes && isAside(tag)) {
      aside = { name: tag.name, depth: 1 };
      broken = true;
    } else if (/^h[1-6]$/.test(tag.name)) {
      if (open) {
        const text = tidy(open.text).slice(0, MOST_HEADING_CHARS);
        headings.push({ ...open, to: pieces.length, text });
      }
      open = tag.closes ? null : { name: tag.name, from: pieces.length, to: 0, text: "" };
    }
  }
  const about = aboutHeading(headings, title);
  const own = ownPieces(pieces, headings, about);
  return {
    title,
    heading: about?.text ?? "",
    own: own.map(({ text }) => tidy(text)),
    bare: (about !== undefined || hidden) && own.every(({ at }) => about !== undefined && at < about.to),
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
    const [, slash, written] = /^<(\/?)([a-z][\w.:-]*)/i.exec(html.slice(open, open + 60)) ?? [];
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
  return Object.hasOwn(UNSEEN, name) ? UNSEEN[name as keyof typeof UNSEEN] : undefined;
}

function isAside({ name, whole }: Tag): boolean {
  return ASIDE.has(name) || (!NO_ASIDE.has(name) && namesOf(whole).some((each) => ASIDE_NAME.test(each)));
}

/** Its classes and its id, `productReviews` as `product-Reviews`. */
function namesOf(tag: string): string[] {
  return [...tag.matchAll(NAMED)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? "").replace(/(?<=[a-z])(?=[A-Z])/g, "-"),
  );
}

/** The heading that the page's title names first (a shop's own name comes after the product's), or its first h1. */
function aboutHeading(headings: readonly Heading[], title: string): Heading | undefined {
  const within = title.toLowerCase();
  let best: { heading: Heading; place: number } | undefined;
  for (const heading of headings.slice(0, MOST_HEADINGS)) {
    const place = heading.text.length >= 3 ? within.indexOf(heading.text.toLowerCase()) : -1;
    if (place >= 0 && (!best || place < best.place)) best = { heading, place };
  }
  return best?.heading ?? headings.find(({ name }) => name === "h1");
}

/** From the heading to the next one; from the top where the page has none. */
function ownPieces(
  pieces: readonly Piece[],
  headings: readonly Heading[],
  about?: Heading,
): { text: string; at: number }[] {
  const next = headings.find(({ from }) => !about || from >= about.to);
  const first = about?.from ?? 0;
  const own: { text: string; at: number }[] = [];
  let chars = 0;
  for (const [index, { text, aside }] of pieces.slice(first, next?.from).entries()) {
    if (chars > OWN_CHARS) break;
    if (aside) continue;
    own.push({ text, at: first + index });
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
