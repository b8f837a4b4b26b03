import type { Ctx } from "~/platform/context.server";
import { sha256 } from "~/platform/secrets.server";

/** Whose password the link of a mail may set; null when it is unknown, used or over. */
export async function openReset(
  ctx: Ctx,
  input: { token: string },
): Promise<{ userId: string; name: string; email: string } | null> {
  const reset = await ctx.db.passwordReset.findUnique({
    where: {
      tokenHash: sha256(input.token),
      usedAt: null,
      expiresAt: { gt: ctx.clock.now() },
      user: { disabledAt: null },
    },
    select: { userId: true, user: { select: { name: true, email: true } } },
  });
  return reset ? { userId: reset.userId, ...reset.user } : null;
}
