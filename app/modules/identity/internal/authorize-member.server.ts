import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { type MembershipScope, mayInvite, type OfficerRole } from "../invitation-rules";

/**
 * Refuses whoever may not invite to, or end, a membership of this role in this scope: the policy says where the person
 * may at all, the rule which roles.
 * @throws AppError `unauthenticated`, `forbidden`.
 */
export function authorizeMember(ctx: Ctx, role: OfficerRole, scope: MembershipScope): void {
  ctx.authorize("member.invite", {
    ...(scope.institutionId ? { institutionId: scope.institutionId } : {}),
    ...(scope.regionId ? { regionId: scope.regionId } : {}),
  });
  if (ctx.actor.kind === "system") return;
  if (ctx.actor.kind === "user" && mayInvite(ctx.actor.memberships, role, scope)) return;
  throw new AppError("forbidden", `may not manage ${role} here`, {
    message: { key: "identity:error.roleNotYours" },
  });
}
