import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { writeLine } from "../internal/conversion-ledger.server";
import { lockConversion } from "../internal/conversion-row.server";

/**
 * An officer takes an order back. Its lines stay; a new one subtracts value and commission at the order's hour and
 * holds the reason.
 * @throws AppError `not_found`, `forbidden`, `conflict` when it is reversed already.
 */
export async function reverseConversion(
  ctx: Ctx,
  input: { conversionId: string; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (tx, inner) => {
    const order = await lockConversion(inner, tx, input.conversionId);
    if (order.status === "REVERSED") {
      throw new AppError("conflict", `conversion ${order.id} is reversed`, {
        message: { key: "tracking:error.alreadyReversed" },
      });
    }
    await tx.conversion.update({
      where: { id: order.id, status: order.status },
      data: { status: "REVERSED" },
    });
    await writeLine(inner, tx, order, { from: order.status, to: "REVERSED", reason: input.reason });
    await audit(tx, inner, {
      action: "conversion.reversed",
      entity: "conversion",
      entityId: order.id,
      institutionId: order.institutionId,
      data: { from: order.status },
    });
  });
}
