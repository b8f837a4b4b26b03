import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { takeOrder } from "../internal/officer-act.server";

/** Whom an officer credits: an influencer's claim, nobody, or again whom the rule says. */
export type AttributionChoice = { kind: "CLAIM"; claimId: string } | { kind: "NOBODY" } | { kind: "RULE" };

/**
 * An officer decides who is credited with an order, with a reason that the influencers concerned read. The decision
 * holds whatever is reported later, until another one; what the rule says stays visible beside it.
 * @throws AppError `not_found`, `forbidden`, `invalid` for a claim that is none of this institution's or was never
 * accepted
 */
export async function decideAttribution(
  ctx: Ctx,
  input: { conversionId: string; choice: AttributionChoice; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (tx, inner) => {
    const { conversionId, choice, reason } = input;
    const decidedById = actorId(inner);
    if (inner.actor.kind !== "user" || !decidedById) {
      throw new AppError("forbidden", "attribution is decided by a person");
    }
    const { record, desk } = await takeOrder(inner, tx, conversionId);
    const claimId = choice.kind === "CLAIM" ? choice.claimId : null;
    const { institutionId } = record;
    if (claimId !== null) {
      const links = { some: {} };
      const claim = await tx.claim.count({ where: { id: claimId, campaign: { institutionId }, links } });
      if (claim === 0) {
        throw new AppError("invalid", `claim ${claimId} cannot be credited here`, {
          fields: { choice: [{ key: "tracking:error.choice" }] },
        });
      }
    }
    const decidedAt = ctx.clock.now();
    await tx.conversionDecision.create({
      data: { id: newId(), conversionId, kind: choice.kind, claimId, reason, decidedById, decidedAt },
    });
    record.decision = choice.kind === "RULE" ? null : { claimId, reason, decidedAt };
    await desk.take([record]);
    desk.settle([record], { cause: "DECISION", reason });
    await desk.commit(inner);
    await audit(tx, inner, {
      action: "conversion.attributed",
      entity: "conversion",
      entityId: conversionId,
      institutionId,
      data: { choice: choice.kind, claimId },
    });
  });
}
