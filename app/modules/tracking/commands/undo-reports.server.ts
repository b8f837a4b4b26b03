import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockOrders, OrderDesk } from "../internal/order-desk.server";
import { loadOrders } from "../internal/order-record.server";

export type UndoneReports = {
  /** Statements taken back. */ reports: number /** Orders that changed. */;
  orders: number;
};

const CHUNK = 500;

/**
 * Takes an import's statements back. Orders become what all other statements say of them; an order that nobody else
 * told of is withdrawn: it counts nowhere and is listed nowhere, its history stays. Works in chunks, each a transaction
 * of its own: after a crash the next call goes on where this one stopped, and calling it again changes nothing.
 * @throws AppError `forbidden` where the actor may not record for an institution of the import
 */
export async function undoReports(
  ctx: Ctx,
  input: { importId: string; reason: string },
): Promise<UndoneReports> {
  const done: UndoneReports = { reports: 0, orders: 0 };
  for (let chunk = await undoChunk(ctx, input); chunk.reports > 0; chunk = await undoChunk(ctx, input)) {
    done.reports += chunk.reports;
    done.orders += chunk.orders;
  }
  return done;
}

async function undoChunk(
  ctx: Ctx,
  { importId, reason }: { importId: string; reason: string },
): Promise<UndoneReports> {
  return inTransaction(ctx, async (tx, inner) => {
    const first = await tx.conversionReport.findFirst({
      where: { importId, undoneAt: null },
      select: {
        conversion: { select: { institutionId: true, institution: { select: { regionId: true } } } },
      },
    });
    if (!first) return { reports: 0, orders: 0 };
    const { institutionId, institution } = first.conversion;
    inner.authorize("conversion.record", { institutionId, regionId: institution.regionId });
    await lockOrders(tx, institutionId);
    const reports = await tx.conversionReport.findMany({
      where: { importId, undoneAt: null, conversion: { institutionId } },
      select: { id: true, conversionId: true },
      take: CHUNK,
    });
    const ids = reports.map(({ id }) => id);
    await tx.conversionReport.updateMany({
      where: { id: { in: ids } },
      data: { undoneAt: ctx.clock.now(), undoneReason: reason },
    });
    const conversionIds = [...new Set(reports.map(({ conversionId }) => conversionId))];
    const records = await loadOrders(tx, { institutionId, id: { in: conversionIds } });
    const desk = new OrderDesk(tx, institutionId);
    await desk.take(records);
    const settled = desk.settle(records, { cause: "UNDO", reason });
    await desk.settleFollowers();
    await desk.commit(inner);
    return { reports: reports.length, orders: settled.filter(({ changed }) => changed).length };
  });
}
