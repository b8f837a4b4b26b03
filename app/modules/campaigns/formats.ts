import type { Platform } from "~/modules/creators/platforms";

/** Kinds of content that a brief may ask for, by platform. The names are the platforms' own. */
export const FORMATS_BY_PLATFORM = {
  INSTAGRAM: ["reel", "story", "feed", "carousel", "live"],
  TIKTOK: ["video", "photo", "live"],
  YOUTUBE: ["video", "short", "live"],
  FACEBOOK: ["post", "reel", "story", "live"],
  X: ["post", "thread"],
  WHATSAPP: ["status", "channel"],
} as const satisfies Record<Platform, readonly string[]>;

export const FORMATS = [
  "reel",
  "story",
  "feed",
  "carousel",
  "live",
  "video",
  "photo",
  "short",
  "post",
  "thread",
  "status",
  "channel",
] as const;
export type Format = (typeof FORMATS)[number];

/** Whether a platform has that kind of content: there is no story on X. */
export function hasFormat(platform: Platform, format: string): boolean {
  const formats: readonly string[] = FORMATS_BY_PLATFORM[platform];
  return formats.includes(format);
}
