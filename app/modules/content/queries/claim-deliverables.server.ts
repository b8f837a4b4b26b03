import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { authorizeRead, claimScopeSelect, resourceOf } from "../internal/deliverable-scope.server";
import { summarise, summarySelect } from "../internal/deliverable-summary.server";

/**
 * What a claim owes and where each piece stands, for the claim's workspace. Empty until the claim is accepted.
 * @throws AppError `not_found`, `forbidden`.
 */
export async function claimDeliverables(ctx: Ctx, input: { claimId: string }) {
  const claim = await ctx.db.claim.findUnique({
    where: { id: input.claimId },
    select: {
      ...claimScopeSelect,
      deliverables: { select: summarySelect, orderBy: [{ dueAt: "asc" }, { key: "asc" }] },
    },
  });
  if (!claim) throw new AppError("not_found", `no claim ${input.claimId}`);
  authorizeRead(ctx, resourceOf(claim));
  const now = ctx.clock.now();
  return claim.deliverables.map((row) => summarise(row, now, claim.status));
}

export type ClaimDeliverable = Awaited<ReturnType<typeof claimDeliverables>>[number];
