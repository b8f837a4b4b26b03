import type { Ctx } from "~/platform/context.server";
import type { OrderForm } from "../conversion.schemas";
import { confirmConversion } from "./confirm-conversion.server";
import { decideAttribution } from "./decide-attribution.server";
import { refundConversion } from "./refund-conversion.server";
import { reverseConversion } from "./reverse-conversion.server";

/**
 * Does what an officer pressed on an order's page.
 * @returns the message of what was done
 * @throws AppError as the commands that it calls
 */
export async function changeOrder(
  ctx: Ctx,
  input: { conversionId: string; form: OrderForm },
): Promise<string> {
  const { conversionId, form } = input;
  switch (form.intent) {
    case "confirm":
      await confirmConversion(ctx, { conversionId });
      return "tracking:detail.confirmed";
    case "reverse":
      await reverseConversion(ctx, { conversionId, reason: form.reason });
      return "tracking:detail.reversed";
    case "refund":
      await refundConversion(ctx, {
        conversionId,
        refundedRupiah: BigInt(form.refunded),
        reason: form.reason,
      });
      return "tracking:detail.refundSaved";
    case "decide": {
      const { choice, reason } = form;
      const kind = choice === "NOBODY" || choice === "RULE" ? choice : "CLAIM";
      await decideAttribution(ctx, {
        conversionId,
        choice: kind === "CLAIM" ? { kind, claimId: choice } : { kind },
        reason,
      });
      return "tracking:decide.saved";
    }
  }
}
