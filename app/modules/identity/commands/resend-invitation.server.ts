import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { mailInvitationLink, newInvitationToken } from "../internal/issue-invitation.server";
import { managedInvitation } from "../internal/managed-invitation.server";

/** Mails an invitation anew, with a new link that holds for its full time; the former link ends. */
export async function resendInvitation(ctx: Ctx, input: { invitationId: string }): Promise<void> {
  const invitation = await managedInvitation(ctx, input.invitationId);
  const { token, tokenHash, expiresAt } = newInvitationToken(ctx.clock.now());
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { tokenHash, expiresAt },
    });
    if (count === 0) throw new AppError("not_found", "the invitation was decided meanwhile");
    await mailInvitationLink(tx, invitation.id, token);
    await audit(tx, ctx, {
      action: "invitation.resent",
      entity: "invitation",
      entityId: invitation.id,
      institutionId: invitation.institutionId,
    });
  });
}
