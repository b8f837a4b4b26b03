import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { actOnOrder } from "../internal/officer-act.server";

/**
 * An officer takes an order back, for good: no report brings it up again. Its lines stay; a new one subtracts value
 * and commission at the order's hour and holds the reason, which the influencer reads.
 * @throws AppError `not_found`, `forbidden`, `conflict` when it is reversed already.
 */
export async function reverseConversion(
  ctx: Ctx,
  input: { conversionId: string; reason: string },
): Promise<void> {
  await actOnOrder(ctx, input.conversionId, ({ record, state }) => {
    if (state.status !== "REVERSED") {
      return { action: "reversed", status: "REVERSED", refundedRupiah: null, reason: input.reason };
    }
    throw new AppError("conflict", `conversion ${record.id} is reversed`, {
      message: { key: "tracking:error.alreadyReversed" },
    });
  });
}
