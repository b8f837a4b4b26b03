import { createHash, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env.server";

/**
 * A key for one purpose, derived from SESSION_SECRET (HKDF-SHA256, RFC 5869), so that one setting serves all and a
 * key leaked from one use opens no other.
 */
export function keyFor(purpose: string): Buffer {
  const { SESSION_SECRET: secret } = env();
  if (derived.secret !== secret) derived = { secret, keys: new Map() };
  const known = derived.keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "gaung", purpose, 32));
  derived.keys.set(purpose, key);
  return key;
}

/** Keys by purpose: deriving one costs more than most of its uses, and an import hashes a buyer a row. */
let derived = { secret: "", keys: new Map<string, Buffer>() };

/** A random token for a link or a cookie: 256 bits, base64url. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex. Enough for tokens of 256 random bits; passwords take argon2id. */
export function sha256(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Compares in a time that does not tell how much was right. */
export function safeEqual(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
