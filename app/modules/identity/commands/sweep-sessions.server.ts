import type { Ctx } from "~/platform/context.server";

const DAY_MS = 24 * 3_600_000;

/** Clears away sessions that have ended, reset links a day after their end, and counters of tries that are over. */
export async function sweepSessions(ctx: Ctx): Promise<{ sessions: number; resets: number }> {
  const now = ctx.clock.now();
  const { count: sessions } = await ctx.db.session.deleteMany({ where: { expiresAt: { lte: now } } });
  const { count: resets } = await ctx.db.passwordReset.deleteMany({
    where: { expiresAt: { lte: new Date(now.getTime() - DAY_MS) } },
  });
  await ctx.db.rateLimiterFlexible.deleteMany({ where: { expire: { lte: now } } });
  return { sessions, resets };
}
