import type { Channel } from "~/modules/products/listings";

/** What a link may lead to: the product's page here, or a shop. Same words as the database's enum. */
export const LINK_DESTINATIONS = [
  "PRODUCT",
  "SHOPEE",
  "TOKOPEDIA",
  "TIKTOK_SHOP",
  "WHATSAPP",
  "OWN",
] as const;
export type LinkDestination = (typeof LINK_DESTINATIONS)[number];

/** Where an influencer puts an extra link. */
export const EXTRA_PLACEMENTS = ["BIO", "STORY", "VIDEO", "LIVE", "CHAT", "OTHER"] as const;
export const LINK_PLACEMENTS = ["MAIN", ...EXTRA_PLACEMENTS] as const;
export type LinkPlacement = (typeof LINK_PLACEMENTS)[number];

/** Open links of one claim, main ones included. */
export const MAX_LINKS = 20;
/** With the closed ones. */
export const MAX_LINKS_EVER = 100;

/**
 * Whether a link leads to the product's page here, a path, and not straight to a shop. The same as `LANDS` of the
 * reports (impact/internal/facts.server.ts).
 */
export function leadsToPage(destinationUrl: string): boolean {
  return destinationUrl.startsWith("/");
}

/** How a channel stands in addresses: `/r/CODE/ke/tiktok-shop`. */
const CHANNEL_PATHS: Record<Channel, string> = {
  SHOPEE: "shopee",
  TOKOPEDIA: "tokopedia",
  TIKTOK_SHOP: "tiktok-shop",
  WHATSAPP: "whatsapp",
  OWN: "own",
};

const PATH_CHANNELS = new Map(
  Object.entries(CHANNEL_PATHS).map(([channel, path]) => [path, channel as Channel]),
);

/** The channel's name in an address. */
export function channelPath(channel: Channel): string {
  return CHANNEL_PATHS[channel];
}

/** Reads a channel from an address; null for anything else. */
export function readChannelPath(text: string): Channel | null {
  return PATH_CHANNELS.get(text) ?? null;
}
