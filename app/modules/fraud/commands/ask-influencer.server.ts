import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { dueAfter } from "../fraud";
import { fraudAsked } from "../fraud.jobs";
import { caseRow, requireJudge } from "../internal/case-row.server";
import { lockClaim } from "../internal/file-signals.server";

/**
 * An officer asks the influencer about a case; from then on it is the influencer's turn. May be asked again.
 * @throws AppError `not_found`, `forbidden`, `conflict` for a case that is decided
 */
export async function askInfluencer(
  ctx: Ctx,
  input: { caseId: string; question: string; days: number },
): Promise<void> {
  await inTransaction(ctx, async (tx, inner) => {
    const row = await caseRow(tx, input.caseId);
    const authorId = requireJudge(inner, row);
    await lockClaim(tx, row.claimId);
    const now = ctx.clock.now();
    const { count } = await tx.fraudCase.updateMany({
      where: { id: row.id, status: { in: ["OPEN", "ASKED"] } },
      data: { status: "ASKED", answeredAt: null, dueAt: dueAfter(now, input.days) },
    });
    if (count === 0) {
      throw new AppError("conflict", `case ${row.id} is ${row.status}`, {
        message: { key: "fraud:error.decided" },
      });
    }
    const messageId = newId();
    await tx.fraudMessage.create({
      data: { id: messageId, caseId: row.id, kind: "QUESTION", text: input.question, authorId, at: now },
    });
    await enqueue(tx, fraudAsked, { messageId });
    await audit(tx, inner, {
      ...{ action: "fraud.asked", entity: "fraudCase", entityId: row.id, data: { messageId } },
      institutionId: row.institution.id,
    });
  });
}
