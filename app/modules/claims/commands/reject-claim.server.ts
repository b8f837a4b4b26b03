import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { type RejectInput, rejectSchema } from "../claim.schemas";
import { lockClaim } from "../internal/claim-row.server";
import { decideClaim } from "../internal/decide-claim.server";

/**
 * A Lapas turns an application down, with a reason that the influencer reads.
 * @throws AppError `forbidden`; `not_found`; `conflict` when it is decided or withdrawn already; ZodError without a
 * reason.
 */
export async function rejectClaim(ctx: Ctx, input: RejectInput): Promise<void> {
  ctx.authorize("claim.decide");
  const { claimId, reason } = rejectSchema.parse(input);
  await inTransaction(ctx, async (tx, inner) => {
    const claim = await lockClaim(tx, claimId);
    inner.authorize("claim.decide", { institutionId: claim.institutionId, regionId: claim.regionId });
    await decideClaim(inner, tx, claim, "reject", reason);
  });
}
