import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation } from "~/platform/db.server";
import { deleteImage, processImage, type StoredImage } from "~/platform/images.server";
import { sha256 } from "~/platform/secrets.server";
import { inTransaction } from "~/platform/transaction.server";
import { photoOrder } from "../internal/photo-scope.server";
import { authorisedProduct, lockProduct } from "../internal/product-scope.server";
import { MAX_PHOTOS, MIN_PHOTO_SIDE } from "../product";

export type AddPhotoInput = { productId: string; bytes: Uint8Array; alt?: string };

/**
 * Cleans a picture, stores its renditions and puts it behind the product's others. The same file is not taken twice.
 * @throws AppError `conflict` for a file that is there already or one photo too many; what `processImage` throws;
 * `not_found`, `forbidden`.
 */
export async function addPhoto(ctx: Ctx, input: AddPhotoInput): Promise<{ id: string }> {
  const { productId, bytes, alt = "" } = input;
  // Asked before the work of decoding, and again by the keys below, which two uploads at once cannot pass.
  await authorisedProduct(ctx, ctx.db, productId, "product.edit");
  await refuseKnown(ctx, productId, bytes);
  const image = await processImage(bytes, { keyPrefix: "product", minSide: MIN_PHOTO_SIDE });
  try {
    return await insertPhoto(ctx, productId, image, alt);
  } catch (error) {
    await deleteImage(image.storageKey);
    if (isUniqueViolation(error)) throw duplicatePhoto(error);
    throw error;
  }
}

async function refuseKnown(ctx: Ctx, productId: string, bytes: Uint8Array): Promise<void> {
  const hash = sha256(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const photos = await ctx.db.productPhoto.findMany({ where: { productId }, select: { sha256: true } });
  if (photos.some((photo) => photo.sha256 === hash)) throw duplicatePhoto();
  if (photos.length >= MAX_PHOTOS) throw tooManyPhotos();
}

function insertPhoto(ctx: Ctx, productId: string, image: StoredImage, alt: string): Promise<{ id: string }> {
  return inTransaction(ctx, async (tx) => {
    const product = await authorisedProduct(ctx, tx, productId, "product.edit");
    await lockProduct(tx, productId);
    const position = (await photoOrder(tx, productId)).length;
    if (position >= MAX_PHOTOS) throw tooManyPhotos();
    const photo = await tx.productPhoto.create({
      data: { ...image, productId, position, alt: alt.slice(0, 200) },
      select: { id: true },
    });
    await audit(tx, ctx, {
      action: "photo.added",
      entity: "product",
      entityId: productId,
      institutionId: product.institutionId,
      data: { photoId: photo.id },
    });
    return photo;
  });
}

function duplicatePhoto(cause?: unknown): AppError {
  return new AppError("conflict", "photo uploaded already", {
    message: { key: "products:error.photoDuplicate" },
    cause,
  });
}

function tooManyPhotos(): AppError {
  return new AppError("conflict", "product has all photos it may have", {
    message: { key: "products:error.photoTooMany", params: { max: MAX_PHOTOS } },
  });
}
