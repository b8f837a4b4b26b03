import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { OFFICER_ROLES, type OfficerRole } from "../invitation-rules";
import { authorizeMember } from "./authorize-member.server";

export type ManagedInvitation = { id: string; role: OfficerRole; institutionId: string | null };

/** Whether a role is one that people are invited to. */
export function isOfficerRole(role: string): role is OfficerRole {
  return (OFFICER_ROLES as readonly string[]).includes(role);
}

/**
 * An invitation that waits to be accepted, for somebody who may manage it. One outside the person's scope is as good as
 * not there.
 * @throws AppError `not_found` also for one that was accepted or withdrawn.
 */
export async function managedInvitation(ctx: Ctx, invitationId: string): Promise<ManagedInvitation> {
  ctx.authorize("member.invite");
  const row = await ctx.db.invitation.findUnique({
    where: { id: invitationId, acceptedAt: null, revokedAt: null },
    select: {
      id: true,
      role: true,
      institutionId: true,
      regionId: true,
      institution: { select: { regionId: true } },
    },
  });
  if (!row || !isOfficerRole(row.role)) throw new AppError("not_found", "no open invitation of that id");
  authorizeMember(ctx, row.role, {
    institutionId: row.institutionId,
    regionId: row.institution?.regionId ?? row.regionId,
  });
  return { id: row.id, role: row.role, institutionId: row.institutionId };
}
