import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { sha256 } from "~/platform/secrets.server";
import { inTransaction } from "~/platform/transaction.server";
import { hashPassword } from "../internal/passwords.server";
import { endSessions } from "../internal/sessions.server";
import { forgive } from "../internal/throttle.server";
import { openReset } from "../queries/open-reset.server";

function spent(): AppError {
  return new AppError("gone", "reset link is unknown, used or over", {
    message: { key: "identity:error.resetSpent" },
  });
}

/**
 * Sets a new password by the link of a mail, once, and ends every session of the person.
 * @throws AppError `gone` for a link that is unknown, used or older than an hour.
 */
export async function resetPassword(ctx: Ctx, input: { token: string; password: string }): Promise<void> {
  const reset = await openReset(ctx, { token: input.token });
  if (!reset) throw spent();
  const passwordHash = await hashPassword(input.password);
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.passwordReset.updateMany({
      where: { tokenHash: sha256(input.token), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw spent();
    await tx.user.update({ where: { id: reset.userId }, data: { passwordHash }, select: { id: true } });
    const ended = await endSessions(tx, reset.userId);
    await audit(tx, ctx, {
      action: "password.reset",
      entity: "user",
      entityId: reset.userId,
      data: { ended },
    });
  });
  await forgive(ctx, "signInAccount", reset.email, "all");
}
