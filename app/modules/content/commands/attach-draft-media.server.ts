import { newId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { deleteImage, processImage } from "~/platform/images.server";
import { inTransaction } from "~/platform/transaction.server";
import { MIN_DRAFT_SIDE } from "../draft-media";
import { findDeliverable } from "../internal/deliverable-scope.server";
import { assertRoom, assertTakesDraft, reservePositions } from "../internal/pending-media.server";

/**
 * Adds a picture to the draft that is being made. It belongs to a version once the draft is handed in; till then only
 * the influencer sees it.
 * @throws AppError `conflict` when no draft is taken now, `invalid` for too many, and what `processImage` throws.
 */
export async function attachDraftMedia(
  ctx: Ctx,
  input: { deliverableId: string; bytes: Uint8Array },
): Promise<{ mediaId: string }> {
  const deliverable = await findDeliverable(ctx.db, input.deliverableId);
  ctx.authorize("content.submit", deliverable.resource);
  assertTakesDraft(deliverable);
  const pending = await ctx.db.draftMedia.count({
    where: { deliverableId: deliverable.id, draftVersionId: null },
  });
  assertRoom(pending, 1);

  const image = await processImage(input.bytes, { keyPrefix: "draft", minSide: MIN_DRAFT_SIDE });
  const mediaId = newId();
  try {
    await inTransaction(ctx, async (tx) => {
      const position = await reservePositions(tx, deliverable.id, 1);
      const { width, height, widths, colour, storageKey } = image;
      await tx.draftMedia.create({
        data: {
          id: mediaId,
          deliverableId: deliverable.id,
          position,
          width,
          height,
          widths,
          colour,
          storageKey,
          createdAt: ctx.clock.now(),
        },
      });
    });
  } catch (error) {
    await deleteImage(image.storageKey);
    throw error;
  }
  return { mediaId };
}
