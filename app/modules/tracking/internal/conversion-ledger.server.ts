import { newId } from "~/kernel/id";
import { actorId } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { deltaFor, lineFor } from "../conversion";
import type { ConversionStatus, EvidenceGrade } from "../order-report";
import { addToRollup } from "./conversion-rollup.server";

/** What the ledger needs to know of an order. */
export type LedgerOrder = {
  id: string;
  institutionId: string;
  linkId: string | null;
  occurredAt: Date;
  evidenceGrade: EvidenceGrade;
  amountRupiah: bigint;
  commissionRupiah: bigint;
};

/** Writes the line of a change of state and its share of the rollup: always both, in one transaction. */
export async function writeLine(
  ctx: Ctx,
  tx: Tx,
  order: LedgerOrder,
  change: { from: ConversionStatus | null; to: ConversionStatus; reason?: string },
): Promise<void> {
  const amounts = { amountRupiah: order.amountRupiah, commissionRupiah: order.commissionRupiah };
  await tx.conversionLine.create({
    data: {
      id: newId(),
      conversionId: order.id,
      status: change.to,
      ...lineFor(change.from, change.to, amounts),
      reason: change.reason ?? "",
      actorKind: ctx.actor.kind,
      actorId: actorId(ctx),
      at: ctx.clock.now(),
    },
  });
  await addToRollup(tx, order, deltaFor(change.from, change.to, amounts));
}
