import type { Channel } from "~/modules/products/listings";

/** The query parameter that carries the signed click id to the destination. */
export const CLICK_PARAMETER = "gaung_click";

/** Beside it, on this site's own pages: the link's code, so that the token need be checked for one link only. */
export const LINK_PARAMETER = "gaung_link";

/**
 * What goes between `before` and `after`: the signed token (pages of this site and shops that report orders to it),
 * the click's id alone as 32 hexadecimal digits (Shopee's sub id), or nothing, where nobody would ever read it.
 */
export type ClickMark = "token" | "clickId" | "none";

/** A destination cut where the click's mark goes, so that a redirect only puts three texts together. */
export type Destination = {
  mark: ClickMark;
  /** The shop that this is, for deep-link.ts; null for pages of this site. */
  shop: Channel | null;
  /** Up to and with `gaung_click=`, or up to where the click's id goes; all of it where there is no mark. */
  before: string;
  /** What follows the mark: a fragment with its `#`, the rest of a sub id, or nothing. */
  after: string;
  /** Without any mark, for requests that are no click. */
  plain: string;
};

/** Where a click goes. @param token `<click id>.<code>`, see click-token.server.ts */
export function locationOf(destination: Destination, clickId: string, token: string): string {
  const { mark, before, after } = destination;
  if (mark === "none") return destination.plain;
  return before + (mark === "token" ? token : clickId) + after;
}

/** A parameter's name and value, not encoded yet. */
export type QueryParameter = readonly [name: string, value: string];

const BASE = "http://site.invalid";

/**
 * Prepares a stored destination: an http(s) address, or a path of this site (`/p/kopi`), which keeps pointing to this
 * site whatever its name is. An older click token in it is taken out; its other parameters and fragment stay.
 * @param parameters put in besides (UTM); they replace parameters of their names
 * @param linkCode goes beside the token, on pages of this site
 * @returns null for anything else (`javascript:`, `//elsewhere`, text): such a link leads nowhere.
 */
export function parseDestination(
  stored: string,
  parameters: readonly QueryParameter[] = [],
  linkCode: string | null = null,
): Destination | null {
  const url = parse(stored);
  if (!url) return null;
  // Touched only where it must be: writing the parameters anew would spell them differently (%20 as +).
  for (const name of [CLICK_PARAMETER, LINK_PARAMETER, ...parameters.map(([name]) => name)]) {
    if (url.searchParams.has(name)) url.searchParams.delete(name);
  }
  if (parameters.length > 0) {
    const more = parameters.map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
    );
    url.search = [...(url.search.length > 1 ? [url.search.slice(1)] : []), ...more].join("&");
  }
  const after = url.hash;
  url.hash = "";
  const text = url.origin === BASE ? url.href.slice(BASE.length) : url.href;
  const bare = url.search === "" && text.endsWith("?") ? text.slice(0, -1) : text;
  const joiner = url.search === "" ? "?" : "&";
  return {
    mark: "token",
    shop: null,
    before: `${bare}${joiner}${linkCode === null ? "" : `${LINK_PARAMETER}=${encodeURIComponent(linkCode)}&`}${CLICK_PARAMETER}=`,
    after,
    plain: bare + after,
  };
}

/** An address that no click is marked on. */
export function unmarked(address: string, shop: Channel | null = null): Destination {
  return { mark: "none", shop, before: address, after: "", plain: address };
}

function parse(stored: string): URL | null {
  const isPath = /^\/(?![/\\])/.test(stored);
  if (!isPath && !/^https?:\/\/[^/\\?#]/i.test(stored)) return null;
  // Control characters would end the header or, in some browsers, vanish and change the address.
  if (/[\s\\]/.test(stored) || hasControlCharacter(stored)) return null;
  try {
    const url = new URL(stored, BASE);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    return url.username === "" && url.password === "" ? url : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 || code === 127) return true;
  }
  return false;
}
