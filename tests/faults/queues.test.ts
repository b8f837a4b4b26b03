import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { defineJob } from "~/kernel/job";
import { forgetEnv } from "~/platform/env.server";
import {
  addJob,
  type JobQueue,
  type JobWorker,
  jobOptions,
  openQueue,
  openWorker,
} from "~/platform/queue.server";
import { cloneDatabase } from "../setup/clone";
import { hasRedis, startRedis } from "../setup/redis";
import { startRedisCluster } from "../setup/redis-cluster";

const job = defineJob("test.job", z.object({ number: z.number() }), {
  queue: "clicks",
  retry: { attempts: 3, backoffMs: 10 },
});

/** What Gaung asks of a queue holds on each of its backends. */
const BACKENDS = {
  PostgreSQL: null,
  Redis: () => startRedis("everysec"),
  "Redis Cluster": startRedisCluster,
} as const;

describe.each(Object.entries(BACKENDS))("the queue on %s", (_name, start) => {
  const skipped = start !== null && !hasRedis;
  const seen: number[] = [];
  let queue: JobQueue;
  let worker: JobWorker;
  let stop: (() => Promise<void>)[] = [];
  let failFor = new Map<number, number>();

  beforeAll(async () => {
    if (skipped) return;
    const redis = start ? await start() : null;
    const database = await cloneDatabase(inject("postgresUrl"));
    stop = [database.drop, async () => redis?.stop()];
    process.env.DATABASE_URL = database.url;
    process.env.REDIS_URL = redis?.url ?? "";
    forgetEnv();
    queue = openQueue("clicks", 2);
    await queue.waitUntilReady();
    worker = openWorker("clicks", 2, async ({ data }) => {
      const { number } = job.payload.parse(data);
      const left = failFor.get(number) ?? 0;
      failFor.set(number, left - 1);
      if (left > 0) throw new Error("not yet");
      seen.push(number);
    });
  }, 120_000);

  afterAll(async () => {
    if (skipped) return;
    await worker.close();
    await queue.close();
    for (const step of stop) await step();
    process.env.REDIS_URL = "";
    forgetEnv();
  });

  const done = (number: number) => until(() => seen.includes(number));

  it.skipIf(skipped)("works off what is added, once for an id", async () => {
    failFor = new Map();
    await addJob(queue, job, { number: 1 }, "one");
    await addJob(queue, job, { number: 1 }, "one");
    await addJob(queue, job, { number: 2 });
    await done(1);
    await done(2);
    await until(async () => {
      const counts = await queue.getJobCounts("waiting", "active", "delayed");
      return Object.values(counts).every((count) => count === 0);
    });
    expect(seen.filter((number) => number === 1)).toHaveLength(1);
  });

  it.skipIf(skipped)("tries again what failed", async () => {
    failFor = new Map([[3, 2]]);
    await addJob(queue, job, { number: 3 });
    await done(3);
  });

  it.skipIf(skipped)("takes half a megabyte, and many at once", async () => {
    await queue.add(job.name, { number: 4, padding: "x".repeat(512 * 1024) }, jobOptions(job));
    await queue.addBulk(
      Array.from({ length: 50 }, (_, index) => ({
        name: job.name,
        data: { number: 100 + index },
        opts: jobOptions(job),
      })),
    );
    await done(4);
    await done(149);
  });

  it.skipIf(skipped)("keeps a schedule", async () => {
    await queue.upsertJobScheduler(
      "often",
      { every: 200 },
      { name: job.name, data: { number: 5 }, opts: jobOptions(job) },
    );
    await until(() => seen.filter((number) => number === 5).length >= 2);
  });
});

/** Waits for a condition, up to half a minute. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("it did not come about within half a minute");
}
