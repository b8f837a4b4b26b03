import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import type { ProductKind } from "../product";
import { type ProductCard, productCardSelect, toProductCard } from "./product-card.server";

export type CatalogueInput = {
  search?: string | undefined;
  kind?: ProductKind | undefined;
  /** Slug of a Kanwil. */
  region?: string | undefined;
  /** Slug of an institution. */
  institution?: string | undefined;
  flagshipOnly?: boolean | undefined;
  cursor?: string | null | undefined;
  limit?: number;
};

/** The products that the public sees, newest first. Needs no sign-in. */
export async function productCatalogue(ctx: Ctx, input: CatalogueInput): Promise<Page<ProductCard>> {
  const limit = input.limit ?? 24;
  const cursor = decodeCursor(input.cursor);
  const rows = await ctx.db.product.findMany({
    where: { AND: [catalogueWhere(input), cursor ? { id: { lt: cursor[1] } } : {}] },
    select: productCardSelect,
    // Ids are UUID v7: the order of their making.
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return toPage(rows.map(toProductCard), limit, (row) => [null, row.id]);
}

function catalogueWhere(input: CatalogueInput): Prisma.ProductWhereInput {
  const search = input.search?.trim().slice(0, 80);
  const contains = { contains: search ?? "", mode: "insensitive" as const };
  return {
    status: "ACTIVE",
    ...(input.kind ? { kind: input.kind } : {}),
    ...(input.flagshipOnly ? { flagship: { isNot: null } } : {}),
    ...(input.region ? { institution: { region: { slug: input.region } } } : {}),
    AND: [
      input.institution ? { institution: { slug: input.institution } } : {},
      search
        ? {
            OR: [
              { name: contains },
              { story: contains },
              { institution: { name: contains } },
              { institution: { city: contains } },
            ],
          }
        : {},
    ],
  };
}

/** Kanwil that have something in the catalogue, for its filter. */
export async function catalogueRegions(ctx: Ctx): Promise<{ slug: string; name: string }[]> {
  return ctx.db.region.findMany({
    where: { institutions: { some: { products: { some: { status: "ACTIVE" } } } } },
    select: { slug: true, name: true },
    orderBy: { name: "asc" },
  });
}
