import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from "prom-client";
import { QUEUES, type QueueName } from "~/kernel/job";
import { log } from "./log.server";
import type { JobQueue } from "./queue.server";
import { within } from "./within";

/** A scrape must not wait for a queue that is away. */
const QUEUE_LIMIT_MS = 2_000;

let started = false;

/** Seconds from the first byte of a request to the last of its answer, by kind of address and status class. */
export const httpDuration = new Histogram({
  name: "gaung_http_request_seconds",
  help: "Duration of HTTP requests by kind of address and status class",
  labelNames: ["kind", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

/** Starts the process's own figures and those of the queues, which are asked for at each scrape. */
export function startMetrics(queues: Record<QueueName, JobQueue>): void {
  if (started) return;
  started = true;
  collectDefaultMetrics();
  const reachable = new Gauge({
    name: "gaung_queue_reachable",
    help: "1 when the queue told its jobs at this scrape",
    labelNames: ["queue"],
  });
  new Gauge({
    name: "gaung_queue_jobs",
    help: "Jobs by queue and state",
    labelNames: ["queue", "state"],
    async collect() {
      this.reset();
      await Promise.all(
        QUEUES.map(async (name) => {
          try {
            const asked = queues[name].getJobCounts("waiting", "active", "delayed", "failed");
            const counts = await within(QUEUE_LIMIT_MS, asked);
            for (const [state, count] of Object.entries(counts)) this.set({ queue: name, state }, count);
            reachable.set({ queue: name }, 1);
          } catch (error) {
            // All other figures matter most while the queue is away.
            reachable.set({ queue: name }, 0);
            log().warn({ err: error, queue: name }, "the queue did not tell its jobs");
          }
        }),
      );
    },
  });
}

export { Counter, Gauge, register };
