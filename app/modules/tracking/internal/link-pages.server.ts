import { createHash } from "node:crypto";
import { formatFor } from "~/ui/format";
import type { AppShop } from "../deep-link";
import en from "../messages/en";
import id from "../messages/id";
import type { LinkProduct, OtherProduct, PageFacts } from "./link-product.server";

/** The pages that a link may show instead of leading on. They stand alone: no script, no Remix, no session. */
export type PageKind = "unknown" | "paused" | "closed" | "busy";

type Language = "id" | "en";
const TEXTS: Record<Language, typeof id.page> = { id: id.page, en: en.page };

/** Indonesian, unless the browser's first wish is English. */
export function pageLanguage(acceptLanguage: string | undefined): Language {
  return acceptLanguage !== undefined && /^\s*en\b/i.test(acceptLanguage) ? "en" : "id";
}

const STYLE = `
:root{color-scheme:light dark;--g:#f8f5ef;--s:#fffefb;--i:#1f2338;--m:#545972;--b:#2c3a84;--o:#fdfaf3;--l:#e3ddd0;--e:#d99a3d;--a:#f7ead2;--n:#6b4a16;--f:#27306b}
@media(prefers-color-scheme:dark){:root{--g:#111424;--s:#191d30;--i:#f3efe6;--m:#c4c0b8;--b:#5468cc;--o:#fff;--l:#2f3550;--e:#e3b063;--a:#3a3020;--n:#f0cf94;--f:#1d2450}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--g);color:var(--i);font:1rem/1.6 "Plus Jakarta Sans Variable","Plus Jakarta Sans",system-ui,sans-serif;-webkit-text-size-adjust:100%}
a{color:inherit}
a:focus-visible{outline:3px solid var(--e);outline-offset:2px}
img{display:block;width:100%;height:auto;object-fit:cover;background:var(--l)}
h1,h2,p{margin:0}
h1{font-size:1.55rem;line-height:1.22;letter-spacing:-.025em;text-wrap:balance}
h2{font-size:1.05rem;line-height:1.3;letter-spacing:-.01em}
.top{display:flex;align-items:center;gap:.6rem;padding:1rem 1.25rem;background:var(--f);background-image:radial-gradient(circle at 50% 50%,transparent 58%,rgba(255,255,255,.06) 60%,transparent 64%);background-size:28px 28px;color:#fdfaf3;font-weight:800;font-size:1.1rem;letter-spacing:-.03em;text-decoration:none}
.top svg{width:1.9rem;height:1.9rem}
main{width:100%;max-width:62rem;margin:0 auto;padding:1.25rem}
.card{display:grid;overflow:hidden;border:1px solid var(--l);border-radius:1.25rem;background:var(--s)}
.card>img{aspect-ratio:4/3;max-height:15rem}
.say{display:flex;flex-direction:column;gap:.75rem;padding:1.5rem}
.say>p{color:var(--m)}
.say>p.tag{align-self:flex-start;padding:.25rem .75rem;border-radius:1rem;background:var(--a);color:var(--n);font-weight:700;font-size:.8rem;line-height:1.4}
.say>p.when{padding:.7rem .9rem;border-left:3px solid var(--e);border-radius:.25rem .75rem .75rem .25rem;background:var(--g);color:var(--i);font-size:.93rem}
nav{display:grid;gap:.7rem;margin-top:.5rem}
nav a{display:grid;place-items:center;min-height:3rem;padding:.65rem 1rem;border:1px solid var(--b);border-radius:.75rem;font-weight:650;line-height:1.3;text-align:center;text-decoration:none;text-wrap:balance}
nav a:first-child{background:var(--b);border-color:var(--b);color:var(--o)}
.more{margin-top:2rem}
.more ul{display:grid;gap:.85rem;margin:.9rem 0 0;padding:0;list-style:none}
.more a{display:grid;grid-template-columns:6.5rem 1fr;height:100%;overflow:hidden;border:1px solid var(--l);border-radius:1rem;background:var(--s);text-decoration:none}
.more a:hover b{text-decoration:underline;text-underline-offset:3px}
.more img,.none{width:100%;height:100%;min-height:6.5rem;aspect-ratio:1}
.none{display:grid;place-items:center;background:var(--a);color:var(--n)}
.none svg{width:2.4rem;height:2.4rem}
.more div{display:flex;flex-direction:column;gap:.15rem;padding:.85rem 1rem;min-width:0}
.more b{line-height:1.3;overflow-wrap:anywhere}
.more small{color:var(--m);font-size:.85rem;line-height:1.4}
.more i{margin-top:auto;font-style:normal;font-weight:700;font-variant-numeric:tabular-nums}
@media(min-width:44rem){.wide{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.wide>img{height:100%;min-height:24rem;max-height:none}.say{padding:2rem;justify-content:center}.more ul{grid-template-columns:repeat(3,minmax(0,1fr))}.more a{grid-template-columns:1fr;grid-template-rows:auto 1fr}.more img,.none{height:auto;aspect-ratio:4/3}}`;

const MARK = `<svg viewBox="0 0 48 48" aria-hidden="true" fill="none"><g fill="currentColor"><path id="k" d="M22.4 22.4C12.2 23.2 4.2 16.6 4.2 4.2 16.6 4.2 23.2 12.2 22.4 22.4Z"/><use href="#k" transform="matrix(1 0 0 -1 0 48)"/><use href="#k" transform="rotate(180 24 24)"/></g><g stroke="#d99a3d" stroke-width="3.7" stroke-linecap="round"><path d="M27.9 15.2a8.6 8.6 0 0 1 4.9 4.9"/><path d="M27.9 9.1a14.6 14.6 0 0 1 11 11"/><path d="M27.9 3.2a20.6 20.6 0 0 1 16.9 16.9"/></g></svg>`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** Headers of every page here, as Node's `writeHead` takes them. */
export const PAGE_HEADERS: readonly string[] = [
  "Content-Type",
  "text/html; charset=utf-8",
  "Cache-Control",
  "no-store",
  "X-Robots-Tag",
  "noindex",
  "Referrer-Policy",
  "strict-origin-when-cross-origin",
  "X-Content-Type-Options",
  "nosniff",
  "Vary",
  "Accept-Language, User-Agent",
  "Content-Security-Policy",
  `default-src 'none'; img-src 'self'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
];

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function fill(text: string, params: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole);
}

/** The parts of a page that says something: a picture, if there is one, beside the words. */
function card(picture: string, words: string): string {
  return `<div class="card${picture ? " wide" : ""}">${picture}<div class="say">${words}</div></div>`;
}

function document(language: Language, title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)} · Gaung</title>${head}
<style>${STYLE}</style></head>
<body><header><a class="top" href="/">${MARK}Gaung</a></header><main>${body}</main></body></html>
`;
}

function pictureOf(picture: LinkProduct["picture"], beside = false): string {
  if (!picture) return "";
  // Beside its name a picture says nothing new to those who hear the page.
  const alt = beside ? "" : escapeHtml(picture.alt);
  return `<img src="${escapeHtml(picture.path)}" alt="${alt}" width="${picture.width}" height="${picture.height}">`;
}

function anchor(href: string, label: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
}

/** A page for a person whose link does not lead on: why, and where else to go. `retry` is the address to try again. */
export function linkPage(
  kind: PageKind,
  language: Language,
  product: LinkProduct | null,
  retry?: string,
  more: Pick<PageFacts, "others" | "until"> = { others: [], until: null },
): string {
  const texts = TEXTS[language];
  const title = texts[`${kind}Title`];
  const links = [
    ...(kind === "busy" && retry ? [anchor(retry, texts.retry)] : []),
    ...(product ? [anchor(product.path, fill(texts.toProduct, { product: product.name }))] : []),
    anchor("/produk", texts.toCatalogue),
  ];
  const words = [
    product
      ? `<p class="tag">${escapeHtml(fill(texts.madeBy, { institution: product.institution }))}</p>`
      : "",
    `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(texts[`${kind}Text`])}</p>`,
    kind === "paused" ? `<p class="when">${escapeHtml(whenBack(language, more.until))}</p>` : "",
    `<nav>${links.join("")}</nav>`,
  ];
  const picture = product ? pictureOf(product.picture) : "";
  return document(language, title, "", card(picture, words.join("")) + otherProducts(language, more.others));
}

function whenBack(language: Language, until: PageFacts["until"]): string {
  const texts = TEXTS[language];
  if (!until) return texts.pausedOpen;
  return fill(texts.pausedUntil, { date: formatFor(language).date(until.at, until.zone) });
}

function otherProducts(language: Language, others: readonly OtherProduct[]): string {
  if (others.length === 0) return "";
  const { rupiah } = formatFor(language);
  const items = others.map(({ name, path, institution, priceRupiah, unit, picture }) => {
    const photo = picture ? pictureOf(picture, true) : `<span class="none">${MARK}</span>`;
    const price = `${rupiah(priceRupiah)}${unit === "" ? "" : ` / ${unit}`}`;
    return (
      `<li><a href="${escapeHtml(path)}">${photo}<div><b>${escapeHtml(name)}</b>` +
      `<small>${escapeHtml(institution)}</small><i>${escapeHtml(price)}</i></div></a></li>`
    );
  });
  return `<section class="more"><h2>${escapeHtml(TEXTS[language].others)}</h2><ul>${items.join("")}</ul></section>`;
}

/** Names that are the same in every language. */
const SHOP_NAMES: Record<AppShop, string> = {
  SHOPEE: "Shopee",
  TOKOPEDIA: "Tokopedia",
  TIKTOK_SHOP: "TikTok Shop",
  WHATSAPP: "WhatsApp",
};

/** Seconds after which the page goes on by itself: time to see the button and to tap it. */
const ONWARD_SECONDS = 3;

/**
 * The page between an app's own browser and a shop (see deep-link.ts): something to tap, and onward by itself.
 */
export function onwardPage(
  language: Language,
  product: LinkProduct | null,
  channel: AppShop,
  way: { open: string; onward: string },
): string {
  const texts = TEXTS[language];
  const shop = SHOP_NAMES[channel];
  const title = fill(texts.onwardTitle, { shop });
  const head = `\n<meta http-equiv="refresh" content="${ONWARD_SECONDS};url=${escapeHtml(way.onward)}">`;
  const words = [
    product
      ? `<p class="tag">${escapeHtml(fill(texts.madeBy, { institution: product.institution }))}</p>`
      : "",
    `<h1>${escapeHtml(product?.name ?? title)}</h1><p>${escapeHtml(fill(texts.onwardText, { shop }))}</p>`,
    `<nav>${anchor(way.open, fill(texts.onwardOpen, { shop }))}`,
    way.open === way.onward ? "" : anchor(way.onward, texts.onwardHere),
    "</nav>",
  ];
  return document(language, title, head, card(product ? pictureOf(product.picture) : "", words.join("")));
}

const STORY_CHARS = 180;

/** What a messenger draws its card from: Open Graph (ogp.me) and Twitter tags. Addresses are absolute there. */
export function previewPage(product: LinkProduct | null, publicUrl: string, linkPath: string): string {
  const texts = TEXTS.id;
  const title = product?.name ?? texts.untitled;
  const lead = product
    ? fill(texts.previewDescription, { product: product.name, institution: product.institution })
    : texts.untitled;
  const story = product?.story.replace(/\s+/g, " ").trim() ?? "";
  const description = story === "" ? lead : shorten(story, STORY_CHARS);
  const tags: [string, string][] = [
    ["og:site_name", "Gaung"],
    ["og:locale", "id_ID"],
    ["og:type", "website"],
    // The link itself, not the product's page: what is shared on from a card must keep its influencer.
    ["og:url", `${publicUrl}${linkPath}`],
    ["og:title", title],
    ["og:description", description],
  ];
  if (product?.picture) {
    const { path, width, height, alt } = product.picture;
    tags.push(
      ["og:image", `${publicUrl}${path}`],
      ["og:image:type", "image/jpeg"],
      ["og:image:width", String(width)],
      ["og:image:height", String(height)],
      ["og:image:alt", alt],
    );
  }
  const head = [
    `<meta name="description" content="${escapeHtml(description)}">`,
    `<meta name="twitter:card" content="${product?.picture ? "summary_large_image" : "summary"}">`,
    ...tags.map(([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`),
  ].join("\n");
  const words =
    `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(description)}</p>` +
    `<nav>${anchor(product?.path ?? "/produk", product ? fill(texts.toProduct, { product: product.name }) : texts.toCatalogue)}</nav>`;
  return document("id", title, `\n${head}`, card(product ? pictureOf(product.picture) : "", words));
}

/** Cut at a word's end. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`;
}
