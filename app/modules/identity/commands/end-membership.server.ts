import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { authorizeMember } from "../internal/authorize-member.server";
import { isOfficerRole } from "../internal/managed-invitation.server";

/**
 * Ends a membership, from this moment on; the person keeps the account. Nobody ends their own, so that no office is
 * left without anyone who can invite.
 * @throws AppError `not_found`, `forbidden`, `conflict` for one's own.
 */
export async function endMembership(ctx: Ctx, input: { membershipId: string }): Promise<void> {
  ctx.authorize("member.invite");
  const membership = await ctx.db.membership.findUnique({
    where: { id: input.membershipId, endedAt: null },
    select: {
      id: true,
      userId: true,
      role: true,
      institutionId: true,
      regionId: true,
      institution: { select: { regionId: true } },
    },
  });
  if (!membership || !isOfficerRole(membership.role)) throw new AppError("not_found", "no such membership");
  authorizeMember(ctx, membership.role, {
    institutionId: membership.institutionId,
    regionId: membership.institution?.regionId ?? membership.regionId,
  });
  if (ctx.actor.kind === "user" && ctx.actor.userId === membership.userId) {
    throw new AppError("conflict", "own membership", { message: { key: "identity:error.ownMembership" } });
  }
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.membership.updateMany({
      where: { id: membership.id, endedAt: null },
      data: { endedAt: ctx.clock.now() },
    });
    if (count === 0) throw new AppError("not_found", "the membership ended meanwhile");
    await audit(tx, ctx, {
      action: "membership.ended",
      entity: "membership",
      entityId: membership.id,
      institutionId: membership.institutionId,
      data: { role: membership.role, userId: membership.userId },
    });
  });
}
