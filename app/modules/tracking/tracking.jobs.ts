import { z } from "zod";
import { defineJob } from "~/kernel/job";
import { BATCH_VERSION } from "./click";

/**
 * Clicks that were answered and wait to be counted, as one text (see click.ts). Retried for days rather than given
 * up: a batch that fails for good stays in the queue's failed jobs, where /metrics shows it.
 */
export const recordClicksJob = defineJob(
  "tracking.recordClicks",
  z.object({ v: z.literal(BATCH_VERSION), clicks: z.string() }),
  { queue: "clicks", retry: { attempts: 20, backoffMs: 500 } },
);

/** Keeps the salts of the coming days ready and destroys the old ones. Repeated hourly. */
export const rotateSaltsJob = defineJob("tracking.rotateSalts", z.object({}));

/** Forgets answers to Idempotency-Keys that nobody will repeat any more. Repeated daily. */
export const sweepIdempotencyJob = defineJob("tracking.sweepIdempotencyKeys", z.object({}));

/** Gives claims the links that they lack. Repeated hourly. */
export const completeLinksJob = defineJob("tracking.completeLinks", z.object({}));
