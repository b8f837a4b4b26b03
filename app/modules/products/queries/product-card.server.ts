import type { Prisma } from "~/platform/db.server";
import type { ProductKind } from "../product";

export type CardPhoto = {
  storageKey: string;
  width: number;
  height: number;
  widths: number[];
  colour: string;
  alt: string;
};

/** What a product's card shows, wherever it stands. */
export type ProductCard = {
  id: string;
  slug: string;
  name: string;
  kind: ProductKind;
  priceRupiah: bigint;
  unit: string;
  isFlagship: boolean;
  institution: { id: string; slug: string; name: string; city: string; isDemo: boolean };
  photo: CardPhoto | null;
};

export const photoSelect = {
  storageKey: true,
  width: true,
  height: true,
  widths: true,
  colour: true,
  alt: true,
} satisfies Prisma.ProductPhotoSelect;

/** Photos in the order in which they are shown. */
export const photoOrderBy = [
  { position: "asc" },
  { id: "asc" },
] satisfies Prisma.ProductPhotoOrderByWithRelationInput[];

/** For `select` of a product in any query that shows a card. */
export const productCardSelect = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  priceRupiah: true,
  unit: true,
  institution: { select: { id: true, slug: true, name: true, city: true, isDemo: true } },
  flagship: { select: { institutionId: true } },
  photos: { select: photoSelect, orderBy: photoOrderBy, take: 1 },
} satisfies Prisma.ProductSelect;

export type ProductCardRow = Prisma.ProductGetPayload<{ select: typeof productCardSelect }>;

/** Makes the card of a row that was fetched with {@link productCardSelect}. */
export function toProductCard({ flagship, photos, ...row }: ProductCardRow): ProductCard {
  return { ...row, isFlagship: flagship !== null, photo: photos[0] ?? null };
}
