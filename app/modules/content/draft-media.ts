/** Most pictures that one draft holds: as many as a carousel of Instagram had for years. */
export const MAX_DRAFT_IMAGES = 10;

/** The shorter side that a draft's picture needs, in pixels, for a reviewer to see a face or a gate in it. */
export const MIN_DRAFT_SIDE = 320;

/** A picture that was uploaded but not handed in is kept so many days. */
export const PENDING_MEDIA_DAYS = 14;

/** What a page needs of a draft's picture. */
export type DraftPicture = { id: string; width: number; height: number; widths: number[]; colour: string };

const FORMATS = ["avif", "webp", "jpg"] as const;
type Format = (typeof FORMATS)[number];

/** Where a rendition is served to those who may see it. */
export function draftPicturePath(id: string, width: number, format: Format): string {
  return `/media-draft/${id}/${width}.${format}`;
}

/** The sources of a picture in the shape of `ui/photo`. */
export function draftPictureSources(picture: DraftPicture) {
  const set = (format: Format) =>
    picture.widths.map((width) => `${draftPicturePath(picture.id, width, format)} ${width}w`).join(", ");
  return {
    avif: set("avif"),
    webp: set("webp"),
    fallback: draftPicturePath(picture.id, picture.widths.at(-1) ?? picture.width, "jpg"),
    width: picture.width,
    height: picture.height,
  };
}

export type RenditionName = { width: number; format: Format };

/** Reads a rendition's file name, `640.avif`; null for anything else. */
export function parseRendition(file: string): RenditionName | null {
  const match = /^(\d{1,5})\.(avif|webp|jpg)$/.exec(file);
  const format = FORMATS.find((name) => name === match?.[2]);
  return match && format ? { width: Number(match[1]), format } : null;
}
