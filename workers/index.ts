import { QUEUES, type QueueName } from "~/kernel/job";
import { systemContext } from "~/modules/identity/context.server";
import { ensureRegions } from "~/modules/institutions/commands/ensure-regions.server";
import { maintainClicks } from "~/modules/tracking/commands/maintain-clicks.server";
import { db, disconnectDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { dieOnUncaught, stopOnSignal } from "~/platform/lifecycle.server";
import { log } from "~/platform/log.server";
import { startRelay } from "~/platform/outbox-relay.server";
import { type JobQueue, openQueue, openWorker } from "~/platform/queue.server";
import { startFolding } from "./folding";
import { handleJob, jobsByName } from "./handlers";
import { schedule } from "./schedules";

/** Jobs of a queue that run side by side in this process. Clicks: two, so that one batch is read while one commits. */
const CONCURRENCY: Record<QueueName, number> = { clicks: 3, default: 4, imports: 1 };

dieOnUncaught("worker");

const queues: Record<QueueName, JobQueue> = {
  clicks: openQueue("clicks", 1),
  default: openQueue("default", 2),
  imports: openQueue("imports", 1),
};
// Reference data that every installation needs, also one without demo data. Idempotent.
await ensureRegions(systemContext("worker"));
await maintainClicks(systemContext("worker"));
await schedule(queues.default);
const relay = startRelay({ db: db(), databaseUrl: env().DATABASE_URL, queues, jobs: jobsByName, log: log() });
const workers = QUEUES.map((name) =>
  openWorker(name, CONCURRENCY[name], (job) =>
    handleJob(systemContext("worker", { requestId: `job:${job.id ?? job.name}` }), job.name, job.data),
  ),
);
const folding = startFolding(() => systemContext("worker"));
log().info({ queues: QUEUES }, "worker is working");
process.send?.({ type: "working" });

stopOnSignal("worker", async () => {
  await relay.close();
  await Promise.all([...workers.map((worker) => worker.close()), folding.close()]);
  await Promise.all(QUEUES.map((name) => queues[name].close()));
  await disconnectDb();
});
