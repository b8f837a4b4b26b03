import { type BulkClient, inBulkTransaction } from "~/platform/bulk.server";
import type { Ctx } from "~/platform/context.server";
import { lockDailyRollups } from "../internal/daily-rollups-lock.server";
import { type FoldedClicks, flushSketches, foldDeltas } from "../internal/fold-deltas.server";
import { dismissKeeper, SketchKeeper } from "../internal/sketch-keeper.server";

export type FoldOptions = {
  keeper?: SketchKeeper;
  /** Folds although another process is at it: waits for its turn and takes over what it holds. */
  takeOver?: boolean;
  /** Leaves nothing in memory, for the end of a process. */
  last?: boolean;
};

const keeperOfProcess = new SketchKeeper();

/**
 * Adds what batches left to the daily rollups: traits and unique visitors, at every level from the link to the
 * nation. One process at a time; another one's call finds the door closed and does nothing. That a delta is folded in
 * is noted in the transaction that does so: nothing counts twice and nothing is left out.
 */
export async function foldClicks(ctx: Ctx, options: FoldOptions = {}): Promise<FoldedClicks> {
  const keeper = options.keeper ?? keeperOfProcess;
  try {
    const result = await inBulkTransaction((client) => fold(ctx, client, keeper, options));
    // Once the figures are seen: megabytes of sketches take a while, and nobody reads them.
    if (keeper.isDue) await inBulkTransaction((client) => flush(client, keeper));
    return result;
  } catch (error) {
    keeper.forget();
    throw error;
  }
}

async function fold(
  ctx: Ctx,
  client: BulkClient,
  keeper: SketchKeeper,
  { takeOver = false, last = false }: FoldOptions,
): Promise<FoldedClicks> {
  const isOurs = await lockDailyRollups(client, takeOver ? "wait" : "try");
  const state = isOurs ? await keeper.hold(client, takeOver) : "other";
  if (state === "other") return { folded: 0, more: false };
  const result = await foldDeltas(ctx, client, keeper, state === "taken");
  if (last && !result.more) {
    await flushSketches(client, keeper);
    await dismissKeeper(client);
  }
  return result;
}

async function flush(client: BulkClient, keeper: SketchKeeper): Promise<void> {
  const isOurs = (await lockDailyRollups(client, "try")) && (await keeper.isKept(client));
  if (isOurs) await flushSketches(client, keeper);
}
