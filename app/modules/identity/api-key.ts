/** What a key looks like: `gk_`, eight characters that stay visible, and 256 secret bits in base64url. */
const KEY = /^gk_([a-z0-9]{8})_[A-Za-z0-9_-]{43}$/;

/** The part of a key that may be shown and by which it is found; null for what is no key of ours. */
export function apiKeyPrefix(key: string): string | null {
  return KEY.exec(key)?.[1] ?? null;
}

/** A prefix the way people see it in a list. */
export function shownPrefix(prefix: string): string {
  return `gk_${prefix}_…`;
}
