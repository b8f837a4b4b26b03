import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { settleHeldCommission } from "~/modules/tracking/commands/settle-held-commission.server";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { holdReference, type Outcome } from "../fraud";
import { fraudDecided } from "../fraud.jobs";
import { caseRow, requireJudge } from "../internal/case-row.server";
import { lockClaim } from "../internal/file-signals.server";

const TO = { CLEARED: "RELEASED", CONFIRMED: "VOIDED" } as const;

/**
 * An officer decides a case, with a reason that the influencer reads: cleared, and the commission that waited is free;
 * or confirmed, and it is taken back by negative ledger lines. A decided case may be decided the other way, by another
 * decision with its own reason; both stay.
 * @throws AppError `not_found`; `forbidden`, also for who is concerned; `conflict` when it is decided so already, or
 * was decided by somebody else meanwhile
 */
export async function decideCase(
  ctx: Ctx,
  input: { caseId: string; outcome: Outcome; reason: string },
): Promise<void> {
  const { outcome, reason } = input;
  await inTransaction(ctx, async (tx, inner) => {
    const row = await caseRow(tx, input.caseId);
    const decidedById = requireJudge(inner, row);
    await lockClaim(tx, row.claimId);
    const now = ctx.clock.now();
    // What this officer saw is what is decided: a colleague's decision in between is not turned over unseen.
    const { count } = await tx.fraudCase.updateMany({
      where: { id: row.id, status: row.status, NOT: { status: outcome } },
      data: { status: outcome, decidedAt: now },
    });
    if (count === 0) {
      throw new AppError("conflict", `case ${row.id} cannot become ${outcome}`, {
        message: { key: "fraud:error.decided" },
      });
    }
    const decisionId = newId();
    await tx.fraudDecision.create({
      data: { id: decisionId, caseId: row.id, outcome, reason, decidedById, at: now },
    });
    const { institution } = row;
    const reference = holdReference(row.id);
    const orders = await settleHeldCommission(inner, { institution, reference, to: TO[outcome], reason });
    await enqueue(tx, fraudDecided, { decisionId });
    await audit(tx, inner, {
      ...{ action: `fraud.${outcome.toLowerCase()}`, entity: "fraudCase", entityId: row.id },
      institutionId: institution.id,
      data: { from: row.status, orders },
    });
  });
}
