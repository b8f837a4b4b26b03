import type { Channel } from "~/modules/products/listings";
import { readLinkCode } from "../codes";
import { CLICK_PARAMETER } from "../destination";
import { readChannelPath } from "../link-destination";

export const PREFIX = "/r/";
const STEP = "/ke/";

/** What an address under /r/ asks for. */
export type RedirectPath = {
  /** Null where it has no code's form. */
  code: string | null;
  /** The shop of `/r/CODE/ke/CHANNEL`; null for one that does not exist, undefined for the link itself. */
  shop?: Channel | null;
};

/** Reads `/r/CODE`, `/r/CODE/` and `/r/CODE/ke/CHANNEL`, each with or without a query. */
export function readRedirectPath(url: string): RedirectPath {
  const query = url.indexOf("?");
  let end = query < 0 ? url.length : query;
  if (url.charCodeAt(end - 1) === 47) end -= 1;
  const slash = url.indexOf("/", PREFIX.length);
  if (slash < 0 || slash >= end) return { code: readLinkCode(url.slice(PREFIX.length, end)) };
  if (!url.startsWith(STEP, slash)) return { code: null };
  return {
    code: readLinkCode(url.slice(PREFIX.length, slash)),
    shop: readChannelPath(url.slice(slash + STEP.length, end)),
  };
}

/** The click that brought the visitor here, as the query names it; not checked yet. */
export function clickInQuery(url: string): string | null {
  const query = url.indexOf("?");
  return query < 0 ? null : new URLSearchParams(url.slice(query + 1)).get(CLICK_PARAMETER);
}
