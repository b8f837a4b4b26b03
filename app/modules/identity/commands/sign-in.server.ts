import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { sha256 } from "~/platform/secrets.server";
import { inTransaction } from "~/platform/transaction.server";
import { hashPassword, needsRehash, verifyPassword } from "../internal/passwords.server";
import { type Device, startSession } from "../internal/sessions.server";
import { forgive, throttle } from "../internal/throttle.server";

export type SignInInput = {
  email: string;
  password: string;
  /** Keyed hash of the network address. */
  clientKey: string;
  device: Device;
  /** The session that the browser brings along; it ends, for each sign-in gets a token of its own. */
  formerToken: string | null;
};

export type SignedIn = { token: string; userId: string };

/**
 * Signs a person in. Tries are counted by account and by network address before the password is looked at. A wrong
 * address, a wrong password and a disabled account are answered alike.
 * @throws AppError `too_many` with the time to wait; `invalid`.
 */
export async function signIn(ctx: Ctx, input: SignInInput): Promise<SignedIn> {
  await throttle(ctx, "signInAddress", input.clientKey);
  await throttle(ctx, "signInAccount", input.email);
  const user = await ctx.db.user.findUnique({
    where: { email: input.email },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  const right = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user || !right || user.disabledAt) {
    throw new AppError("invalid", "sign-in refused", { message: { key: "identity:error.signInRefused" } });
  }
  await forgive(ctx, "signInAccount", input.email, "all");
  await forgive(ctx, "signInAddress", input.clientKey, "one");
  const rehashed = needsRehash(user.passwordHash) ? await hashPassword(input.password) : null;
  const token = await inTransaction(ctx, async (tx) => {
    if (rehashed) await tx.user.update({ where: { id: user.id }, data: { passwordHash: rehashed } });
    if (input.formerToken) await tx.session.deleteMany({ where: { tokenHash: sha256(input.formerToken) } });
    return startSession(tx, ctx, user.id, input.device);
  });
  return { token, userId: user.id };
}
