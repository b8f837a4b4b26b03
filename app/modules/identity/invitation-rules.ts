import type { ActorMembership, Role } from "~/kernel/policy";

/** What somebody can be invited to be. Influencers register themselves. */
export const OFFICER_ROLES = ["LAPAS_PR", "LAPAS_HEAD", "KANWIL", "DIRECTORATE", "PARTNER", "ADMIN"] as const;
export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** How long an invitation can be accepted, in days. */
export const INVITATION_DAYS = 7;

/** Where a membership holds: at one institution of a region, in one region, or in the nation (both null). */
export type MembershipScope = { institutionId: string | null; regionId: string | null };

/** Who may invite whom: by the inviter's role, and how far it reaches. The same people may end the membership. */
const INVITES: Partial<
  Record<Role, { roles: readonly OfficerRole[]; reach: "institution" | "region" | "all" }>
> = {
  LAPAS_HEAD: { roles: ["LAPAS_PR", "LAPAS_HEAD"], reach: "institution" },
  KANWIL: { roles: ["LAPAS_PR", "LAPAS_HEAD"], reach: "region" },
  DIRECTORATE: { roles: ["LAPAS_PR", "LAPAS_HEAD", "KANWIL", "DIRECTORATE", "PARTNER"], reach: "all" },
  ADMIN: { roles: OFFICER_ROLES, reach: "all" },
};

/** What a role's membership is tied to. */
export function scopeKind(role: OfficerRole): "institution" | "region" | "nation" {
  if (role === "LAPAS_PR" || role === "LAPAS_HEAD") return "institution";
  return role === "KANWIL" ? "region" : "nation";
}

/**
 * Whether the scope fits the role: an institution with its region for a Lapas, a region for a Kanwil, neither for the
 * others.
 */
export function isScopeOf(role: OfficerRole, scope: MembershipScope): boolean {
  const kind = scopeKind(role);
  if (kind === "institution") return scope.institutionId !== null && scope.regionId !== null;
  if (kind === "region") return scope.institutionId === null && scope.regionId !== null;
  return scope.institutionId === null && scope.regionId === null;
}

/** Whether a person with these memberships may invite to (or end) a membership of this role in this scope. */
export function mayInvite(
  memberships: readonly ActorMembership[],
  role: OfficerRole,
  scope: MembershipScope,
): boolean {
  if (!isScopeOf(role, scope)) return false;
  return memberships.some((own) => {
    const rule = INVITES[own.role];
    if (!rule?.roles.includes(role)) return false;
    if (rule.reach === "all") return true;
    if (rule.reach === "region") return own.regionId !== null && own.regionId === scope.regionId;
    return own.institutionId !== null && own.institutionId === scope.institutionId;
  });
}

/** The roles that a person with these memberships may invite to somewhere, for the choices of a form. */
export function invitableRoles(memberships: readonly ActorMembership[]): OfficerRole[] {
  return OFFICER_ROLES.filter((role) => memberships.some((own) => INVITES[own.role]?.roles.includes(role)));
}

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** Where an invitation stands. */
export function invitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt > now ? "open" : "expired";
}
