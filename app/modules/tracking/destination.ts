/** The query parameter that carries the signed click id to the destination. */
export const CLICK_PARAMETER = "gaung_click";

/** A destination cut where the click's token goes, so that a redirect only puts three texts together. */
export type Destination = {
  /** Up to and with `gaung_click=`. */
  before: string;
  /** The fragment with its `#`, or nothing. */
  after: string;
  /** Without any token, for requests that are no click. */
  plain: string;
};

const BASE = "http://site.invalid";

/**
 * Prepares a stored destination: an http(s) address, or a path of this site (`/p/kopi`), which keeps pointing to this
 * site whatever its name is. An older click token in it is taken out; its other parameters and fragment stay.
 * @returns null for anything else (`javascript:`, `//elsewhere`, text): such a link leads nowhere.
 */
export function parseDestination(stored: string): Destination | null {
  const url = parse(stored);
  if (!url) return null;
  // Touched only where it must be: writing the parameters anew would spell them differently (%20 as +).
  if (url.searchParams.has(CLICK_PARAMETER)) url.searchParams.delete(CLICK_PARAMETER);
  const after = url.hash;
  url.hash = "";
  const text = url.origin === BASE ? url.href.slice(BASE.length) : url.href;
  const bare = url.search === "" && text.endsWith("?") ? text.slice(0, -1) : text;
  const joiner = url.search === "" ? "?" : "&";
  return { before: `${bare}${joiner}${CLICK_PARAMETER}=`, after, plain: bare + after };
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
