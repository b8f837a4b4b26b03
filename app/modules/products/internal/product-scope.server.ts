import { AppError } from "~/kernel/app-error";
import type { Action } from "~/kernel/policy";
import { asZone, type Day, localDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import type { Db, Tx } from "~/platform/db.server";
import type { ProductStatus } from "../product";

export type ProductScope = {
  id: string;
  name: string;
  slug: string;
  status: ProductStatus;
  institutionId: string;
  /** Today where the institution is. */
  today: Day;
};

/**
 * The product and the right to act on it.
 * @throws AppError `not_found`; `forbidden` where its institution is outside the actor's scope.
 */
export async function authorisedProduct(
  ctx: Ctx,
  source: Db | Tx,
  productId: string,
  action: Action,
): Promise<ProductScope> {
  const row = await source.product.findUnique({
    where: { id: productId },
    select: {
      id: true,
      name: true,
      slug: true,
      status: true,
      institutionId: true,
      institution: { select: { regionId: true, timeZone: true } },
    },
  });
  if (!row) throw new AppError("not_found", `no product ${productId}`);
  const { institution, ...product } = row;
  ctx.authorize(action, { institutionId: row.institutionId, regionId: institution.regionId });
  return { ...product, today: localDay(ctx.clock.now(), asZone(institution.timeZone)) };
}

/** Holds the product's row until the transaction ends, so that its photos are put in order by one at a time. */
export async function lockProduct(tx: Tx, productId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM product WHERE id = ${productId}::uuid FOR UPDATE`;
}
