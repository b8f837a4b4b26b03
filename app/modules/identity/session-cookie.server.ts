import { env } from "~/platform/env.server";

/** How long a session lives after it was last used, in days. */
export const SESSION_DAYS = 30;

/** When a session ends that is used now. */
export function sessionExpiry(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * 24 * 3_600_000);
}

/**
 * How long the browser keeps the cookie, in seconds: the longest that browsers allow (400 days, RFC 6265bis). The
 * session's row says whether it still counts, so a session slides without a new cookie on every answer.
 */
const COOKIE_SECONDS = 400 * 24 * 3_600;

/** Tokens are 32 bytes in base64url; anything else is not asked of the database. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

function isSecure(): boolean {
  return env().PUBLIC_URL.startsWith("https:");
}

/** The cookie's name. `__Host-` binds it to this host, the root path and TLS; browsers refuse it without TLS. */
export function sessionCookieName(): string {
  return isSecure() ? "__Host-gaung" : "__gaung";
}

/** The session token that the request carries, or null. */
export function readSessionToken(request: Request): string | null {
  const wanted = sessionCookieName();
  for (const pair of (request.headers.get("Cookie") ?? "").split(";")) {
    const equals = pair.indexOf("=");
    if (equals < 0 || pair.slice(0, equals).trim() !== wanted) continue;
    const value = pair.slice(equals + 1).trim();
    return TOKEN.test(value) ? value : null;
  }
  return null;
}

function cookie(value: string, maxAgeSeconds: number): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${sessionCookieName()}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The `Set-Cookie` value that gives the browser its session. */
export function sessionCookie(token: string): string {
  return cookie(token, COOKIE_SECONDS);
}

/** The `Set-Cookie` value that takes the session from the browser. */
export function endedSessionCookie(): string {
  return cookie("", 0);
}
