import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from "prom-client";
import { QUEUES, type QueueName } from "~/kernel/job";
import type { JobQueue } from "./queue.server";

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
  new Gauge({
    name: "gaung_queue_jobs",
    help: "Jobs by queue and state",
    labelNames: ["queue", "state"],
    async collect() {
      for (const name of QUEUES) {
        const counts = await queues[name].getJobCounts("waiting", "active", "delayed", "failed");
        for (const [state, count] of Object.entries(counts)) this.set({ queue: name, state }, count);
      }
    },
  });
}

export { Counter, Gauge, register };
