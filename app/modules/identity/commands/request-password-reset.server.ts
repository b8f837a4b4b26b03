import { setTimeout as wait } from "node:timers/promises";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { seal } from "~/platform/sealed.server";
import { randomToken, sha256 } from "~/platform/secrets.server";
import { inTransaction } from "~/platform/transaction.server";
import { passwordResetRequested } from "../identity.jobs";
import { countTry, throttle } from "../internal/throttle.server";

/** How long a reset link can be used, in milliseconds. */
export const RESET_MS = 3_600_000;

/** No answer comes sooner, in milliseconds, so that its time does not tell whether a mail was prepared. */
const ANSWER_AFTER_MS = 400;

async function prepareReset(ctx: Ctx, email: string): Promise<void> {
  if ((await countTry(ctx, "resetAccount", email)) !== null) return;
  const user = await ctx.db.user.findUnique({
    where: { email, disabledAt: null },
    select: { id: true },
  });
  if (!user) return;
  const token = randomToken();
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    await tx.passwordReset.deleteMany({ where: { userId: user.id, usedAt: null } });
    await tx.passwordReset.create({
      data: {
        tokenHash: sha256(token),
        userId: user.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + RESET_MS),
      },
    });
    await enqueue(tx, passwordResetRequested, {
      userId: user.id,
      sealedToken: seal("passwordReset", token),
    });
  });
}

/**
 * Sends a link for a new password where the address has an account. The answer, and about the time that it takes, are
 * the same where it has none, and where an account has had its three mails of the hour.
 * @throws AppError `too_many` by network address.
 */
export async function requestPasswordReset(
  ctx: Ctx,
  input: { email: string; clientKey: string },
): Promise<void> {
  await throttle(ctx, "resetAddress", input.clientKey);
  await Promise.all([prepareReset(ctx, input.email), wait(ANSWER_AFTER_MS)]);
}
