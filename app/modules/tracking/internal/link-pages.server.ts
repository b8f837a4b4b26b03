import { createHash } from "node:crypto";
import en from "../messages/en";
import id from "../messages/id";
import type { LinkProduct } from "./link-product.server";

/** The pages that a link may show instead of leading on. They stand alone: no script, no Remix, no session. */
export type PageKind = "unknown" | "paused" | "closed" | "busy";

type Language = "id" | "en";
const TEXTS: Record<Language, typeof id.page> = { id: id.page, en: en.page };

/** Indonesian, unless the browser's first wish is English. */
export function pageLanguage(acceptLanguage: string | undefined): Language {
  return acceptLanguage !== undefined && /^\s*en\b/i.test(acceptLanguage) ? "en" : "id";
}

const STYLE = `
:root{color-scheme:light dark;--g:#f8f5ef;--s:#fffefb;--i:#1f2338;--m:#545972;--b:#2c3a84;--o:#fdfaf3;--l:#e3ddd0;--e:#d99a3d}
@media(prefers-color-scheme:dark){:root{--g:#111424;--s:#191d30;--i:#f3efe6;--m:#c4c0b8;--b:#6b7de0;--o:#fff;--l:#2f3550;--e:#e3b063}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;background:var(--g);color:var(--i);font:1rem/1.6 "Plus Jakarta Sans Variable","Plus Jakarta Sans",system-ui,sans-serif}
main{width:100%;max-width:30rem;overflow:hidden;border:1px solid var(--l);border-radius:1.25rem;background:var(--s)}
img{display:block;width:100%;height:auto;aspect-ratio:4/3;object-fit:cover;background:var(--l)}
div{padding:1.5rem}
header{display:flex;align-items:center;gap:.6rem;margin:0 0 1.25rem;font-weight:800;letter-spacing:-.03em}
svg{width:1.9rem;height:1.9rem;color:var(--b)}
h1{margin:0;font-size:1.5rem;line-height:1.25;letter-spacing:-.02em}
p{margin:.6rem 0 0;color:var(--m)}
nav{display:grid;gap:.75rem;margin-top:1.5rem}
a{display:block;min-height:2.75rem;padding:.65rem 1rem;border:1px solid var(--b);border-radius:.75rem;color:var(--i);font-weight:650;text-align:center;text-decoration:none}
a:first-child{background:var(--b);color:var(--o)}
a:focus-visible{outline:3px solid var(--e);outline-offset:2px}`;

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

function document(language: Language, title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)} · Gaung</title>${head}
<style>${STYLE}</style></head>
<body><main>${body}</main></body></html>
`;
}

function pictureOf(product: LinkProduct): string {
  if (!product.picture) return "";
  const { path, width, height, alt } = product.picture;
  return `<img src="${escapeHtml(path)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`;
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
): string {
  const texts = TEXTS[language];
  const title = texts[`${kind}Title`];
  const links = [
    ...(kind === "busy" && retry ? [anchor(retry, texts.retry)] : []),
    ...(product ? [anchor(product.path, fill(texts.toProduct, { product: product.name }))] : []),
    anchor("/produk", texts.toCatalogue),
  ];
  const about = product
    ? `<p>${escapeHtml(fill(texts.madeBy, { institution: product.institution }))}</p>`
    : "";
  return document(
    language,
    title,
    "",
    `${product ? pictureOf(product) : ""}<div><header>${MARK}Gaung</header><h1>${escapeHtml(title)}</h1>` +
      `<p>${escapeHtml(texts[`${kind}Text`])}</p>${about}<nav>${links.join("")}</nav></div>`,
  );
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
  const body =
    `${product ? pictureOf(product) : ""}<div><header>${MARK}Gaung</header><h1>${escapeHtml(title)}</h1>` +
    `<p>${escapeHtml(description)}</p><nav>${anchor(product?.path ?? "/produk", product ? fill(texts.toProduct, { product: product.name }) : texts.toCatalogue)}</nav></div>`;
  return document("id", title, `\n${head}`, body);
}

/** Cut at a word's end. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`;
}
