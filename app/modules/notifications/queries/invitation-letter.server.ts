import type { Role } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";

export type InvitationLetter = {
  email: string;
  role: Role;
  inviter: string | null;
  place: string | null;
  locale: string;
  timeZone: string;
  tokenHash: string;
  expiresAt: Date;
};

const CAPITAL_ZONE = "Asia/Jakarta";

/** What the mail of an invitation tells; null when it was accepted, withdrawn or is over. */
export async function invitationLetter(
  ctx: Ctx,
  input: { invitationId: string },
): Promise<InvitationLetter | null> {
  const row = await ctx.db.invitation.findUnique({
    where: {
      id: input.invitationId,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: ctx.clock.now() },
    },
    select: {
      email: true,
      role: true,
      tokenHash: true,
      expiresAt: true,
      institution: { select: { name: true, timeZone: true } },
      region: { select: { name: true, timeZone: true } },
      invitedBy: { select: { name: true, locale: true } },
    },
  });
  if (!row) return null;
  const known = await ctx.db.user.findUnique({ where: { email: row.email }, select: { locale: true } });
  return {
    email: row.email,
    role: row.role,
    inviter: row.invitedBy?.name ?? null,
    place: row.institution?.name ?? row.region?.name ?? null,
    locale: known?.locale ?? row.invitedBy?.locale ?? "id",
    timeZone: row.institution?.timeZone ?? row.region?.timeZone ?? CAPITAL_ZONE,
    tokenHash: row.tokenHash,
    expiresAt: row.expiresAt,
  };
}
