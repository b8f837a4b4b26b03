import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { sha256 } from "~/platform/secrets.server";
import { inTransaction } from "~/platform/transaction.server";
import { hashPassword, verifyPassword } from "../internal/passwords.server";
import { endSessions } from "../internal/sessions.server";
import { signedInUser } from "../internal/signed-in.server";
import { forgive, throttle } from "../internal/throttle.server";

export type ChangePasswordInput = { currentPassword: string; password: string; currentToken: string };

/**
 * Changes the person's password and ends all their other sessions. Tries count like those of signing in, for an open
 * browser must not be the way to guess.
 * @throws AppError `too_many`; `invalid` with an error at `currentPassword`.
 */
export async function changePassword(ctx: Ctx, input: ChangePasswordInput): Promise<{ ended: number }> {
  ctx.authorize("account.own");
  const { userId, email } = signedInUser(ctx);
  await throttle(ctx, "signInAccount", email);
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  if (!(await verifyPassword(user.passwordHash, input.currentPassword))) {
    throw new AppError("invalid", "current password is wrong", {
      fields: { currentPassword: [{ key: "identity:error.currentPasswordWrong" }] },
    });
  }
  await forgive(ctx, "signInAccount", email, "all");
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
    const ended = await endSessions(tx, userId, sha256(input.currentToken));
    await audit(tx, ctx, { action: "password.changed", entity: "user", entityId: userId, data: { ended } });
    return { ended };
  });
}
