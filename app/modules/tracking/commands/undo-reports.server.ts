import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
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
 * @param eachChunk is told of each chunk within its transaction
 * @throws AppError `forbidden` where the actor may not record for an institution of the import
 */
export async function undoReports(
  ctx: Ctx,
  input: { importId: string; reason: string },
  eachChunk: EachChunk = async () => {},
): Promise<UndoneReports> {
  const done: UndoneReports = { reports: 0, orders: 0 };
  let chunk = await undoChunk(ctx, input, FIRST, eachChunk);
  while (chunk) {
    done.reports += chunk.reports;
    done.orders += chunk.orders;
    chunk = await undoChunk(ctx, input, chunk.from, eachChunk);
  }
  return done;
}

type EachChunk = (tx: Tx, chunk: UndoneReports) => Promise<void>;

/** Before every id. Where the last chunk ended is only remembered so as not to look at its statements again. */
const FIRST = "00000000-0000-0000-0000-000000000000";

async function undoChunk(
  ctx: Ctx,
  { importId, reason }: { importId: string; reason: string },
  from: string,
  eachChunk: EachChunk,
): Promise<(UndoneReports & { from: string }) | null> {
  return inTransaction(ctx, async (tx, inner) => {
    const told = await tx.conversionReport.findMany({
      where: { importId, undoneAt: null, id: { gt: from } },
      select: { id: true, conversionId: true, conversion: { select: placeOfOrder } },
      orderBy: { id: "asc" },
      take: CHUNK,
    });
    const last = told.at(-1);
    if (!last) return null;
    const done = { reports: 0, orders: 0, from: last.id };
    for (const institutionId of institutionsOf(inner, told)) {
      const reports = told.filter(({ conversion }) => conversion.institutionId === institutionId);
      const undone = await undoOrders(inner, tx, { institutionId, reports, reason });
      done.reports += undone.reports;
      done.orders += undone.orders;
    }
    await eachChunk(tx, done);
    return done;
  });
}

const placeOfOrder = { institutionId: true, institution: { select: { regionId: true } } } as const;

type Told = { conversion: { institutionId: string; institution: { regionId: string } } };

/** In the order of their ids, so that two calls take their locks alike. @throws AppError `forbidden` */
function institutionsOf(ctx: Ctx, told: readonly Told[]): string[] {
  const regions = new Map(
    told.map(({ conversion }) => [conversion.institutionId, conversion.institution.regionId]),
  );
  for (const [institutionId, regionId] of regions)
    ctx.authorize("conversion.record", { institutionId, regionId });
  return [...regions.keys()].sort();
}

async function undoOrders(
  ctx: Ctx,
  tx: Tx,
  input: { institutionId: string; reports: readonly { id: string; conversionId: string }[]; reason: string },
): Promise<UndoneReports> {
  const { institutionId, reports, reason } = input;
  await lockOrders(tx, institutionId);
  const { count } = await tx.conversionReport.updateMany({
    where: { id: { in: reports.map(({ id }) => id) }, undoneAt: null },
    data: { undoneAt: ctx.clock.now(), undoneReason: reason },
  });
  const ids = [...new Set(reports.map(({ conversionId }) => conversionId))];
  const records = await loadOrders(tx, { institutionId, id: { in: ids } });
  const desk = new OrderDesk(tx, institutionId);
  await desk.take(records);
  const settled = desk.settle(records, { cause: "UNDO", reason });
  await desk.settleFollowers();
  await desk.commit(ctx);
  return { reports: count, orders: settled.filter(({ changed }) => changed).length };
}
