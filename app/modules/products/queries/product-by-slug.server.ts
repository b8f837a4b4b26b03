import { AppError } from "~/kernel/app-error";
import { asZone, localDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { licenceFacts, licenceSelect } from "../internal/licence-facts.server";
import { type LicenceKind, licenceState } from "../licences";
import type { Channel } from "../listings";
import type { ProductKind } from "../product";
import {
  type CardPhoto,
  type ProductCard,
  photoOrderBy,
  photoSelect,
  productCardSelect,
  toProductCard,
} from "./product-card.server";

export type PublicProduct = {
  id: string;
  slug: string;
  name: string;
  kind: ProductKind;
  story: string;
  priceRupiah: bigint;
  unit: string;
  isFlagship: boolean;
  /** False once it is archived: the page then says that it is no longer offered. */
  isOffered: boolean;
  photos: CardPhoto[];
  listings: { channel: Channel; url: string }[];
  /** Licences in force today, which a buyer may look up. */
  licences: { kind: LicenceKind; number: string }[];
  institution: {
    id: string;
    slug: string;
    name: string;
    city: string;
    isDemo: boolean;
    /** Digits of the institution's own number; null where it gave none. */
    whatsapp: string | null;
    regionName: string;
  };
};

/** Licence kinds of which a buyer may be told; the rest is the institution's own paper. */
const SHOWN_LICENCES: LicenceKind[] = ["PIRT", "HALAL", "BPOM_FOOD", "BPOM_COSMETIC", "SNI"];

/**
 * A product as the public sees it. Needs no sign-in; who made it is the institution, never a person.
 * @throws AppError `not_found` for a draft or an unknown address.
 */
export async function productBySlug(ctx: Ctx, slug: string): Promise<PublicProduct> {
  const row = await ctx.db.product.findFirst({
    where: { slug, status: { not: "DRAFT" } },
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      story: true,
      priceRupiah: true,
      unit: true,
      status: true,
      flagship: { select: { institutionId: true } },
      photos: { select: photoSelect, orderBy: photoOrderBy },
      listings: { select: { channel: true, url: true }, orderBy: { channel: "asc" } },
      licences: {
        where: { kind: { in: SHOWN_LICENCES } },
        select: licenceSelect,
        orderBy: { kind: "asc" },
      },
      institution: {
        select: {
          id: true,
          slug: true,
          name: true,
          city: true,
          isDemo: true,
          whatsapp: true,
          timeZone: true,
          region: { select: { name: true } },
        },
      },
    },
  });
  if (!row) throw new AppError("not_found", `no public product ${slug}`);
  const { flagship, status, institution, licences, ...product } = row;
  const { region, timeZone, ...maker } = institution;
  const today = localDay(ctx.clock.now(), asZone(timeZone));
  return {
    ...product,
    licences: licences
      .map(licenceFacts)
      .filter((licence) => licenceState(licence, today) !== "expired")
      .map(({ kind, number }) => ({ kind, number })),
    isFlagship: flagship !== null,
    isOffered: status === "ACTIVE",
    institution: { ...maker, regionName: region.name },
  };
}

/** Other products of the same maker, then of others, for the foot of a product's page. */
export async function relatedProducts(
  ctx: Ctx,
  product: { id: string; institutionId: string; kind: ProductKind },
  limit = 4,
): Promise<ProductCard[]> {
  const others = { status: "ACTIVE" as const, id: { not: product.id } };
  const own = await ctx.db.product.findMany({
    where: { ...others, institutionId: product.institutionId },
    select: productCardSelect,
    orderBy: { id: "desc" },
    take: limit,
  });
  const rest =
    own.length < limit
      ? await ctx.db.product.findMany({
          where: { ...others, kind: product.kind, institutionId: { not: product.institutionId } },
          select: productCardSelect,
          orderBy: { id: "desc" },
          take: limit - own.length,
        })
      : [];
  return [...own, ...rest].map(toProductCard);
}
