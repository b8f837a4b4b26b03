import { AppError } from "~/kernel/app-error";
import type { Rupiah } from "~/kernel/rupiah";
import type { ProductKind } from "~/modules/products/product";
import type { Ctx } from "~/platform/context.server";
import type { Brief } from "../brief.schemas";
import { type Availability, availabilityOf } from "../campaign";
import { storedBrief } from "../stored-brief";
import { FIRST_PHOTO, type ProductPicture, pictureOf } from "./product-picture.server";

export type BriefPage = {
  campaignId: string;
  slug: string;
  revision: { id: string; number: number; publishedAt: Date };
  brief: Brief;
  product: {
    slug: string;
    name: string;
    kind: ProductKind;
    story: string;
    priceRupiah: Rupiah;
    unit: string;
    isFlagship: boolean;
  };
  picture: ProductPicture | null;
  institution: { name: string; city: string; region: string; timeZone: string; isDemo: boolean };
  availability: Availability;
  slotsLeft: number;
  now: Date;
};

/**
 * A published brief as influencers read it: always the current revision. Campaigns that are over stay readable, for
 * whoever claimed them or kept the address.
 * @throws AppError `forbidden`; `not_found` for an unknown or never published one.
 */
export async function briefBySlug(ctx: Ctx, input: { slug: string }): Promise<BriefPage> {
  ctx.authorize("board.read");
  const row = await ctx.db.campaign.findUnique({
    where: { slug: input.slug },
    select: {
      id: true,
      slug: true,
      status: true,
      slots: true,
      slotsTaken: true,
      opensAt: true,
      closesAt: true,
      currentRevision: { select: { id: true, number: true, publishedAt: true, brief: true } },
      product: {
        select: {
          slug: true,
          name: true,
          kind: true,
          story: true,
          priceRupiah: true,
          unit: true,
          photos: FIRST_PHOTO,
          flagship: { select: { productId: true } },
        },
      },
      institution: {
        select: { name: true, city: true, timeZone: true, isDemo: true, region: { select: { name: true } } },
      },
    },
  });
  if (!row?.currentRevision) throw new AppError("not_found", `no published campaign ${input.slug}`);
  const { brief, ...revision } = row.currentRevision;
  const { photos, flagship, ...product } = row.product;
  const now = ctx.clock.now();
  return {
    campaignId: row.id,
    slug: row.slug,
    revision,
    brief: storedBrief(brief),
    product: { ...product, isFlagship: flagship !== null },
    picture: pictureOf({ name: product.name, photos }),
    institution: { ...row.institution, region: row.institution.region.name },
    availability: availabilityOf(row, now),
    slotsLeft: row.slots - row.slotsTaken,
    now,
  };
}
