import type { Ctx } from "~/platform/context.server";

/** How long an answer to an Idempotency-Key is kept: longer than any sender retries. */
export const IDEMPOTENCY_KEY_DAYS = 7;

/** How long the list of WooCommerce's deliveries is kept: shops take orders back for that long. */
export const DELIVERY_DAYS = 180;

/**
 * Forgets answers that are older than a week, and deliveries older than half a year.
 * The order's number keeps protecting against counting twice.
 */
export async function sweepIdempotencyKeys(ctx: Ctx): Promise<{ deleted: number }> {
  const before = new Date(ctx.clock.now().getTime() - IDEMPOTENCY_KEY_DAYS * 86_400_000);
  const { count } = await ctx.db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } });
  const forgotten = new Date(ctx.clock.now().getTime() - DELIVERY_DAYS * 86_400_000);
  await ctx.db.wooDelivery.deleteMany({ where: { lastAt: { lt: forgotten } } });
  return { deleted: count };
}
