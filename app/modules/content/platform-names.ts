import type { Platform } from "~/modules/creators/platforms";

/** The platforms' own names: the same in every language. */
export const PLATFORM_NAMES: Record<Platform, string> = {
  INSTAGRAM: "Instagram",
  TIKTOK: "TikTok",
  YOUTUBE: "YouTube",
  FACEBOOK: "Facebook",
  X: "X",
  WHATSAPP: "WhatsApp",
};
