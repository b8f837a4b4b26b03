import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";

/** How many drafts wait for an institution's review. @throws AppError `not_found`, `forbidden`. */
export async function contentWaitingCount(ctx: Ctx, institutionId: string): Promise<number> {
  const institution = await ctx.db.institution.findUnique({
    where: { id: institutionId },
    select: { id: true, regionId: true },
  });
  if (!institution) throw new AppError("not_found", `no institution ${institutionId}`);
  ctx.authorize("content.read", { institutionId: institution.id, regionId: institution.regionId });
  return ctx.db.deliverable.count({
    where: { status: "IN_REVIEW", claim: { status: "ACCEPTED", campaign: { institutionId } } },
  });
}
