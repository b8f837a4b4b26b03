import { createPostgresBackend, type Job, Queue, Worker } from "bullmq";
import { Cluster, Redis } from "ioredis";
import type { z } from "zod";
import type { JobDefinition, QueueName } from "~/kernel/job";
import { env } from "./env.server";
import { log } from "./log.server";

/** BullMQ stands on Redis where REDIS_URL says so, else on the PostgreSQL that holds everything. */
export type QueueBackend = "postgres" | "redis";

export function queueBackend(): QueueBackend {
  return env().REDIS_URL ? "redis" : "postgres";
}

/** What is given to a worker and to anyone who adds jobs, whichever backend stands behind it. */
export type JobQueue = Pick<
  Queue,
  "add" | "addBulk" | "getJobCounts" | "getJobState" | "upsertJobScheduler" | "waitUntilReady" | "close"
>;

/** Names in the store carry a prefix so that they are recognised as ours. */
const storedName = (name: QueueName) => `gaung-${name}`;

/**
 * Keys of a queue on a Redis Cluster lie in one slot, as BullMQ's scripts need: what stands in braces decides the slot
 * (Redis Cluster specification, "Hash tags"). Each queue has a tag of its own, so that they may lie on several masters.
 */
const clusterPrefix = (name: QueueName) => ({ prefix: `{${storedName(name)}}` });

/** A worker blocks on Redis for as long as it takes; a producer gives up and reports. */
function redis(urls: string, name: QueueName, use: "produce" | "consume") {
  const options = { maxRetriesPerRequest: use === "consume" ? null : 20 };
  const [first = "", ...others] = urls.split(",").map((url) => url.trim());
  if (others.length === 0) return { connection: new Redis(first, options) };
  const nodes = [first, ...others];
  const { username, password, protocol } = new URL(first);
  const redisOptions = {
    ...options,
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(protocol === "rediss:" ? { tls: {} } : {}),
  };
  const connection = new Cluster(nodes, {
    redisOptions,
    // A master that falls is replaced within seconds; commands wait that long and are sent again.
    clusterRetryStrategy: (times) => Math.min(100 * times, 2_000),
    retryDelayOnFailover: 200,
  });
  return { connection, ...clusterPrefix(name) };
}

function postgres(poolSize: number) {
  return { connectionString: env().DATABASE_URL, max: poolSize, application_name: "gaung-queue" };
}

/** Opens a queue to add jobs to. The caller closes it. */
export function openQueue(name: QueueName, poolSize = 4): JobQueue {
  const url = env().REDIS_URL;
  const onError = (error: Error) => log().error({ err: error, queue: name }, "queue connection failed");
  if (!url) {
    const queue = new Queue(storedName(name), { connection: postgres(poolSize) }, createPostgresBackend);
    queue.on("error", onError);
    return queue;
  }
  const store = redis(url, name, "produce");
  store.connection.on("error", onError);
  const queue = new Queue(storedName(name), store);
  queue.on("error", onError);
  return closingToo(queue, store.connection);
}

/** BullMQ leaves a connection open that was made for it. */
function closingToo<Opened extends { close(): Promise<void> }>(
  opened: Opened,
  connection: Redis | Cluster,
): Opened {
  const close = opened.close.bind(opened);
  opened.close = async (...args) => {
    await close(...args);
    connection.disconnect();
  };
  return opened;
}

/** How long finished jobs stay to be looked at, in seconds, and how many. */
const KEEP = {
  removeOnComplete: { age: 3_600, count: 500 },
  removeOnFail: { age: 30 * 24 * 3_600, count: 10_000 },
};

const BACKOFF = "doubling-to-a-minute";
const LONGEST_BACKOFF_MS = 60_000;

/**
 * Twice as long after each failure, a minute at most: after an outage of hours nobody wants to wait for as long again.
 * Jobs of before this rule know only their own, which BullMQ has.
 */
function backoffOf(attemptsMade: number, _type?: string, _error?: Error, job?: Pick<Job, "opts">): number {
  const backoff = job?.opts.backoff;
  const first = typeof backoff === "object" ? (backoff.delay ?? 1_000) : 1_000;
  return Math.min(LONGEST_BACKOFF_MS, first * 2 ** Math.min(attemptsMade - 1, 20));
}

/** BullMQ's options for a job of this definition. `jobId` makes adding it twice add it once. */
export function jobOptions(job: JobDefinition, jobId?: string) {
  return {
    ...KEEP,
    ...(jobId ? { jobId } : {}),
    attempts: job.retry.attempts,
    backoff: { type: BACKOFF, delay: job.retry.backoffMs },
  };
}

/** Adds one job; resolves when the backend has stored it. @throws ZodError for a payload of another shape. */
export async function addJob<Schema extends z.ZodType>(
  queue: JobQueue,
  job: JobDefinition<string, Schema>,
  payload: z.input<Schema>,
  jobId?: string,
): Promise<void> {
  await queue.add(job.name, job.payload.parse(payload), jobOptions(job, jobId));
}

/**
 * A worker that is killed leaves its jobs locked. They are taken up again by another after a quarter of a minute, and
 * as often as it takes (BullMQ's own rule gives a job up when it was left twice): every handler is idempotent.
 */
const RECOVERY = {
  lockDuration: 15_000,
  stalledInterval: 5_000,
  maxStalledCount: 1_000,
  settings: { backoffStrategy: backoffOf },
};

export type JobWorker = { close(force?: boolean): Promise<void> };

/** Starts working on a queue. `handle` gets the job's name and raw payload; throwing makes BullMQ retry. */
export function openWorker(
  name: QueueName,
  concurrency: number,
  handle: (job: Pick<Job, "name" | "data" | "id" | "attemptsMade">) => Promise<void>,
): JobWorker {
  const url = env().REDIS_URL;
  const store = url ? redis(url, name, "consume") : undefined;
  const worker = store
    ? closingToo(
        new Worker(storedName(name), handle, { ...store, concurrency, ...RECOVERY }),
        store.connection,
      )
    : new Worker(
        storedName(name),
        handle,
        { connection: postgres(concurrency + 2), concurrency, ...RECOVERY },
        createPostgresBackend,
      );
  store?.connection.on("error", (error: Error) => {
    log().error({ err: error, queue: name }, "worker connection failed");
  });
  worker.on("error", (error: Error) => log().error({ err: error, queue: name }, "worker connection failed"));
  worker.on("failed", (job: Job | undefined, error: Error) => {
    log().error(
      { err: error, queue: name, job: job?.name, jobId: job?.id, attempt: job?.attemptsMade },
      "job failed",
    );
  });
  return worker;
}
