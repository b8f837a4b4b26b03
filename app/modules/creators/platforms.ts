import { z } from "zod";

/** Where influencers publish. Same words as the database's enum; kept here too because browsers read this file. */
export const PLATFORMS = ["INSTAGRAM", "TIKTOK", "YOUTUBE", "FACEBOOK", "X", "WHATSAPP"] as const;
export type Platform = (typeof PLATFORMS)[number];

export const platformSchema = z.enum(PLATFORMS, { error: "creators:error.platform" });

/** The sites on which an account of each platform has its address; a WhatsApp channel counts as an account. */
const HOSTS: Record<Platform, readonly string[]> = {
  INSTAGRAM: ["instagram.com"],
  TIKTOK: ["tiktok.com"],
  YOUTUBE: ["youtube.com", "youtu.be"],
  FACEBOOK: ["facebook.com", "fb.com"],
  X: ["x.com", "twitter.com"],
  WHATSAPP: ["whatsapp.com", "wa.me"],
};

/** Whether the address is an https address of that platform, or of a host below it (`www.`, `m.`). */
export function isPlatformUrl(platform: Platform, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === "https:" &&
    HOSTS[platform].some((host) => hostname === host || hostname.endsWith(`.${host}`))
  );
}

/** The public address of an account, from its handle. Null where the handle does not lead to one (WhatsApp). */
export function accountUrl(platform: Platform, handle: string): string | null {
  const name = encodeURIComponent(handle);
  if (platform === "INSTAGRAM") return `https://www.instagram.com/${name}`;
  if (platform === "TIKTOK") return `https://www.tiktok.com/@${name}`;
  if (platform === "YOUTUBE") return `https://www.youtube.com/@${name}`;
  if (platform === "FACEBOOK") return `https://www.facebook.com/${name}`;
  if (platform === "X") return `https://x.com/${name}`;
  return null;
}
