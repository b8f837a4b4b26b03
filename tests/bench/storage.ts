import { performance } from "node:perf_hooks";
import type { Db } from "~/platform/db.server";
import { startTestCluster } from "../../scripts/lib/test-cluster.mjs";
import { cloneDatabase } from "../setup/clone";
import { median } from "./statistics";
import { traffic } from "./traffic";

const SIZES = (process.env.BENCH_SIZES ?? "1000000,10000000,100000000").split(",").map(Number);
const LINKS = Number(process.env.BENCH_LINKS ?? 100);
const DAYS = 30;
const BATCH = 8_000;
const DAY_MS = 86_400_000;
/** Batches recorded side by side, as in a worker. */
const LANES = 2;
const QUERY_ROUNDS = 21;

const ROLLUPS = [
  "click_hourly",
  "outbound_hourly",
  "unique_daily",
  "click_traits_daily",
  "user_agent",
  "referrer_host",
] as const;

export type StorageResult = {
  name: "storage";
  clicks: number;
  days: number;
  links: number;
  /** All partitions with their indexes, and how much of that is the rows. */
  bytesPerClick: { all: number; rows: number; indexes: number };
  rollupBytes: Record<string, number>;
  rollupBytesPerClick: number;
  /** Medians, in ms. */
  dashboardMs: { nation: number; region: number; institution: number; creator: number; link: number };
  /** Of making, writing, folding and all else, in one process beside its PostgreSQL. */
  clicksPerSecond: number;
};

/** Fills the days evenly through the worker's own commands. Each day is folded in before the next one begins. */
async function fill(linkIds: readonly string[], count: number, run: number): Promise<number> {
  const [{ recordClicks }, { foldClicks }, { maintainClicks }, { systemContext }] = await Promise.all([
    import("~/modules/tracking/commands/record-clicks.server"),
    import("~/modules/tracking/commands/fold-clicks.server"),
    import("~/modules/tracking/commands/maintain-clicks.server"),
    import("~/modules/identity/context.server"),
  ]);
  const ctx = systemContext("bench");
  const source = traffic(linkIds, run + 1);
  const first = Math.floor(Date.now() / DAY_MS - DAYS) * DAY_MS;
  const began = performance.now();
  for (let day = 0; day < DAYS; day += 1) {
    const start = first + day * DAY_MS;
    const ofDay = Math.round(count / DAYS);
    let taken = 0;
    const lane = async () => {
      while (taken < ofDay) {
        const from = taken;
        const size = Math.min(BATCH, ofDay - from);
        taken += size;
        const lines = source.lines(size, start + (from / ofDay) * DAY_MS, (size / ofDay) * DAY_MS);
        await recordClicks(ctx, { batch: `bench-${run}-${day}-${from}`, clicks: lines });
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    while ((await foldClicks(ctx, { last: true })).more);
    // As it is done hourly: visitors' windows and sketches are dropped when their day is three days past.
    const nextDay = { now: () => new Date(start + DAY_MS) };
    await maintainClicks({ ...ctx, clock: nextDay });
    if (day % 5 === 4) console.error(`${count.toLocaleString("en")}: day ${day + 1} of ${DAYS}`);
  }
  return count / ((performance.now() - began) / 1_000);
}

async function sizes(db: Db, clicks: number) {
  const [raw] = await db.$queryRaw<{ all: bigint; rows: bigint; indexes: bigint }[]>`
    SELECT sum(pg_total_relation_size(c.oid))::bigint AS all, sum(pg_relation_size(c.oid))::bigint AS rows,
      sum(pg_indexes_size(c.oid))::bigint AS indexes
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'clicks' AND c.relkind = 'r' AND c.relname LIKE 'click\\_%'`;
  const each = (bytes: bigint | undefined) => Number((Number(bytes ?? 0) / clicks).toFixed(1));
  const rollupBytes: Record<string, number> = {};
  for (const table of ROLLUPS) {
    const [row] = await db.$queryRaw<
      { bytes: bigint }[]
    >`SELECT pg_total_relation_size(${table}::regclass) AS bytes`;
    rollupBytes[table] = Number(row?.bytes ?? 0);
  }
  const total = Object.values(rollupBytes).reduce((sum, bytes) => sum + bytes, 0);
  return {
    bytesPerClick: { all: each(raw?.all), rows: each(raw?.rows), indexes: each(raw?.indexes) },
    rollupBytes,
    rollupBytesPerClick: Number((total / clicks).toFixed(3)),
  };
}

type Place = { institutionId: string; regionId: string; creatorId: string; code: string };

async function dashboards(place: Place): Promise<StorageResult["dashboardMs"]> {
  const [
    { reportDashboard },
    { readDashboardSearch },
    { linkStats },
    { systemContext },
    { addDays, localDay },
  ] = await Promise.all([
    import("~/modules/impact/queries/report-dashboard.server"),
    import("~/modules/impact/dashboard-search"),
    import("~/modules/tracking/queries/link-stats.server"),
    import("~/modules/identity/context.server"),
    import("~/kernel/time"),
  ]);
  const ctx = systemContext("bench");
  const to = localDay(new Date(), "Asia/Jakarta");
  const period = { from: addDays(to, 1 - DAYS), to, zone: "Asia/Jakarta" } as const;
  const timed = async (work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let round = 0; round < QUERY_ROUNDS; round += 1) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    return Number(median(times).toFixed(1));
  };
  const board = (
    scope: Parameters<typeof reportDashboard>[1]["scope"],
    by: "region" | "institution" | "campaign" | "link",
  ) => {
    const search = readDashboardSearch(new URLSearchParams(), [by]);
    return timed(() => reportDashboard(ctx, { scope, period, search }));
  };
  const { institutionId, regionId, creatorId, code } = place;
  return {
    nation: await board({ kind: "nation" }, "region"),
    region: await board({ kind: "region", regionId }, "institution"),
    institution: await board({ kind: "institution", institutionId, regionId }, "campaign"),
    creator: await board({ kind: "creator", creatorId }, "link"),
    link: await timed(() => linkStats(ctx, { code, from: period.from, to: period.to })),
  };
}

/**
 * `npm run bench -- storage`: bytes of a click raw and rolled up, and the dashboards' queries, at each size. The clicks
 * of a size come on top of those of the one before, on the same thirty days and links.
 */
export async function benchStorage(): Promise<void> {
  const cluster = await startTestCluster({ durable: true });
  const database = await cloneDatabase(cluster.postgres.url("postgres"));
  process.env.DATABASE_URL = database.url;
  process.env.NODE_ENV ??= "test";
  try {
    const [{ db, disconnectDb }, { makeLinks }] = await Promise.all([
      import("~/platform/db.server"),
      import("../setup/tracked-server"),
    ]);
    const links = await makeLinks(LINKS);
    const row = await db().referralLink.findFirstOrThrow();
    let clicks = 0;
    for (const [run, size] of SIZES.entries()) {
      const clicksPerSecond = Math.round(
        await fill(
          links.map(({ linkId }) => linkId),
          size - clicks,
          run,
        ),
      );
      clicks = size;
      await db().$executeRaw`ANALYZE`;
      const result: StorageResult = {
        name: "storage",
        clicks,
        days: DAYS,
        links: LINKS,
        ...(await sizes(db(), clicks)),
        dashboardMs: await dashboards(row),
        clicksPerSecond,
      };
      console.log(JSON.stringify(result));
    }
    await disconnectDb();
  } finally {
    await cluster.stop();
  }
}
