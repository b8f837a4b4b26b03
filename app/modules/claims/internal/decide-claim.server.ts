import { AppError } from "~/kernel/app-error";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/outbox.server";
import { moved } from "../claim";
import { claimDecided } from "../claims.jobs";
import type { ClaimRow } from "./claim-row.server";

/**
 * Writes a Lapas's decision: the state with its guard, who and when and why, the trail, and the mail to come.
 * @throws AppError `conflict` when the claim no longer waits for one.
 */
export async function decideClaim(
  ctx: Ctx,
  tx: Tx,
  claim: ClaimRow,
  move: "accept" | "reject",
  reason: string | null,
): Promise<void> {
  const status = moved(claim.status, move);
  const { count } = status
    ? await tx.claim.updateMany({
        where: { id: claim.id, status: "APPLIED" },
        data: {
          status,
          decidedAt: ctx.clock.now(),
          decidedById: ctx.actor.kind === "user" ? actorId(ctx) : null,
          decisionReason: reason,
        },
      })
    : { count: 0 };
  if (count === 0) {
    throw new AppError("conflict", `claim ${claim.id} is ${claim.status}: cannot ${move}`, {
      message: { key: `claims:error.decided.${claim.status}` },
    });
  }
  await audit(tx, ctx, {
    action: `claim.${move}ed`,
    entity: "claim",
    entityId: claim.id,
    institutionId: claim.institutionId,
    data: { campaignId: claim.campaignId },
  });
  await enqueue(tx, claimDecided, { claimId: claim.id });
}
