import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { deleteImage, processImage, type StoredImage } from "~/platform/images.server";
import { inTransaction } from "~/platform/transaction.server";
import { dueAfter, OFFICER_DAYS } from "../fraud";
import { caseRow } from "../internal/case-row.server";
import { lockClaim } from "../internal/file-signals.server";

export type AnswerInput = { caseId: string; claimId: string; answer: string; picture: Uint8Array | null };

/**
 * The influencer answers what was asked, with a picture if they like; then it is the officers' turn. More may be added
 * until the case is decided. The picture is cleaned of its metadata and never public.
 * @throws AppError `not_found`, `forbidden`, `conflict` for a case that is decided or in which nothing was asked, and
 * for a picture that is none
 */
export async function answerQuestion(ctx: Ctx, input: AnswerInput): Promise<void> {
  const row = await caseRow(ctx.db, input.caseId);
  if (row.claimId !== input.claimId) throw new AppError("not_found", `case ${row.id} is of another claim`);
  ctx.authorize("claim.own", { creatorId: row.creatorId });
  const picture = input.picture ? await processImage(input.picture, { keyPrefix: "evidence" }) : null;
  try {
    await store(ctx, input, picture);
  } catch (error) {
    if (picture) await deleteImage(picture.storageKey);
    throw error;
  }
}

async function store(ctx: Ctx, input: AnswerInput, picture: StoredImage | null): Promise<void> {
  await inTransaction(ctx, async (tx, inner) => {
    const { caseId, claimId } = input;
    await lockClaim(tx, claimId);
    const now = ctx.clock.now();
    const { count } = await tx.fraudCase.updateMany({
      where: { id: caseId, claimId, status: "ASKED" },
      data: { answeredAt: now, dueAt: dueAfter(now, OFFICER_DAYS) },
    });
    const authorId = actorId(inner);
    if (count === 0 || !authorId) {
      throw new AppError("conflict", `case ${caseId} does not wait for an answer`, {
        message: { key: "fraud:error.notAsked" },
      });
    }
    const id = newId();
    await tx.fraudMessage.create({
      data: { ...{ id, caseId, authorId }, kind: "ANSWER", text: input.answer, at: now },
    });
    if (picture) {
      const { storageKey, width, height } = picture;
      await tx.fraudPicture.create({ data: { messageId: id, storageKey, width, height } });
    }
    const row = await caseRow(tx, caseId);
    await audit(tx, inner, {
      ...{ action: "fraud.answered", entity: "fraudCase", entityId: caseId, data: { messageId: id } },
      institutionId: row.institution.id,
    });
  });
}
