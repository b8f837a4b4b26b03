import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { managedInvitation } from "../internal/managed-invitation.server";

/** Withdraws an invitation that was not accepted yet; its link ends at once. */
export async function revokeInvitation(ctx: Ctx, input: { invitationId: string }): Promise<void> {
  const invitation = await managedInvitation(ctx, input.invitationId);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.clock.now() },
    });
    if (count === 0) throw new AppError("not_found", "the invitation was decided meanwhile");
    await audit(tx, ctx, {
      action: "invitation.revoked",
      entity: "invitation",
      entityId: invitation.id,
      institutionId: invitation.institutionId,
    });
  });
}
