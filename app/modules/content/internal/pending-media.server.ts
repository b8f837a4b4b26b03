import { AppError } from "~/kernel/app-error";
import type { Tx } from "~/platform/db.server";
import { takesDraft } from "../deliverable";
import { MAX_DRAFT_IMAGES } from "../draft-media";
import { findDeliverable, lockDeliverable } from "./deliverable-scope.server";

/** Refuses where the draft cannot be changed now. @throws AppError `conflict`. */
export function assertTakesDraft(deliverable: Awaited<ReturnType<typeof findDeliverable>>): void {
  if (takesDraft(deliverable.status) && deliverable.claim.status === "ACCEPTED") return;
  throw new AppError("conflict", `deliverable ${deliverable.id} takes no draft in ${deliverable.status}`, {
    message: { key: "content:error.noDraftNow" },
  });
}

/** Refuses more pictures than a draft holds. @throws AppError `invalid`. */
export function assertRoom(present: number, wanted: number): void {
  if (present + wanted <= MAX_DRAFT_IMAGES) return;
  throw new AppError("invalid", "too many pictures in a draft", {
    message: { key: "content:error.tooManyImages", params: { max: MAX_DRAFT_IMAGES } },
  });
}

/**
 * Under the deliverable's lock: checks that it takes further pictures and gives the position of the next.
 * @throws AppError `conflict` or `invalid`.
 */
export async function reservePositions(tx: Tx, deliverableId: string, wanted: number): Promise<number> {
  await lockDeliverable(tx, deliverableId);
  assertTakesDraft(await findDeliverable(tx, deliverableId));
  const pending = await tx.draftMedia.aggregate({
    where: { deliverableId, draftVersionId: null },
    _count: true,
    _max: { position: true },
  });
  assertRoom(pending._count, wanted);
  return (pending._max.position ?? -1) + 1;
}
