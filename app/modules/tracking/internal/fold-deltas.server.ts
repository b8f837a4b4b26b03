import type { BulkClient } from "~/platform/bulk.server";
import type { Ctx } from "~/platform/context.server";
import { readDelta } from "./click-delta";
import { DailyGains, type Gain } from "./daily-gains";
import { linkFacts } from "./link-facts.server";
import type { SketchKeeper } from "./sketch-keeper.server";
import { writeTraits } from "./traits-rollup.server";

/** Deltas taken at a time: with the largest batches some hundred thousand clicks. */
const MOST = 100;

export type FoldedClicks = { folded: number; more: boolean };

/**
 * Folds in the transaction that holds the rollups' lock.
 * @param isNew the keeper has just taken over: it adds what was folded before and is in no stored sketch
 */
export async function foldDeltas(
  ctx: Ctx,
  client: BulkClient,
  keeper: SketchKeeper,
  isNew: boolean,
): Promise<FoldedClicks> {
  if (isNew) await keeper.add(client, await gainsOf(ctx, await foldedBefore(client)));
  const { rows } = await client.query<Delta>(
    `UPDATE click_delta SET folded = true
     WHERE id IN (SELECT id FROM click_delta WHERE NOT folded ORDER BY id LIMIT $1) RETURNING payload`,
    [MOST],
  );
  const more = rows.length === MOST;
  if (rows.length > 0) {
    const gains = await gainsOf(ctx, rows);
    await writeTraits(client, gains);
    await keeper.add(client, gains);
    await keeper.beat(client);
  }
  return { folded: rows.length, more };
}

/** Writes the keeper's sketches, in a transaction that holds the lock: what they were made from is of no more use. */
export async function flushSketches(client: BulkClient, keeper: SketchKeeper): Promise<void> {
  await keeper.flush(client);
  await client.query("DELETE FROM click_delta WHERE folded");
}

type Delta = { payload: Buffer };

async function foldedBefore(client: BulkClient): Promise<Delta[]> {
  return (await client.query<Delta>("SELECT payload FROM click_delta WHERE folded")).rows;
}

async function gainsOf(ctx: Ctx, deltas: readonly Delta[]): Promise<Gain[]> {
  const parts = deltas.flatMap(({ payload }) => readDelta(payload));
  const links = await linkFacts(parts.map(({ linkId }) => linkId));
  const gains = new DailyGains();
  for (const part of parts) {
    const link = links.get(part.linkId);
    if (link) gains.add(link, part);
    else ctx.log.error({ linkId: part.linkId }, "a delta of a link that does not exist was left out");
  }
  return gains.places();
}
