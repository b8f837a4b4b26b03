const VIDEO = /^https:\/\/(?:www\.|m\.)?tiktok\.com\/@[^/?#]+\/(?:video|photo)\/(\d{15,20})(?:[/?#]|$)/;

/** The id of a TikTok post in its address (`ID Konten` of the shop's reports); null where the address names none. */
export function tiktokContentId(url: string): string | null {
  return VIDEO.exec(url)?.[1] ?? null;
}
