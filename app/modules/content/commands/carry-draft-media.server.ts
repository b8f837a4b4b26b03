import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { deleteImage } from "~/platform/images.server";
import { inTransaction } from "~/platform/transaction.server";
import { findDeliverable } from "../internal/deliverable-scope.server";
import { copyPicture } from "../internal/draft-media-store.server";
import { assertTakesDraft, reservePositions } from "../internal/pending-media.server";

/**
 * Takes the pictures of the newest version over into the next draft, for a revision of the words alone. They are
 * copied: a version that was handed in never changes.
 * @throws AppError `conflict`, `invalid`; `not_found` when the newest version has no pictures.
 */
export async function carryDraftMedia(
  ctx: Ctx,
  input: { deliverableId: string },
): Promise<{ carried: number }> {
  const deliverable = await findDeliverable(ctx.db, input.deliverableId);
  ctx.authorize("content.submit", deliverable.resource);
  assertTakesDraft(deliverable);
  const newest = await ctx.db.draftVersion.findFirst({
    where: { deliverableId: deliverable.id },
    orderBy: { number: "desc" },
    select: { media: { orderBy: { position: "asc" } } },
  });
  const pictures = newest?.media ?? [];
  if (pictures.length === 0) throw new AppError("not_found", `nothing to carry over in ${deliverable.id}`);

  const copies: string[] = [];
  try {
    for (const picture of pictures) copies.push(await copyPicture(picture));
    await inTransaction(ctx, async (tx) => {
      const first = await reservePositions(tx, deliverable.id, pictures.length);
      await tx.draftMedia.createMany({
        data: pictures.map(({ width, height, widths, colour }, index) => ({
          id: newId(),
          deliverableId: deliverable.id,
          position: first + index,
          width,
          height,
          widths,
          colour,
          storageKey: copies[index] ?? "",
          createdAt: ctx.clock.now(),
        })),
      });
    });
  } catch (error) {
    await Promise.all(copies.map(deleteImage));
    throw error;
  }
  return { carried: pictures.length };
}
