import type { Ctx } from "~/platform/context.server";

/** Cases of an institution that wait for its officers: not looked at yet, or answered. */
export async function casesWaitingCount(ctx: Ctx, institutionId: string): Promise<number> {
  ctx.authorize("fraud.read", { institutionId });
  return ctx.db.fraudCase.count({
    where: {
      institutionId,
      OR: [{ status: "OPEN" }, { status: "ASKED", answeredAt: { not: null } }],
    },
  });
}
