import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import type { Locale } from "../identity.schemas";
import { createUser } from "../internal/create-user.server";
import { hashPassword } from "../internal/passwords.server";
import { signedInUser } from "../internal/signed-in.server";
import { type InvitationView, invitationByToken } from "../queries/invitation-by-token.server";

async function openInvitation(ctx: Ctx, token: string): Promise<InvitationView> {
  const invitation = await invitationByToken(ctx, { token });
  if (invitation?.state === "open") return invitation;
  throw new AppError("gone", `invitation is ${invitation?.state ?? "unknown"}`, {
    message: { key: `identity:error.invitation.${invitation?.state ?? "unknown"}` },
  });
}

/** Marks the invitation accepted, once, and gives the role. Somebody who has it already keeps the one membership. */
async function join(tx: Tx, ctx: Ctx, invitation: InvitationView, userId: string): Promise<void> {
  const now = ctx.clock.now();
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  if (count === 0) {
    throw new AppError("gone", "invitation was decided meanwhile", {
      message: { key: "identity:error.invitation.accepted" },
    });
  }
  const { role, institutionId, regionId } = invitation;
  const has = await tx.membership.findFirst({
    where: { userId, role, institutionId, regionId, endedAt: null },
    select: { id: true },
  });
  if (!has) {
    await tx.membership.create({
      data: { id: newId(), userId, role, institutionId, regionId, createdAt: now },
    });
  }
  await audit(tx, ctx, {
    action: "invitation.accepted",
    entity: "invitation",
    entityId: invitation.id,
    institutionId,
    data: { role, userId },
  });
}

export type NewMemberInput = { token: string; name: string; password: string; locale: Locale };

/**
 * Accepts an invitation with a new account of the invited address; the mail's link is the proof that it is theirs.
 * @throws AppError `gone` for a link that no longer holds; `conflict` when the address has an account.
 */
export async function acceptInvitationAsNew(ctx: Ctx, input: NewMemberInput): Promise<{ userId: string }> {
  const invitation = await openInvitation(ctx, input.token);
  if (invitation.hasAccount) {
    throw new AppError("conflict", "the invited address has an account", {
      message: { key: "identity:error.emailTaken" },
    });
  }
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx, async (tx) => {
    const { name, locale } = input;
    const userId = await createUser(tx, ctx, { email: invitation.email, name, locale, passwordHash });
    await join(tx, ctx, invitation, userId);
    return { userId };
  });
}

/**
 * Accepts an invitation as the signed-in person, who must be the invited one.
 * @throws AppError `gone`; `conflict` for somebody else's invitation.
 */
export async function acceptInvitationAsMember(ctx: Ctx, input: { token: string }): Promise<void> {
  const { userId, email } = signedInUser(ctx);
  const invitation = await openInvitation(ctx, input.token);
  if (invitation.email !== email) {
    throw new AppError("conflict", "invitation is for another address", {
      message: { key: "identity:error.invitation.otherAddress", params: { email: invitation.email } },
    });
  }
  await inTransaction(ctx, async (tx) => join(tx, ctx, invitation, userId));
}
