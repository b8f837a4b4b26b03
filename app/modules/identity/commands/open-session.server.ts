import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { type Device, startSession } from "../internal/sessions.server";

/**
 * Starts a session for somebody who has just proved who they are otherwise than by the sign-in form: by registering
 * or by an invitation's link. Never call it with an id that came from a request.
 * @returns the token for the cookie. @throws AppError `forbidden` for a disabled account.
 */
export async function openSession(ctx: Ctx, input: { userId: string; device: Device }): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const user = await tx.user.findUnique({ where: { id: input.userId }, select: { disabledAt: true } });
    if (!user || user.disabledAt) throw new AppError("forbidden", "no live account to open a session for");
    return startSession(tx, ctx, input.userId, input.device);
  });
}
