import type { Ctx } from "~/platform/context.server";
import { sha256 } from "~/platform/secrets.server";
import { isOfficerRole } from "../internal/managed-invitation.server";
import { type InvitationState, invitationState, type OfficerRole } from "../invitation-rules";

export type InvitationView = {
  id: string;
  state: InvitationState;
  email: string;
  role: OfficerRole;
  institutionId: string | null;
  regionId: string | null;
  /** The institution or region; null for the nation. */
  place: string | null;
  invitedBy: string | null;
  expiresAt: Date;
  /** Whether the invited address has an account: then the person signs in instead of making one. */
  hasAccount: boolean;
};

/** The invitation of a mail's link, whatever its state; null for a link that we never sent. */
export async function invitationByToken(ctx: Ctx, input: { token: string }): Promise<InvitationView | null> {
  const row = await ctx.db.invitation.findUnique({
    where: { tokenHash: sha256(input.token) },
    select: {
      id: true,
      email: true,
      role: true,
      institutionId: true,
      regionId: true,
      acceptedAt: true,
      revokedAt: true,
      expiresAt: true,
      institution: { select: { name: true } },
      region: { select: { name: true } },
      invitedBy: { select: { name: true } },
    },
  });
  if (!row || !isOfficerRole(row.role)) return null;
  const account = await ctx.db.user.findUnique({ where: { email: row.email }, select: { id: true } });
  return {
    id: row.id,
    state: invitationState(row, ctx.clock.now()),
    email: row.email,
    role: row.role,
    institutionId: row.institutionId,
    regionId: row.regionId,
    place: row.institution?.name ?? row.region?.name ?? null,
    invitedBy: row.invitedBy?.name ?? null,
    expiresAt: row.expiresAt,
    hasAccount: account !== null,
  };
}
