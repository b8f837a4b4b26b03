import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import type { InviteInput } from "../identity.schemas";
import { authorizeMember } from "../internal/authorize-member.server";
import { invitationLink, mailInvitationLink, newInvitationToken } from "../internal/issue-invitation.server";
import { type MembershipScope, scopeKind } from "../invitation-rules";

/** Where the membership will hold; what the role has no use for is left aside. @throws AppError `invalid`. */
async function scopeOf(ctx: Ctx, input: InviteInput): Promise<MembershipScope> {
  const kind = scopeKind(input.role);
  if (kind === "nation") return { institutionId: null, regionId: null };
  if (kind === "region") {
    const region = await ctx.db.region.findUnique({
      where: { id: input.regionId ?? "" },
      select: { id: true },
    });
    if (region) return { institutionId: null, regionId: region.id };
    throw new AppError("invalid", "no such region", {
      fields: { regionId: [{ key: "identity:error.regionMissing" }] },
    });
  }
  const institution = await ctx.db.institution.findUnique({
    where: { id: input.institutionId ?? "" },
    select: { id: true, regionId: true },
  });
  if (institution) return { institutionId: institution.id, regionId: institution.regionId };
  throw new AppError("invalid", "no such institution", {
    fields: { institutionId: [{ key: "identity:error.institutionMissing" }] },
  });
}

/** What a row of this role holds: an institution's membership does not repeat the region. */
function stored(input: InviteInput, scope: MembershipScope): MembershipScope & { role: InviteInput["role"] } {
  const regionId = scope.institutionId ? null : scope.regionId;
  return { role: input.role, institutionId: scope.institutionId, regionId };
}

async function refuseMember(tx: Tx, email: string, where: ReturnType<typeof stored>): Promise<void> {
  const member = await tx.membership.findFirst({
    where: { ...where, endedAt: null, user: { email } },
    select: { id: true },
  });
  if (!member) return;
  throw new AppError("conflict", "is a member already", {
    fields: { email: [{ key: "identity:error.memberAlready" }] },
  });
}

/**
 * Invites somebody by mail to a role. An open invitation of the same address to the same role is replaced by this one.
 * @returns the link for the command line only, which prints it; else null.
 * @throws AppError `forbidden`; `conflict` with an error at `email` for who has that role already.
 */
export async function inviteMember(
  ctx: Ctx,
  input: InviteInput,
): Promise<{ invitationId: string; link: string | null }> {
  ctx.authorize("member.invite");
  const scope = await scopeOf(ctx, input);
  authorizeMember(ctx, input.role, scope);
  const where = stored(input, scope);
  const now = ctx.clock.now();
  const id = newId(now);
  const { token, tokenHash, expiresAt } = newInvitationToken(now);
  await inTransaction(ctx, async (tx) => {
    await refuseMember(tx, input.email, where);
    await tx.invitation.updateMany({
      where: { ...where, email: input.email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const invitedById = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    await tx.invitation.create({
      data: { id, ...where, tokenHash, email: input.email, invitedById, createdAt: now, expiresAt },
    });
    await mailInvitationLink(tx, id, token);
    await audit(tx, ctx, {
      action: "invitation.created",
      entity: "invitation",
      entityId: id,
      institutionId: where.institutionId,
      data: { role: input.role },
    });
  });
  return { invitationId: id, link: invitationLink(ctx, token) };
}
