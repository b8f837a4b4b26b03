import { type BulkClient, inBulkTransaction } from "~/platform/bulk.server";
import type { Ctx } from "~/platform/context.server";
import { readDelta } from "../internal/click-delta";
import { DailyGains } from "../internal/daily-rollups.server";
import { lockDailyRollups } from "../internal/daily-rollups-lock.server";
import { linkFacts } from "../internal/link-facts.server";

/** Deltas taken at a time: with the largest batches some hundred thousand clicks. */
const MOST = 100;

export type FoldedClicks = { folded: number; more: boolean };

/**
 * Adds what batches left to the daily rollups: traits and unique visitors, at every level from the link to the
 * nation. One process at a time; another one's call finds the door closed and does nothing. What is folded in is gone
 * from `click_delta` in the same transaction, so nothing counts twice and nothing is left out.
 */
export async function foldClicks(ctx: Ctx): Promise<FoldedClicks> {
  return inBulkTransaction(async (client) => {
    if (!(await lockDailyRollups(client, "try"))) return { folded: 0, more: false };
    const { rows } = await client.query<{ payload: Buffer }>(
      `DELETE FROM click_delta WHERE id IN (SELECT id FROM click_delta ORDER BY id LIMIT $1) RETURNING payload`,
      [MOST],
    );
    if (rows.length > 0) await foldIn(ctx, client, rows);
    return { folded: rows.length, more: rows.length === MOST };
  });
}

async function foldIn(ctx: Ctx, client: BulkClient, rows: readonly { payload: Buffer }[]): Promise<void> {
  const parts = rows.flatMap(({ payload }) => readDelta(payload));
  const links = await linkFacts(parts.map(({ linkId }) => linkId));
  const gains = new DailyGains();
  for (const part of parts) {
    const link = links.get(part.linkId);
    if (link) gains.add(link, part);
    else ctx.log.error({ linkId: part.linkId }, "a delta of a link that does not exist was left out");
  }
  await gains.write(client);
}
