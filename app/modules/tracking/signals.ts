import type { IncomingHttpHeaders } from "node:http";

/**
 * What a request's headers tell of who asks, as bits of one integer that is kept with the click. A bit never changes
 * its meaning and is never used again: rows of years ago are read with this table. Add new ones at the end (31 bits
 * fit PostgreSQL's `integer`).
 *
 * Zero means "nothing is known of the headers" as well as "none of these was there": a replayed access log and a
 * proxy that strips requests look like that, so zero must never speak against anybody.
 */
export const SIGNAL = {
  /** The method was HEAD. */
  HEAD: 1 << 0,
  /** The browser fetches ahead, before anybody has clicked. */
  PREFETCH: 1 << 1,
  /** `Accept` was there. */
  ACCEPT: 1 << 2,
  /** `Accept` names text/html, as that of every browser that opens a page does. */
  ACCEPT_HTML: 1 << 3,
  ACCEPT_LANGUAGE: 1 << 4,
  ACCEPT_ENCODING: 1 << 5,
  /** `Sec-Fetch-Mode` was there. Browsers send it to trustworthy origins only: never over plain HTTP. */
  FETCH_MODE: 1 << 6,
  /** `Sec-Fetch-Mode: navigate`: somebody goes to a page. */
  FETCH_NAVIGATE: 1 << 7,
  /** `Sec-Fetch-Dest` was there. */
  FETCH_DEST: 1 << 8,
  /** `Sec-Fetch-Dest: document`: the page will fill a window. */
  FETCH_DOCUMENT: 1 << 9,
  /** `Sec-Fetch-Dest` is a page inside a page (iframe, frame, embed, object, fencedframe). */
  FETCH_FRAME: 1 << 10,
  /** `Sec-Fetch-User`: a person's tap or key started it. */
  FETCH_USER: 1 << 11,
  /** `Sec-CH-UA` was there: Chromium's client hints, also to trustworthy origins only. */
  CLIENT_HINTS: 1 << 12,
  /** `Sec-CH-UA` names a browser without a window. */
  HEADLESS_HINTS: 1 << 13,
  /** `X-Requested-With` was there: Android's WebView puts the app's name there. */
  X_REQUESTED_WITH: 1 << 14,
  COOKIE: 1 << 15,
  /** `Via` was there: a proxy that may have dropped other headers. */
  VIA: 1 << 16,
  /** `From` was there: the mail address by which a robot makes its owner known (RFC 9110, section 10.1.2). */
  FROM: 1 << 17,
  /** Set by the redirect, not here: the device of a signed-in officer or of the link's own influencer. */
  STAFF: 1 << 18,
} as const;

const FRAMES = new Set(["iframe", "frame", "embed", "object", "fencedframe"]);

/** The signals of a request. Runs for every click: a few look-ups, no regular expression over a long header. */
export function readSignals(method: string | undefined, headers: IncomingHttpHeaders): number {
  let signals = method === "HEAD" ? SIGNAL.HEAD : 0;
  const accept = headers.accept;
  if (accept !== undefined) {
    signals |= SIGNAL.ACCEPT;
    if (accept.startsWith("text/html") || accept.includes("text/html")) signals |= SIGNAL.ACCEPT_HTML;
  }
  if (headers["accept-language"] !== undefined) signals |= SIGNAL.ACCEPT_LANGUAGE;
  if (headers["accept-encoding"] !== undefined) signals |= SIGNAL.ACCEPT_ENCODING;
  const mode = headers["sec-fetch-mode"];
  if (mode !== undefined) {
    signals |= SIGNAL.FETCH_MODE;
    if (mode === "navigate") signals |= SIGNAL.FETCH_NAVIGATE;
  }
  const destination = headers["sec-fetch-dest"];
  if (destination !== undefined) {
    signals |= SIGNAL.FETCH_DEST;
    if (destination === "document") signals |= SIGNAL.FETCH_DOCUMENT;
    else if (FRAMES.has(String(destination))) signals |= SIGNAL.FETCH_FRAME;
  }
  if (headers["sec-fetch-user"] !== undefined) signals |= SIGNAL.FETCH_USER;
  const hints = headers["sec-ch-ua"];
  if (hints !== undefined) {
    signals |= SIGNAL.CLIENT_HINTS;
    if (hints.includes("Headless")) signals |= SIGNAL.HEADLESS_HINTS;
  }
  if (headers["x-requested-with"] !== undefined) signals |= SIGNAL.X_REQUESTED_WITH;
  if (headers.cookie !== undefined) signals |= SIGNAL.COOKIE;
  if (headers.via !== undefined) signals |= SIGNAL.VIA;
  if (headers.from !== undefined) signals |= SIGNAL.FROM;
  if (isPrefetch(headers)) signals |= SIGNAL.PREFETCH;
  return signals;
}

const PREFETCH = /prefetch|prerender|preview/i;

const saysPrefetch = (value: string | string[] | undefined) =>
  value !== undefined && PREFETCH.test(String(value));

/** Whether a browser fetches ahead, before anybody has clicked (Chrome, Safari, Firefox, and Facebook's app). */
export function isPrefetch(headers: IncomingHttpHeaders): boolean {
  return (
    saysPrefetch(headers["sec-purpose"]) ||
    saysPrefetch(headers.purpose) ||
    saysPrefetch(headers["x-purpose"]) ||
    saysPrefetch(headers["x-moz"])
  );
}
