import { addDays, type Day } from "~/kernel/time";
import { inBulkTransaction, withBulk } from "~/platform/bulk.server";
import type { Ctx } from "~/platform/context.server";
import { env } from "~/platform/env.server";
import { forgetPartitions } from "../internal/click-partitions.server";
import { lockDailyRollups } from "../internal/daily-rollups-lock.server";
import { keepClicksSince } from "../internal/kept-clicks.server";

/** Days for which partitions stand ready. A worker that is away so long makes them when it is back. */
const DAYS_AHEAD = 7;
/** Visitors and sketches are of use while their day's salt lives: two days, and one for what arrives late. */
const VISITOR_DAYS = 3;
const RECEIPT_DAYS = 14;

export type MaintainedClicks = { partitionsDropped: number };

/**
 * Makes the partitions of the coming days and drops what is past its time: clicks by CLICK_RETENTION_DAYS, who was
 * counted with the salts, texts that no kept click uses, receipts of spools that are gone. Rollups stay.
 */
export async function maintainClicks(ctx: Ctx): Promise<MaintainedClicks> {
  const today = ctx.clock.now().toISOString().slice(0, 10);
  await withBulk(async (client) => {
    for (let ahead = -1; ahead <= DAYS_AHEAD; ahead += 1) {
      await client.query("SELECT clicks.ensure_day($1::date)", [addDays(today, ahead)]);
    }
  });
  const oldest = addDays(today, -env().CLICK_RETENTION_DAYS);
  await inBulkTransaction(async (client) => {
    // Whoever counts a day anew behind this door has its clicks until the end.
    await lockDailyRollups(client, "wait");
    await keepClicksSince(client, oldest);
  });
  const partitionsDropped = await dropPartitions(oldest, addDays(today, -VISITOR_DAYS));
  await sweep(oldest, today);
  if (partitionsDropped > 0)
    ctx.log.info({ partitionsDropped, oldest }, "partitions past retention were dropped");
  return { partitionsDropped };
}

/** One by one, each in a transaction of its own: holding one lock only, it cannot be part of a circle of waiting. */
async function dropPartitions(clicksBefore: Day, visitorsBefore: Day): Promise<number> {
  return withBulk(async (client) => {
    const { rows } = await client.query<{ part: string }>(
      "SELECT clicks.partitions_before($1::date, $2::date) AS part",
      [clicksBefore, visitorsBefore],
    );
    for (const { part } of rows) {
      await client.query(`DROP TABLE IF EXISTS clicks.${client.escapeIdentifier(part)}`);
    }
    if (rows.length > 0) forgetPartitions();
    return rows.length;
  });
}

async function sweep(oldest: Day, today: Day): Promise<void> {
  await inBulkTransaction(async (client) => {
    await lockDailyRollups(client, "wait");
    await client.query("DELETE FROM unique_sketch WHERE day < $1::date", [addDays(today, -VISITOR_DAYS)]);
  });
  await withBulk(async (client) => {
    await client.query("DELETE FROM click_receipt WHERE recorded_at < $1::date", [
      addDays(today, -RECEIPT_DAYS),
    ]);
    await client.query("DELETE FROM user_agent WHERE last_seen_on < $1::date", [oldest]);
    await client.query("DELETE FROM referrer_host WHERE last_seen_on < $1::date", [oldest]);
  });
}
