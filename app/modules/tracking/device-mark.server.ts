import type { Actor } from "~/kernel/policy";
import { env } from "~/platform/env.server";
import { keyFor, safeEqual } from "~/platform/secrets.server";
import { compactId } from "./click";
import { KeyedHash } from "./internal/keyed-hash.server";

/**
 * Marks the devices of those whose clicks are no audience: officers, who try every link, and influencers on their own
 * links. Set when such a person is signed in, kept when the session ends: it is the device that is told apart, and the
 * mark says no more than "an officer" or which influencer. Signed, so that nobody marks themselves.
 */
export const DEVICE_MARK_COOKIE = "gaung_device";
const COOKIE_SECONDS = 400 * 24 * 3_600;
const CODE_SIGNS = 16;
const MARK = /(?:^|;\s*)gaung_device=(o|c[0-9a-f]{32})\.([A-Za-z0-9_-]{16})(?:;|$)/;

let hash: KeyedHash | undefined;

function codeOf(text: string): string {
  hash ??= new KeyedHash(keyFor("device-mark"));
  return hash.base64url(text, CODE_SIGNS);
}

/** Whose device it is: an officer's, or an influencer's (the id without hyphens). */
export type DeviceMark = { officer: true } | { officer: false; creator: string };

/** The mark among a request's cookies; null where there is none, or none of ours. */
export function readDeviceMark(cookies: string): DeviceMark | null {
  const match = MARK.exec(cookies);
  if (!match?.[1] || !match[2] || !safeEqual(match[2], codeOf(match[1]))) return null;
  return match[1] === "o" ? { officer: true } : { officer: false, creator: match[1].slice(1) };
}

/** Whether a click with these cookies is the house's own: by an officer, or by the influencer of the link. */
export function isOwnDevice(cookies: string, link: { creatorId: string }): boolean {
  const mark = readDeviceMark(cookies);
  return mark !== null && (mark.officer || mark.creator === compactId(link.creatorId));
}

/** The `Set-Cookie` value that marks the device of a signed-in person; null where it is marked so, or needs no mark. */
export function deviceMarkCookie(actor: Actor, cookies: string | null): string | null {
  if (actor.kind !== "user") return null;
  const officer = actor.memberships.some(({ role }) => role !== "INFLUENCER" && role !== "PARTNER");
  if (!officer && !actor.creatorId) return null;
  const text = officer ? "o" : `c${compactId(actor.creatorId ?? "")}`;
  const value = `${text}.${codeOf(text)}`;
  if (cookies?.includes(`${DEVICE_MARK_COOKIE}=${value}`)) return null;
  const secure = env().PUBLIC_URL.startsWith("https:") ? "; Secure" : "";
  return `${DEVICE_MARK_COOKIE}=${value}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}
