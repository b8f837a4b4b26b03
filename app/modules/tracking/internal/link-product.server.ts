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

/** Another brief's product, for those whose link rests. */
export type OtherProduct = {
  name: string;
  path: string;
  institution: string;
  priceRupiah: bigint;
  unit: string;
  picture: LinkProduct["picture"];
};

/** What a page shows that stands where a link does not lead on. */
export type PageFacts = {
  product: LinkProduct | null;
  /** Products of other open briefs: those nearest to this one first. */
  others: OtherProduct[];
  /** When the campaign is over at the latest, in its institution's zone; null where nobody said. */
  until: { at: Date; zone: string } | null;
};

const NOTHING: PageFacts = { product: null, others: [], until: null };

/** Sharers cut their pictures to about this width. */
const PICTURE_WIDTH = 1_200;
const CARD_WIDTH = 640;
const OTHERS = 3;
/** So many open briefs, newest first, are looked through for the nearest. */
const LOOKED_THROUGH = 60;
const KEPT_MS = 60_000;
const MAX_KEPT = 500;

const PHOTO = {
  select: { storageKey: true, width: true, height: true, widths: true, alt: true },
  orderBy: { position: "asc" },
  take: 1,
} as const;

/** Reads products for pages and previews; each is kept for a minute, and longer while the database is away. */
export class LinkProducts {
  readonly #kept = new Map<string, { facts: PageFacts; until: number }>();

  constructor(
    private readonly db: Db,
    private readonly log: Logger,
  ) {}

  /** The product of a link; null where there is none to show. */
  async of(linkId: string, nowMs: number): Promise<LinkProduct | null> {
    return (await this.pageFacts(linkId, nowMs)).product;
  }

  /** What a page shows for a link, or, with null, for a code that is no link's. */
  async pageFacts(linkId: string | null, nowMs: number): Promise<PageFacts> {
    const key = linkId ?? "";
    const known = this.#kept.get(key);
    if (known && known.until > nowMs) return known.facts;
    try {
      const facts = await this.#read(linkId, new Date(nowMs));
      if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
      this.#kept.set(key, { facts, until: nowMs + KEPT_MS });
      return facts;
    } catch (error) {
      this.log.warn({ err: error, linkId }, "what a link's page shows could not be read");
      return known?.facts ?? NOTHING;
    }
  }

  async #read(linkId: string | null, now: Date): Promise<PageFacts> {
    const link = linkId ? await this.#link(linkId) : null;
    const others = await this.#others(link, now);
    if (!link) return { ...NOTHING, others };
    const { product, institution, campaign } = link;
    const photo = product.photos[0];
    const shown: LinkProduct = {
      name: product.name,
      path: `/p/${product.slug}`,
      institution: institution.name,
      story: product.story,
      picture: photo ? pictureOf(photo, product.name, PICTURE_WIDTH) : null,
    };
    return {
      product: product.status === "ACTIVE" ? shown : null,
      others,
      until: campaign.closesAt ? { at: campaign.closesAt, zone: institution.timeZone } : null,
    };
  }

  #link(id: string) {
    return this.db.referralLink.findUnique({
      where: { id },
      select: {
        productId: true,
        institutionId: true,
        institution: { select: { name: true, timeZone: true } },
        campaign: { select: { closesAt: true } },
        product: {
          select: { name: true, slug: true, story: true, status: true, kind: true, photos: PHOTO },
        },
      },
    });
  }

  async #others(
    link: { productId: string; institutionId: string; product: { kind: string } } | null,
    now: Date,
  ): Promise<OtherProduct[]> {
    const open = await this.db.campaign.findMany({
      where: {
        status: "PUBLISHED",
        closesAt: { gt: now },
        product: { status: "ACTIVE", ...(link ? { id: { not: link.productId } } : {}) },
      },
      distinct: ["productId"],
      select: {
        institutionId: true,
        institution: { select: { name: true } },
        product: {
          select: {
            id: true,
            name: true,
            slug: true,
            kind: true,
            priceRupiah: true,
            unit: true,
            photos: PHOTO,
          },
        },
      },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: LOOKED_THROUGH,
    });
    const nearness = (each: (typeof open)[number]) =>
      (each.institutionId === link?.institutionId ? 2 : 0) +
      (each.product.kind === link?.product.kind ? 1 : 0);
    return open
      .sort((a, b) => nearness(b) - nearness(a))
      .slice(0, OTHERS)
      .map(({ institution, product }) => ({
        name: product.name,
        path: `/p/${product.slug}`,
        institution: institution.name,
        priceRupiah: product.priceRupiah,
        unit: product.unit,
        picture: product.photos[0] ? pictureOf(product.photos[0], product.name, CARD_WIDTH) : null,
      }));
  }
}

function pictureOf(
  photo: StoredPicture & { alt: string },
  name: string,
  wide: number,
): LinkProduct["picture"] {
  const path = photoUrl(photo, wide, "jpg");
  const width = Number(/\/(\d+)\.jpg$/.exec(path)?.[1] ?? photo.width);
  return {
    path,
    width,
    height: Math.round((photo.height * width) / photo.width),
    alt: photo.alt === "" ? name : photo.alt,
  };
}
