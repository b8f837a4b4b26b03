import { setTimeout as sleep } from "node:timers/promises";
import { recordClicksJob } from "~/modules/tracking/tracking.jobs";
import type { Db } from "~/platform/db.server";
import { type JobQueue, jobOptions } from "~/platform/queue.server";
import { ensureBuilt } from "../../scripts/lib/prepare.mjs";
import { hasRedis, startRedis } from "../setup/redis";
import { startTrackedServer, type TrackedServer } from "../setup/tracked-server";
import { median, percentile } from "./statistics";
import { type Traffic, traffic } from "./traffic";

const CLICKS = Number(process.env.BENCH_CLICKS ?? 1_000_000);
const LINKS = Number(process.env.BENCH_LINKS ?? 100);
/** A job as the web process ships it under load: half a megabyte. */
const BATCH = 1_600;
const LAG_SECONDS = Number(process.env.BENCH_LAG_SECONDS ?? 30);

export type DrainResult = {
  name: "drain";
  backend: "postgres" | "redis";
  clicks: number;
  links: number;
  seconds: number;
  /** From the queue to hourly figures, traits and unique visitors at every level. */
  clicksPerSecond: number;
  /** Of each of the run's tenths, to see whether it holds. */
  tenths: number[];
  lag: { clicksPerSecond: number; p50Ms: number; p99Ms: number; maxMs: number };
};

type Figures = { hourly: number; daily: number };

/** What can be read: arrivals in the hourly figures, and in the daily ones of the nation. */
async function visible(db: Db): Promise<Figures> {
  const [row] = await db.$queryRaw<{ hourly: bigint | null; daily: bigint | null }[]>`
    SELECT (SELECT sum(raw) FROM click_hourly)::bigint AS hourly,
      (SELECT sum((v.value ->> 0)::bigint) FROM click_traits_daily, jsonb_each(traits -> 'DEVICE') v
        WHERE level = 'NATION')::bigint AS daily`;
  return { hourly: Number(row?.hourly ?? 0), daily: Number(row?.daily ?? 0) };
}

/** Where a line says its step: behind ids, hashes, signals, country and language. */
const STEP_AT = 32 + 32 + 16 + 8 + 6 + 2 + 3;

const arrivals = (lines: string) => lines.split("\n").filter((line) => line.charAt(STEP_AT) === "0").length;

async function add(queue: JobQueue, lines: string): Promise<void> {
  const batch = `bench-${lines.slice(0, 32)}`;
  await queue.add(
    recordClicksJob.name,
    { v: 2, batch, clicks: lines },
    { ...jobOptions(recordClicksJob), jobId: batch },
  );
}

/** Fills the queue while the worker is held still, then lets it go and watches. */
async function drain(server: TrackedServer, source: Traffic) {
  const worker = server.app.pid("worker");
  process.kill(worker, "SIGSTOP");
  let wanted = (await visible(server.db)).daily;
  const hour = Date.now() - 3_600_000;
  for (let sent = 0; sent < CLICKS; sent += BATCH) {
    const lines = source.lines(BATCH, hour + (sent / CLICKS) * 3_600_000, (BATCH / CLICKS) * 3_600_000);
    wanted += arrivals(lines);
    await add(server.clicks, lines);
  }
  const before = (await visible(server.db)).daily;
  process.kill(worker, "SIGCONT");
  const began = Date.now();
  const samples: { at: number; daily: number }[] = [{ at: began, daily: before }];
  for (;;) {
    const { daily } = await visible(server.db);
    samples.push({ at: Date.now(), daily });
    if (daily >= wanted) break;
    if (Date.now() - began > 1_800_000) throw new Error(`the worker stands at ${daily} of ${wanted}`);
    await sleep(250);
  }
  return { seconds: (Date.now() - began) / 1000, tenths: rates(samples) };
}

/** Clicks per second within each tenth of the time. Arrivals are seven of eight clicks. */
function rates(samples: readonly { at: number; daily: number }[]): number[] {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last) return [];
  const span = (last.at - first.at) / 10;
  const at = (time: number) => samples.findLast((sample) => sample.at <= time)?.daily ?? first.daily;
  return Array.from({ length: 10 }, (_, tenth) => {
    const from = first.at + tenth * span;
    return Math.round(((at(from + span) - at(from)) / (span / 1000)) * (1 / 0.88));
  });
}

/** Sends at an even pace and measures how old a click is when all figures hold it. */
async function lag(server: TrackedServer, source: Traffic, clicksPerSecond: number) {
  const sent: { at: number; total: number }[] = [];
  const lags: number[] = [];
  let total = (await visible(server.db)).daily;
  const ends = Date.now() + LAG_SECONDS * 1_000;
  let seen = 0;
  const watch = async () => {
    for (;;) {
      const { daily } = await visible(server.db);
      const now = Date.now();
      for (; seen < sent.length && (sent[seen]?.total ?? 0) <= daily; seen += 1)
        lags.push(now - (sent[seen]?.at ?? now));
      if (now > ends && seen === sent.length) return;
      if (now > ends + 120_000) throw new Error("the worker does not keep up");
      await sleep(25);
    }
  };
  const send = async () => {
    const step = 100;
    const count = Math.round((clicksPerSecond * step) / 1000);
    for (let due = Date.now(); due < ends; due += step) {
      if (due > Date.now()) await sleep(due - Date.now());
      const lines = source.lines(count, due - step, step);
      total += arrivals(lines);
      // The oldest click of the batch is a step old already.
      sent.push({ at: due - step, total });
      await add(server.clicks, lines);
    }
  };
  await Promise.all([send(), watch()]);
  return {
    clicksPerSecond,
    p50Ms: Math.round(median(lags)),
    p99Ms: Math.round(percentile(lags, 0.99)),
    maxMs: Math.max(...lags),
  };
}

async function measure(backend: DrainResult["backend"], env: Record<string, string>): Promise<DrainResult> {
  const server = await startTrackedServer({ env: { ...env, LOG_LEVEL: "warn" }, links: LINKS });
  try {
    const source = traffic(server.links.map(({ linkId }) => linkId));
    const { seconds, tenths } = await drain(server, source);
    const clicksPerSecond = Math.round(CLICKS / seconds);
    const half = Math.min(Number(process.env.BENCH_LAG_RATE ?? clicksPerSecond / 2), clicksPerSecond / 2);
    return {
      name: "drain",
      backend,
      clicks: CLICKS,
      links: LINKS,
      seconds: Number(seconds.toFixed(1)),
      clicksPerSecond,
      tenths,
      lag: await lag(server, source, Math.round(half)),
    };
  } finally {
    await server.stop();
  }
}

/** `npm run bench -- drain [postgres|redis]`: one line of JSON for each queue that this machine has. */
export async function benchDrain([wanted]: readonly string[]): Promise<void> {
  await ensureBuilt((text: string) => console.error(`build: ${text}`));
  if (wanted !== "redis") console.log(JSON.stringify(await measure("postgres", {})));
  if (wanted === "postgres") return;
  if (!hasRedis) {
    console.error("redis-server is not installed: the Redis queue was not measured.");
    return;
  }
  const redis = await startRedis("everysec");
  try {
    console.log(JSON.stringify(await measure("redis", { REDIS_URL: redis.url })));
  } finally {
    await redis.stop();
  }
}
