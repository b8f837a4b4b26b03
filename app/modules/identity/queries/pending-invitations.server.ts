import type { ActorMembership } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";
import { isOfficerRole } from "../internal/managed-invitation.server";
import { visiblePlaces } from "../internal/visible-places.server";
import { mayInvite, OFFICER_ROLES, type OfficerRole } from "../invitation-rules";

export type PendingInvitation = {
  id: string;
  email: string;
  role: OfficerRole;
  /** Institution or region; null for the nation. */
  place: string | null;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  expired: boolean;
  mayManage: boolean;
};

/** Invitations of the reader's scope that nobody has accepted or withdrawn, those that have expired too; newest first. */
export async function pendingInvitations(
  ctx: Ctx,
  input: { institutionId?: string },
): Promise<PendingInvitation[]> {
  const seen = ctx.visible("member.read");
  const rows = await ctx.db.invitation.findMany({
    where: {
      acceptedAt: null,
      revokedAt: null,
      role: { in: [...OFFICER_ROLES] },
      ...(input.institutionId ? { institutionId: input.institutionId } : {}),
      AND: [visiblePlaces(seen)],
    },
    select: {
      id: true,
      email: true,
      role: true,
      institutionId: true,
      regionId: true,
      createdAt: true,
      expiresAt: true,
      institution: { select: { name: true, regionId: true } },
      region: { select: { name: true } },
      invitedBy: { select: { name: true } },
    },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  const now = ctx.clock.now();
  const memberships: readonly ActorMembership[] = ctx.actor.kind === "user" ? ctx.actor.memberships : [];
  return rows.flatMap((row) => {
    if (!isOfficerRole(row.role)) return [];
    const regionId = row.institution?.regionId ?? row.regionId;
    return [
      {
        id: row.id,
        email: row.email,
        role: row.role,
        place: row.institution?.name ?? row.region?.name ?? null,
        invitedBy: row.invitedBy?.name ?? null,
        createdAt: row.createdAt,
        expiresAt: row.expiresAt,
        expired: row.expiresAt <= now,
        mayManage: mayInvite(memberships, row.role, { institutionId: row.institutionId, regionId }),
      },
    ];
  });
}
