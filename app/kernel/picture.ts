/** A stored picture, as the rows of photos and draft media describe it. */
export type StoredPicture = { storageKey: string; width: number; height: number; widths: readonly number[] };

/** What `~/ui/photo` shows: two `srcset`s, one plain address, and the size of the largest rendition. */
export type PictureSources = { avif: string; webp: string; fallback: string; width: number; height: number };

export type PictureEnding = "avif" | "webp" | "jpg";

/** Where public pictures are served. */
export const PUBLIC_MEDIA = "/media";

/** The rendition that is at least as wide as asked, or the widest there is. */
function renditionFor(picture: StoredPicture, width: number): number {
  const sorted = [...picture.widths].sort((a, b) => a - b);
  return sorted.find((candidate) => candidate >= width) ?? sorted.at(-1) ?? picture.width;
}

/**
 * Address of one rendition at least `width` pixels wide.
 * @param base `/media` for public pictures; a module's own guarded route for private ones.
 */
export function photoUrl(
  picture: StoredPicture,
  width: number,
  ending: PictureEnding,
  base: string = PUBLIC_MEDIA,
): string {
  return `${base}/${picture.storageKey}/${renditionFor(picture, width)}.${ending}`;
}

/** Sources for `~/ui/photo`: every width in AVIF and WebP, and a JPEG of about 960 pixels for the rest. */
export function photoSources(picture: StoredPicture, base: string = PUBLIC_MEDIA): PictureSources {
  const srcset = (ending: PictureEnding) =>
    [...picture.widths]
      .sort((a, b) => a - b)
      .map((width) => `${base}/${picture.storageKey}/${width}.${ending} ${width}w`)
      .join(", ");
  return {
    avif: srcset("avif"),
    webp: srcset("webp"),
    fallback: photoUrl(picture, 960, "jpg", base),
    width: picture.width,
    height: picture.height,
  };
}
