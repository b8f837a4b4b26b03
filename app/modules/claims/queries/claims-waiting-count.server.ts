import type { Ctx } from "~/platform/context.server";

/** How many claims of the institution wait for its decision. @throws AppError `forbidden`. */
export async function claimsWaitingCount(ctx: Ctx, institutionId: string): Promise<number> {
  ctx.authorize("claim.read", { institutionId });
  return ctx.db.claim.count({ where: { status: "APPLIED", campaign: { institutionId } } });
}
