import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockOrders, OrderDesk } from "../internal/order-desk.server";
import { loadOrders } from "../internal/order-record.server";
import type { Standing } from "../standing";

/** An order whose credits, commission or worth are no longer what they were. */
export type Reattributed = {
  conversionId: string;
  orderId: string;
  before: Standing | null;
  after: Standing;
};

export type ReattributeInput = {
  /** Orders placed from then on. */
  since: Date;
  /** Only find out what would change. */
  dryRun: boolean;
  reason: string;
  /** Told of each change, as it is found. */
  tell: (change: Reattributed) => void;
};

export type ReattributeResult = { orders: number; changed: number };

const CHUNK = 200;

/**
 * Works orders out anew from their stored statements, by the rule as it is now, by what codes point to now and by
 * who bore a name at the order's time. People's decisions hold. Each change is a ledger line with the reason; without one nothing is written. In chunks,
 * each a transaction of its own; called again it changes nothing more.
 * @throws AppError `forbidden` for anybody but the system
 */
export async function reattributeOrders(ctx: Ctx, input: ReattributeInput): Promise<ReattributeResult> {
  if (ctx.actor.kind !== "system")
    throw new AppError("forbidden", "reattribution runs from the command line");
  const institutions = await ctx.db.institution.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  const total: ReattributeResult = { orders: 0, changed: 0 };
  for (const { id: institutionId } of institutions) {
    let after: string | null = "";
    while (after !== null) {
      const chunk: Chunk = await reattributeChunk(ctx, { ...input, institutionId, after });
      total.orders += chunk.orders;
      total.changed += chunk.changed;
      after = chunk.last;
    }
  }
  return total;
}

type Chunk = ReattributeResult & { /** Null: there was nothing. */ last: string | null };

async function reattributeChunk(
  ctx: Ctx,
  input: ReattributeInput & { institutionId: string; after: string },
): Promise<Chunk> {
  const { institutionId, since, after, dryRun, reason, tell } = input;
  return inTransaction(ctx, async (tx, inner) => {
    if (!dryRun) await lockOrders(tx, institutionId);
    const ids = await tx.conversion.findMany({
      where: { institutionId, occurredAt: { gte: since }, ...(after === "" ? {} : { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: "asc" },
      take: CHUNK,
    });
    if (ids.length === 0) return { orders: 0, changed: 0, last: null };
    const records = await loadOrders(tx, { institutionId, id: { in: ids.map(({ id }) => id) } });
    const orderIds = new Map(records.map(({ id, orderId }) => [id, orderId]));
    const desk = new OrderDesk(tx, institutionId);
    await desk.take(records);
    desk.settle(records, { cause: "RULES", reason });
    await desk.settleFollowers();
    for (const { conversionId, before, after: now } of desk.steps) {
      tell({ conversionId, orderId: orderIds.get(conversionId) ?? "", before, after: now });
    }
    if (!dryRun) await desk.commit(inner);
    return { orders: ids.length, changed: desk.steps.length, last: ids.at(-1)?.id ?? null };
  });
}
