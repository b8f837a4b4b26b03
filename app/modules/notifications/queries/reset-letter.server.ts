import type { Ctx } from "~/platform/context.server";
import { sha256 } from "~/platform/secrets.server";

/** To whom a reset link is mailed; null when it was used, replaced or is over. */
export async function resetLetter(
  ctx: Ctx,
  input: { userId: string; token: string },
): Promise<{ email: string; name: string; locale: string } | null> {
  const row = await ctx.db.passwordReset.findUnique({
    where: {
      tokenHash: sha256(input.token),
      userId: input.userId,
      usedAt: null,
      expiresAt: { gt: ctx.clock.now() },
    },
    select: { user: { select: { email: true, name: true, locale: true } } },
  });
  return row?.user ?? null;
}
