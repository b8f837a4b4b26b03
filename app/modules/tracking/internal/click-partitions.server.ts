import { withBulk } from "~/platform/bulk.server";

const DAY_MS = 86_400_000;

/** UTC days whose partitions this process knows to be there. */
const there = new Set<number>();

/** Makes the partitions that clicks of these instants (ms) need. Most are there: they are made days ahead. */
export async function ensurePartitions(instants: Iterable<number>): Promise<void> {
  const missing = new Set<number>();
  for (const at of instants) {
    const day = Math.floor(at / DAY_MS);
    if (!there.has(day)) missing.add(day);
  }
  for (const day of [...missing].sort((a, b) => a - b)) {
    await withBulk((client) =>
      client.query("SELECT clicks.ensure_day($1::date)", [new Date(day * DAY_MS).toISOString().slice(0, 10)]),
    );
    there.add(day);
  }
}

/** After partitions were dropped: what was there may be gone. */
export function forgetPartitions(): void {
  there.clear();
}
