import type { Ctx } from "~/platform/context.server";

/** Remembers a test call of WooCommerce, or one whose signature was not right, for the officers' page. */
export async function noteWooCall(ctx: Ctx, endpointId: string, what: "ping" | "unsigned"): Promise<void> {
  const at = ctx.clock.now();
  await ctx.db.wooEndpoint.updateMany({
    where: { id: endpointId },
    data: what === "ping" ? { pingedAt: at } : { refusedAt: at },
  });
}
