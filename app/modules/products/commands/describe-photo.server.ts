import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockPhotoProduct } from "../internal/photo-scope.server";

/** Sets the text that stands for the photo where it cannot be seen. @throws AppError `not_found`, `forbidden`. */
export async function describePhoto(ctx: Ctx, input: { photoId: string; alt: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockPhotoProduct(ctx, tx, input.photoId);
    await tx.productPhoto.update({ where: { id: input.photoId }, data: { alt: input.alt } });
  });
}
