import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockPhotoProduct, photoOrder, writePhotoOrder } from "../internal/photo-scope.server";
import { movePhotoIn, type PhotoMove } from "../product";

/** Moves a photo in its product's order; the first is the one that lists show. @throws AppError `not_found`, `forbidden`. */
export async function arrangePhoto(ctx: Ctx, input: { photoId: string; move: PhotoMove }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const product = await lockPhotoProduct(ctx, tx, input.photoId);
    const order = await photoOrder(tx, product.id);
    await writePhotoOrder(tx, movePhotoIn(order, input.photoId, input.move));
  });
}
