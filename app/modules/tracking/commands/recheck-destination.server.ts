import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { RECHECK_AFTER_MS } from "../health-schedule";
import { checkDestinationsJob } from "../tracking.jobs";

/**
 * Has an address of one's own listings looked at again now, for an officer who has mended it.
 * @throws AppError `forbidden`; `not_found` for an address where none of the institution's products on offer is
 * listed; `too_many` soon after the last time
 */
export async function recheckDestination(
  ctx: Ctx,
  input: { institutionId: string; url: string },
): Promise<void> {
  ctx.authorize("product.edit", { institutionId: input.institutionId });
  const listed = await ctx.db.productListing.count({
    where: { url: input.url, product: { institutionId: input.institutionId, status: "ACTIVE" } },
  });
  if (listed === 0) throw new AppError("not_found", "no such listing of this institution");
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.destinationHealth.updateMany({
      where: { url: input.url, checkedAt: { lte: new Date(now.getTime() - RECHECK_AFTER_MS) } },
      data: { nextCheckAt: now },
    });
    if (count === 0) {
      throw new AppError("too_many", "the address was looked at a moment ago", {
        message: { key: "tracking:health.tooSoon" },
        retryAfterSeconds: RECHECK_AFTER_MS / 1_000,
      });
    }
    await enqueue(tx, checkDestinationsJob, {});
  });
}
