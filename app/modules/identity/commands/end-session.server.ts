import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { signedInUser } from "../internal/signed-in.server";

/** Ends one of the person's own sessions. @throws AppError `not_found` for one that is not theirs or has ended. */
export async function endSession(ctx: Ctx, input: { sessionId: string }): Promise<void> {
  ctx.authorize("account.own");
  const { userId } = signedInUser(ctx);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { tokenHash: input.sessionId, userId } });
    if (count === 0) throw new AppError("not_found", "no such session of this person");
    await audit(tx, ctx, { action: "session.ended", entity: "user", entityId: userId, data: { count } });
  });
}
