import type { Ctx } from "~/platform/context.server";

/** How long an answer to an Idempotency-Key is kept: longer than any sender retries. */
export const IDEMPOTENCY_KEY_DAYS = 7;

/** Forgets answers that are older than a week. The order's number keeps protecting against counting twice. */
export async function sweepIdempotencyKeys(ctx: Ctx): Promise<{ deleted: number }> {
  const before = new Date(ctx.clock.now().getTime() - IDEMPOTENCY_KEY_DAYS * 86_400_000);
  const { count } = await ctx.db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } });
  return { deleted: count };
}
