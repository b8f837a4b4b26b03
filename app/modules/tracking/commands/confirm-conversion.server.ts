import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { moveOf } from "../conversion";
import { writeLine } from "../internal/conversion-ledger.server";
import { lockConversion } from "../internal/conversion-row.server";

/**
 * An officer confirms an order that was waiting for payment or delivery.
 * @throws AppError `not_found`, `forbidden`, `conflict` when it is not pending any more.
 */
export async function confirmConversion(ctx: Ctx, input: { conversionId: string }): Promise<void> {
  await inTransaction(ctx, async (tx, inner) => {
    const order = await lockConversion(inner, tx, input.conversionId);
    if (moveOf(order.status, "CONFIRMED") !== "forward") {
      const params = { order: order.orderId, from: order.status.toLowerCase(), to: "confirmed" };
      throw new AppError("conflict", `conversion ${order.id} is ${order.status}`, {
        message: { key: "tracking:error.statusBack", params },
      });
    }
    await tx.conversion.update({
      where: { id: order.id, status: order.status },
      data: { status: "CONFIRMED" },
    });
    await writeLine(inner, tx, order, { from: order.status, to: "CONFIRMED" });
    await audit(tx, inner, {
      action: "conversion.confirmed",
      entity: "conversion",
      entityId: order.id,
      institutionId: order.institutionId,
    });
  });
}
