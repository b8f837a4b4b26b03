import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";

export type Owner = { id: string; regionId: string };

/**
 * Changes an institution's site key or WooCommerce endpoint, for somebody who may, with a line in the audit trail.
 * @throws AppError `forbidden`
 */
export function changeSource<Result>(
  ctx: Ctx,
  owner: Owner,
  action: `siteKey.${string}` | `woo.${string}`,
  change: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  ctx.authorize("apiKey.manage", { institutionId: owner.id, regionId: owner.regionId });
  return inTransaction(ctx, async (tx, inner) => {
    const result = await change(tx);
    const entity = action.startsWith("woo.") ? "wooEndpoint" : "siteKey";
    await audit(tx, inner, { action, entity, entityId: owner.id, institutionId: owner.id });
    return result;
  });
}

/** @throws AppError `not_found` where nothing was there to be changed */
export function mustChange({ count }: { count: number }): void {
  if (count === 0) throw new AppError("not_found", "there is no such source yet");
}
