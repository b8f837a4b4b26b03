import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { actOnOrder } from "../internal/officer-act.server";

/**
 * An officer enters how much of an order was paid back in all. Value and commission go down by a new line that holds
 * the reason. Of what officers enter the last word counts; what a shop's own report says beyond it counts too.
 * @param input.refundedRupiah of the whole order, not in addition to an earlier refund
 * @throws AppError `not_found`, `forbidden`, `conflict` when the order is reversed, `invalid` for more than the order's
 * amount
 */
export async function refundConversion(
  ctx: Ctx,
  input: { conversionId: string; refundedRupiah: bigint; reason: string },
): Promise<void> {
  await actOnOrder(ctx, input.conversionId, ({ record, state }) => {
    if (state.status === "REVERSED") {
      throw new AppError("conflict", `conversion ${record.id} is reversed`, {
        message: { key: "tracking:error.alreadyReversed" },
      });
    }
    const { refundedRupiah, reason } = input;
    if (refundedRupiah < 0n || refundedRupiah > state.amountRupiah) {
      throw new AppError("invalid", "the refund is above the order's amount", {
        fields: { refunded: [{ key: "tracking:error.refund" }] },
      });
    }
    return { action: "refunded", status: null, refundedRupiah, reason };
  });
}
