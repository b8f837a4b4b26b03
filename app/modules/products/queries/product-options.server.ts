import type { Ctx } from "~/platform/context.server";
import type { ProductKind, ProductStatus } from "../product";

export type ProductOption = {
  id: string;
  name: string;
  kind: ProductKind;
  status: ProductStatus;
  isFlagship: boolean;
};

/** An institution's products for a choice: not archived, the flagship first. @throws AppError `forbidden`. */
export async function productOptions(ctx: Ctx, institutionId: string): Promise<ProductOption[]> {
  const institution = await ctx.db.institution.findUnique({
    where: { id: institutionId },
    select: { regionId: true },
  });
  if (!institution) return [];
  ctx.authorize("product.read", { institutionId, regionId: institution.regionId });
  const rows = await ctx.db.product.findMany({
    where: { institutionId, status: { not: "ARCHIVED" } },
    select: {
      id: true,
      name: true,
      kind: true,
      status: true,
      flagship: { select: { institutionId: true } },
    },
    orderBy: { name: "asc" },
  });
  return rows
    .map(({ flagship, ...row }) => ({ ...row, isFlagship: flagship !== null }))
    .sort((a, b) => Number(b.isFlagship) - Number(a.isFlagship));
}
