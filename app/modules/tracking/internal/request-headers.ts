/** In the order in which `knownHeaders` puts them together at its end. */
const KNOWN = [
  "user-agent",
  "accept",
  "accept-language",
  "accept-encoding",
  "referer",
  "cookie",
  "x-forwarded-for",
  "x-requested-with",
  "sec-ch-ua",
  "sec-ch-ua-mobile",
  "sec-ch-ua-platform",
  "sec-fetch-mode",
  "sec-fetch-dest",
  "sec-fetch-user",
  "sec-purpose",
  "purpose",
  "x-purpose",
  "x-moz",
  "via",
  "from",
] as const;

/** The headers that a click is read from; undefined where one was not sent. */
export type KnownHeaders = Record<(typeof KNOWN)[number], string | undefined>;

/** Sent more than once, these are one list (RFC 9110, section 5.3). Of the others the first counts. */
const LISTS = new Set<string>(["accept", "accept-language", "accept-encoding", "x-forwarded-for", "via"]);

const UNREAD = -1;
/** The place in KNOWN of each name, as browsers and HTTP/1.1 proxies write it; UNREAD for what is sent by all and says nothing. */
const PLACES = new Map<string, number>();
KNOWN.forEach(learn);
for (const name of [
  "host",
  "connection",
  "upgrade-insecure-requests",
  "cache-control",
  "pragma",
  "dnt",
  "te",
]) {
  learn(name, UNREAD);
}

function learn(name: string, place: number): void {
  PLACES.set(name, place);
  PLACES.set(
    name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
    place,
  );
}

/**
 * Reads a request's headers from Node's raw list, name and value in turn. Node's own `headers` makes an object of all
 * of them, in which each look-up searches; this makes one of fixed form, in a fraction of the time.
 */
export function knownHeaders(raw: readonly string[]): KnownHeaders {
  const found: (string | undefined)[] = [];
  for (let place = 0; place < KNOWN.length; place += 1) found.push(undefined);
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? "";
    const place = PLACES.get(name) ?? PLACES.get(name.toLowerCase()) ?? UNREAD;
    if (place === UNREAD) continue;
    const before = found[place];
    if (before === undefined) found[place] = raw[at + 1];
    else if (LISTS.has(KNOWN[place] ?? "")) found[place] = `${before}, ${raw[at + 1]}`;
  }
  return {
    "user-agent": found[0],
    accept: found[1],
    "accept-language": found[2],
    "accept-encoding": found[3],
    referer: found[4],
    cookie: found[5],
    "x-forwarded-for": found[6],
    "x-requested-with": found[7],
    "sec-ch-ua": found[8],
    "sec-ch-ua-mobile": found[9],
    "sec-ch-ua-platform": found[10],
    "sec-fetch-mode": found[11],
    "sec-fetch-dest": found[12],
    "sec-fetch-user": found[13],
    "sec-purpose": found[14],
    purpose: found[15],
    "x-purpose": found[16],
    "x-moz": found[17],
    via: found[18],
    from: found[19],
  };
}
