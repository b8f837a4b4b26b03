import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation, type Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { draftDecided } from "../content.jobs";
import { type ReviewDraftInput, reviewDraftSchema } from "../content.schemas";
import { EVENT_OF_OUTCOME, statusesBefore } from "../deliverable";
import { claimScopeSelect, resourceOf } from "../internal/deliverable-scope.server";

/**
 * Decides on the newest version of a draft, once and for good. Approving vouches for the three named checks; asking
 * for a revision or rejecting says why. Of two officers who decide at the same time the first one counts.
 * @throws AppError `conflict` when it is decided already or the claim was withdrawn; ZodError for input that the schema refuses.
 */
export async function reviewDraft(ctx: Ctx, input: ReviewDraftInput): Promise<{ deliverableId: string }> {
  const review = reviewDraftSchema.parse(input);
  const version = await findVersion(ctx, review.draftVersionId);
  const resource = resourceOf(version.deliverable.claim);
  ctx.authorize("content.review", resource);
  const decidedById = actorId(ctx);
  if (!decidedById) throw new AppError("forbidden", "a decision needs a person");
  if (version.decision) throw decidedAlready(version.id);
  if (version.deliverable.claim.status !== "ACCEPTED") throw claimEnded(version.id);

  try {
    await inTransaction(ctx, async (tx) => {
      await moveOn(tx, version.deliverable.id, review, version.id);
      await tx.reviewDecision.create({
        data: { id: newId(), ...review, decidedById, decidedAt: ctx.clock.now() },
      });
      await audit(tx, ctx, {
        action: `content.${EVENT_OF_OUTCOME[review.outcome]}`,
        entity: "deliverable",
        entityId: version.deliverable.id,
        institutionId: resource.institutionId,
        data: { draftVersionId: version.id, version: version.number, outcome: review.outcome },
      });
      await enqueue(tx, draftDecided, { draftVersionId: version.id });
    });
  } catch (error) {
    // Somebody decided on this version, and a newer one is in review: the key on the version says no.
    if (isUniqueViolation(error)) throw decidedAlready(version.id);
    throw error;
  }
  return { deliverableId: version.deliverable.id };
}

async function findVersion(ctx: Ctx, draftVersionId: string) {
  const version = await ctx.db.draftVersion.findUnique({
    where: { id: draftVersionId },
    select: {
      id: true,
      number: true,
      decision: { select: { id: true } },
      deliverable: { select: { id: true, claim: { select: claimScopeSelect } } },
    },
  });
  if (!version) throw new AppError("not_found", `no draft version ${draftVersionId}`);
  return version;
}

async function moveOn(
  tx: Tx,
  deliverableId: string,
  review: ReviewDraftInput,
  versionId: string,
): Promise<void> {
  const moved = await tx.deliverable.updateMany({
    where: { id: deliverableId, status: { in: statusesBefore(EVENT_OF_OUTCOME[review.outcome]) } },
    data: { status: review.outcome },
  });
  if (moved.count === 0) throw decidedAlready(versionId);
}

function claimEnded(versionId: string): AppError {
  return new AppError("conflict", `draft version ${versionId} is of a claim that ended`, {
    message: { key: "content:error.claimEnded" },
  });
}

function decidedAlready(versionId: string): AppError {
  return new AppError("conflict", `draft version ${versionId} is decided already`, {
    message: { key: "content:error.decidedAlready" },
  });
}
