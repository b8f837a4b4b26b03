import type { BulkClient } from "~/platform/bulk.server";

const KEY = "hashtext('gaung:daily-rollups')";

/**
 * The door to the daily rollups, until the end of the transaction: who folds in, rebuilds or sweeps them is alone.
 * @returns whether it is ours; with "wait" always
 */
export async function lockDailyRollups(client: BulkClient, how: "try" | "wait"): Promise<boolean> {
  if (how === "wait") {
    await client.query(`SELECT pg_advisory_xact_lock(${KEY})`);
    return true;
  }
  const { rows } = await client.query<{ ours: boolean }>(`SELECT pg_try_advisory_xact_lock(${KEY}) AS ours`);
  return rows[0]?.ours === true;
}
