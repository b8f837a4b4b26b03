import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { authorisedProduct, lockProduct, type ProductScope } from "./product-scope.server";

/** The product of a photo, with the right to edit it and its row held. @throws AppError `not_found`, `forbidden`. */
export async function lockPhotoProduct(ctx: Ctx, tx: Tx, photoId: string): Promise<ProductScope> {
  const photo = await tx.productPhoto.findUnique({ where: { id: photoId }, select: { productId: true } });
  if (!photo) throw new AppError("not_found", `no photo ${photoId}`);
  const product = await authorisedProduct(ctx, tx, photo.productId, "product.edit");
  await lockProduct(tx, product.id);
  return product;
}

/** Ids of a product's photos in their order. */
export async function photoOrder(tx: Tx, productId: string): Promise<string[]> {
  const rows = await tx.productPhoto.findMany({
    where: { productId },
    select: { id: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => row.id);
}

/** Writes the order down: 0, 1, 2, … */
export async function writePhotoOrder(tx: Tx, order: readonly string[]): Promise<void> {
  for (const [position, id] of order.entries()) {
    await tx.productPhoto.update({ where: { id }, data: { position } });
  }
}
