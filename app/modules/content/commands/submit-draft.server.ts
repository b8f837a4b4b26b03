import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import type { SubmitDraftFields } from "../content.schemas";
import { statusesBefore } from "../deliverable";
import { findDeliverable } from "../internal/deliverable-scope.server";
import { assertTakesDraft } from "../internal/pending-media.server";
import { urlFault } from "../internal/url-fault.server";
import { parseVideoUrl } from "../post-url";

export type SubmitDraftInput = SubmitDraftFields & { deliverableId: string };

/** Platforms on which a post may be words alone. */
const WORDS_ALONE: ReadonlySet<string> = new Set(["X", "WHATSAPP", "FACEBOOK"]);

/**
 * Hands a draft in for review: a new version that nobody can change, with the pictures uploaded for it.
 * @throws AppError `conflict` while a draft is in review or after a final decision; `invalid` for a video's address
 * that is none, or a draft without picture and video where the platform needs one.
 */
export async function submitDraft(
  ctx: Ctx,
  input: SubmitDraftInput,
): Promise<{ draftVersionId: string; number: number }> {
  const deliverable = await findDeliverable(ctx.db, input.deliverableId);
  ctx.authorize("content.submit", deliverable.resource);
  assertTakesDraft(deliverable);
  const video = input.videoUrl ? parseVideoUrl(deliverable.platform, input.videoUrl) : null;
  if (video && !video.ok) throw urlFault("videoUrl", deliverable.platform, video);

  return inTransaction(ctx, async (tx) => {
    const moved = await tx.deliverable.updateMany({
      where: { id: deliverable.id, status: { in: statusesBefore("submit") }, claim: { status: "ACCEPTED" } },
      data: { status: "IN_REVIEW" },
    });
    if (moved.count === 0) {
      throw new AppError("conflict", `deliverable ${deliverable.id} was handed in meanwhile`, {
        message: { key: "content:error.noDraftNow" },
      });
    }
    const version = await createVersion(tx, ctx, input, video?.url ?? null);
    const pictures = await tx.draftMedia.updateMany({
      where: { deliverableId: deliverable.id, draftVersionId: null },
      data: { draftVersionId: version.id },
    });
    if (pictures.count === 0 && !video && !WORDS_ALONE.has(deliverable.platform)) {
      throw new AppError("invalid", "draft without picture and video", {
        message: { key: "content:error.mediaMissing" },
      });
    }
    await audit(tx, ctx, {
      action: "content.submitted",
      entity: "deliverable",
      entityId: deliverable.id,
      institutionId: deliverable.resource.institutionId,
      data: { version: version.number, pictures: pictures.count },
    });
    return { draftVersionId: version.id, number: version.number };
  });
}

/** The next version. The deliverable's row is locked by the update before, so no other can take the number. */
async function createVersion(tx: Tx, ctx: Ctx, input: SubmitDraftInput, videoUrl: string | null) {
  const { deliverableId, caption, note } = input;
  const newest = await tx.draftVersion.aggregate({ where: { deliverableId }, _max: { number: true } });
  return tx.draftVersion.create({
    data: {
      id: newId(),
      deliverableId,
      number: (newest._max.number ?? 0) + 1,
      caption,
      videoUrl,
      note,
      submittedAt: ctx.clock.now(),
    },
    select: { id: true, number: true },
  });
}
