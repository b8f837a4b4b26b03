import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { moveOf } from "../conversion";
import { actOnOrder } from "../internal/officer-act.server";

/**
 * An officer confirms an order that was waiting for payment or delivery.
 * @throws AppError `not_found`, `forbidden`, `conflict` when it is not pending any more.
 */
export async function confirmConversion(ctx: Ctx, input: { conversionId: string }): Promise<void> {
  await actOnOrder(ctx, input.conversionId, ({ record, state }) => {
    if (moveOf(state.status, "CONFIRMED") === "forward") {
      return { action: "confirmed", status: "CONFIRMED", refundedRupiah: null, reason: "" };
    }
    const params = { order: record.orderId, from: state.status.toLowerCase(), to: "confirmed" };
    throw new AppError("conflict", `conversion ${record.id} is ${state.status}`, {
      message: { key: "tracking:error.statusBack", params },
    });
  });
}
