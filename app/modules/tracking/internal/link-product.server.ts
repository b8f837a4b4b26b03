import { photoUrl, type StoredPicture } from "~/kernel/picture";
import type { Db } from "~/platform/db.server";
import type { Logger } from "~/platform/log.server";

/** What pages and previews show of a link's product. */
export type LinkProduct = {
  name: string;
  /** Path of its public page. */
  path: string;
  institution: string;
  story: string;
  picture: { path: string; width: number; height: number; alt: string } | null;
};

/** Sharers cut their pictures to about this width. */
const PICTURE_WIDTH = 1_200;
const KEPT_MS = 60_000;
const MAX_KEPT = 500;

/** Reads products for pages and previews; each is kept for a minute, and longer while the database is away. */
export class LinkProducts {
  readonly #kept = new Map<string, { product: LinkProduct | null; until: number }>();

  constructor(
    private readonly db: Db,
    private readonly log: Logger,
  ) {}

  /** The product of a link; null where there is none to show. */
  async of(linkId: string, nowMs: number): Promise<LinkProduct | null> {
    const known = this.#kept.get(linkId);
    if (known && known.until > nowMs) return known.product;
    try {
      const product = await this.#read(linkId);
      if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
      this.#kept.set(linkId, { product, until: nowMs + KEPT_MS });
      return product;
    } catch (error) {
      this.log.warn({ err: error, linkId }, "a link's product could not be read");
      return known?.product ?? null;
    }
  }

  async #read(linkId: string): Promise<LinkProduct | null> {
    const link = await this.db.referralLink.findUnique({
      where: { id: linkId },
      select: {
        institution: { select: { name: true } },
        product: {
          select: {
            name: true,
            slug: true,
            story: true,
            status: true,
            photos: {
              select: { storageKey: true, width: true, height: true, widths: true, alt: true },
              orderBy: { position: "asc" },
              take: 1,
            },
          },
        },
      },
    });
    if (link?.product.status !== "ACTIVE") return null;
    const { product, institution } = link;
    const photo = product.photos[0];
    return {
      name: product.name,
      path: `/p/${product.slug}`,
      institution: institution.name,
      story: product.story,
      picture: photo ? pictureOf(photo, product.name) : null,
    };
  }
}

function pictureOf(photo: StoredPicture & { alt: string }, name: string): LinkProduct["picture"] {
  const path = photoUrl(photo, PICTURE_WIDTH, "jpg");
  const width = Number(/\/(\d+)\.jpg$/.exec(path)?.[1] ?? photo.width);
  return {
    path,
    width,
    height: Math.round((photo.height * width) / photo.width),
    alt: photo.alt === "" ? name : photo.alt,
  };
}
