import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { deleteImage } from "~/platform/images.server";
import { inTransaction } from "~/platform/transaction.server";
import { findDeliverable } from "../internal/deliverable-scope.server";

/**
 * Takes a picture out of the draft that is being made. One that was handed in stays for ever.
 * @throws AppError `not_found` when it is not there or already handed in.
 */
export async function removeDraftMedia(
  ctx: Ctx,
  input: { deliverableId: string; mediaId: string },
): Promise<void> {
  const deliverable = await findDeliverable(ctx.db, input.deliverableId);
  ctx.authorize("content.submit", deliverable.resource);
  const storageKey = await inTransaction(ctx, async (tx) => {
    const where = { id: input.mediaId, deliverableId: deliverable.id, draftVersionId: null };
    const media = await tx.draftMedia.findFirst({ where, select: { storageKey: true } });
    const { count } = await tx.draftMedia.deleteMany({ where });
    if (!media || count === 0) throw new AppError("not_found", `no pending picture ${input.mediaId}`);
    return media.storageKey;
  });
  await deleteImage(storageKey);
}
