/** A request that is nothing but a GET with headers. */
export type PlainGet = {
  /** The path with its query, as sent. */
  url: string;
  /** Names and values in turn, as Node's `rawHeaders`. */
  rawHeaders: string[];
};

/** Longer ones are left to Node, which has a limit of its own. */
const LONGEST = 8_192;

/*
 * Stricter than RFC 9112 allows: origin form only, one space between the parts, lines ended by CR LF, no folded lines,
 * no control characters. What does not fit is not refused here but left to Node's parser, so this can only be too
 * careful. No part can match in two ways, so the time grows with the length and no faster.
 */
const PLAIN_GET =
  /^GET \/[!-~]* HTTP\/1\.1\r\n(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\t\x20-\x7e\x80-\xff]*\r\n)+\r\n$/;

/** Headers that say where a request ends or what becomes of the connection: for Node to deal with. */
const FRAMING = new Set([
  "content-length",
  "transfer-encoding",
  "trailer",
  "upgrade",
  "expect",
  "http2-settings",
]);

/** Length and first letter tell nearly all other names from those that have to be looked at. */
const shapeOf = (length: number, first: number) => length * 32 + (first & 31);
const LOOKED_AT = new Uint8Array(shapeOf(32, 0));
for (const name of [...FRAMING, "connection", "host"])
  LOOKED_AT[shapeOf(name.length, name.charCodeAt(0))] = 1;

/**
 * Reads a request that came as a whole, alone and in its plainest form, as nearly all do.
 * @param text what one read of the connection brought, a character a byte
 * @returns null for everything else: a part of a request, two at once, one with a body, one that ends the connection,
 *   one that is malformed
 */
export function readPlainGet(text: string): PlainGet | null {
  if (text.length > LONGEST || !PLAIN_GET.test(text)) return null;
  const urlEnd = text.indexOf(" ", 4);
  const rawHeaders: string[] = [];
  let hosts = 0;
  const last = text.length - 2;
  for (let at = text.indexOf("\n", urlEnd) + 1; at < last; ) {
    const end = text.indexOf("\r", at);
    const colon = text.indexOf(":", at);
    const name = text.slice(at, colon);
    const value = trimmed(text, colon + 1, end);
    if (LOOKED_AT[shapeOf(colon - at, text.charCodeAt(at))] === 1) {
      const lower = name.toLowerCase();
      if (FRAMING.has(lower)) return null;
      if (lower === "connection" && value.toLowerCase() !== "keep-alive") return null;
      if (lower === "host") hosts += 1;
    }
    rawHeaders.push(name, value);
    at = end + 2;
  }
  // RFC 9112, section 3.2: with none or several the answer is 400, which Node gives.
  return hosts === 1 ? { url: text.slice(4, urlEnd), rawHeaders } : null;
}

/** Without the spaces and tabs around it. `trim` would take the no-break space, which is part of a value. */
function trimmed(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const isBlank = (code: number) => code === 32 || code === 9;
