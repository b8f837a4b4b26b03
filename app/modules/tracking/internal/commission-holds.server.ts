import { newId } from "~/kernel/id";
import { actorId } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

/** Shows on the orders' own rows whether any commission of theirs waits. */
export async function markHeld(tx: Tx, conversionIds: readonly string[]): Promise<void> {
  const ids = [...conversionIds];
  await tx.$executeRaw`
    UPDATE conversion SET (held_at, held_reason) = (
      SELECT min(held_at), min(reason) FROM commission_hold
      WHERE conversion_id = conversion.id AND state = 'HELD'
    )
    WHERE id = ANY(${ids}::uuid[])`;
}

/** Writes ledger lines that change no amount: a commission waits, or waits no longer. */
export async function writeHoldLines(
  ctx: Ctx,
  tx: Tx,
  input: { conversionIds: readonly string[]; claimId: string; cause: "HOLD" | "RELEASE"; reason: string },
): Promise<void> {
  const { claimId, cause, reason } = input;
  const orders = await tx.conversion.findMany({
    where: { id: { in: [...input.conversionIds] } },
    select: { id: true, status: true },
    orderBy: { id: "asc" },
  });
  await tx.conversionLine.createMany({
    data: orders.map(({ id, status }) => ({
      ...{ id: newId(), conversionId: id, cause, status, claimId, reason },
      ...{ amountRupiah: 0n, commissionRupiah: 0n },
      ...{ actorKind: ctx.actor.kind, actorId: actorId(ctx), at: ctx.clock.now() },
    })),
  });
}
