export const PRODUCT_KINDS = [
  "FOOD",
  "BEVERAGE",
  "COSMETIC",
  "FASHION",
  "CRAFT",
  "FURNITURE",
  "AGRICULTURE",
  "OTHER",
] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

export const PRODUCT_STATUSES = ["DRAFT", "ACTIVE", "ARCHIVED"] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

export const STATUS_STEPS = ["activate", "archive", "restore"] as const;
export type StatusStep = (typeof STATUS_STEPS)[number];

/** The life of a product: from which states a step may be taken, and where it leads. */
export const STATUS_MACHINE: Record<StatusStep, { from: readonly ProductStatus[]; to: ProductStatus }> = {
  activate: { from: ["DRAFT"], to: "ACTIVE" },
  archive: { from: ["DRAFT", "ACTIVE"], to: "ARCHIVED" },
  restore: { from: ["ARCHIVED"], to: "DRAFT" },
};

/** The steps that may be taken from a state, for the buttons of a page. */
export function stepsFrom(status: ProductStatus): StatusStep[] {
  return STATUS_STEPS.filter((step) => STATUS_MACHINE[step].from.includes(status));
}

export const MAX_PHOTOS = 10;
/** The shorter side of a product's photo, in pixels: less looks poor on a telephone. */
export const MIN_PHOTO_SIDE = 480;
/** A story shorter than this tells a buyer nothing. */
export const MIN_STORY = 80;
export const MAX_STORY = 4_000;

export const READINESS = ["photo", "story", "listing"] as const;
export type Readiness = (typeof READINESS)[number];

/** What a product still lacks before the public may see it. Empty: it may be activated. */
export function missingForActivation(product: {
  story: string;
  photoCount: number;
  listingCount: number;
}): Readiness[] {
  const has: Record<Readiness, boolean> = {
    photo: product.photoCount > 0,
    story: product.story.trim().length >= MIN_STORY,
    listing: product.listingCount > 0,
  };
  return READINESS.filter((item) => !has[item]);
}

/** The address of a product's public page, without the host. */
export function productPath(slug: string): string {
  return `/p/${slug}`;
}

export const PHOTO_MOVES = ["first", "earlier", "later"] as const;
export type PhotoMove = (typeof PHOTO_MOVES)[number];

/** The order of the photos after one is moved. @returns the same order where it cannot move further. */
export function movePhotoIn(order: readonly string[], id: string, move: PhotoMove): string[] {
  const from = order.indexOf(id);
  if (from === -1) return [...order];
  const to = move === "first" ? 0 : move === "earlier" ? from - 1 : from + 1;
  if (to < 0 || to >= order.length) return [...order];
  const next = order.filter((other) => other !== id);
  next.splice(to, 0, id);
  return next;
}
