import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { sha256 } from "~/platform/secrets.server";
import { inTransaction } from "~/platform/transaction.server";
import { endSessions } from "../internal/sessions.server";
import { signedInUser } from "../internal/signed-in.server";

/** Ends all of the person's sessions but the one that asks. @returns how many ended. */
export async function endOtherSessions(
  ctx: Ctx,
  input: { currentToken: string },
): Promise<{ ended: number }> {
  ctx.authorize("account.own");
  const { userId } = signedInUser(ctx);
  return inTransaction(ctx, async (tx) => {
    const ended = await endSessions(tx, userId, sha256(input.currentToken));
    await audit(tx, ctx, {
      action: "session.ended",
      entity: "user",
      entityId: userId,
      data: { count: ended },
    });
    return { ended };
  });
}
