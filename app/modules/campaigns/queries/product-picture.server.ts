import { type PictureSources, photoSources } from "~/kernel/picture";

export type ProductPicture = { sources: PictureSources; alt: string; colour: string };

/** The first photo of a product, for `select`. */
export const FIRST_PHOTO = {
  take: 1,
  orderBy: { position: "asc" },
  select: { storageKey: true, width: true, height: true, widths: true, colour: true, alt: true },
} as const;

type PhotoRow = {
  storageKey: string;
  width: number;
  height: number;
  widths: number[];
  colour: string;
  alt: string;
};

/** What the pages show of it; null where the product has none. Without a text of its own it is called by the product. */
export function pictureOf(product: { name: string; photos: PhotoRow[] }): ProductPicture | null {
  const photo = product.photos[0];
  if (!photo) return null;
  return { sources: photoSources(photo), alt: photo.alt || product.name, colour: photo.colour };
}
