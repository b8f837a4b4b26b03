import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { deleteImage } from "~/platform/images.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockPhotoProduct, photoOrder, writePhotoOrder } from "../internal/photo-scope.server";

/**
 * Deletes a photo and its files. An active product keeps at least one.
 * @throws AppError `conflict` for the last one of an active product; `not_found`, `forbidden`.
 */
export async function deletePhoto(ctx: Ctx, input: { photoId: string }): Promise<void> {
  const storageKey = await inTransaction(ctx, async (tx) => {
    const product = await lockPhotoProduct(ctx, tx, input.photoId);
    const order = await photoOrder(tx, product.id);
    if (product.status === "ACTIVE" && order.length === 1) {
      throw new AppError("conflict", "an active product keeps a photo", {
        message: { key: "products:error.lastPhoto" },
      });
    }
    const photo = await tx.productPhoto.delete({
      where: { id: input.photoId },
      select: { storageKey: true },
    });
    await writePhotoOrder(
      tx,
      order.filter((id) => id !== input.photoId),
    );
    await audit(tx, ctx, {
      action: "photo.deleted",
      entity: "product",
      entityId: product.id,
      institutionId: product.institutionId,
      data: { photoId: input.photoId },
    });
    return photo.storageKey;
  });
  // After the commit: files without a row do no harm, a row without files would.
  await deleteImage(storageKey);
}
