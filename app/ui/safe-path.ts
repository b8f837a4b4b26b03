/**
 * A path of this site to return to, taken from a form or a query. Anything that could lead elsewhere
 * (another origin, `//host`, `/\host`, control characters) becomes the fallback.
 */
export function safePath(value: unknown, fallback = "/"): string {
  if (typeof value !== "string" || !value.startsWith("/")) return fallback;
  if (/^\/[/\\]/.test(value) || hasControlCharacter(value)) return fallback;
  const base = "http://gaung.invalid";
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  if (url === null || url.origin !== base) return fallback;
  return url.pathname + url.search + url.hash;
}

function hasControlCharacter(text: string): boolean {
  for (const char of text) if (char.charCodeAt(0) < 32 || char === "\\") return true;
  return false;
}
