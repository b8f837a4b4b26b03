import type { Ctx } from "~/platform/context.server";

/** How many applications of an institution wait for a decision: the number beside the navigation. */
export async function claimsWaitingCount(ctx: Ctx, institutionId: string): Promise<number> {
  ctx.authorize("claim.read", { institutionId });
  return ctx.db.claim.count({ where: { status: "APPLIED", campaign: { institutionId } } });
}
