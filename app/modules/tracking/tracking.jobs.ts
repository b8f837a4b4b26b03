import { z } from "zod";
import { defineJob } from "~/kernel/job";
import { BATCH_VERSION } from "./click";

/**
 * Clicks that were answered and wait to be counted, as one text (see click.ts). `batch` names the text: it is counted
 * once however often it comes, and `click_receipt` tells the web process that it may let go of it. Retried for days
 * rather than given up: a batch that fails for good stays in the queue's failed jobs, where /metrics shows it.
 */
export const recordClicksJob = defineJob(
  "tracking.recordClicks",
  z.object({ v: z.literal(BATCH_VERSION), batch: z.string().min(1).max(120), clicks: z.string() }),
  { queue: "clicks", retry: { attempts: 10_000, backoffMs: 500 } },
);

/** Keeps the salts of the coming days ready and destroys the old ones. Repeated hourly. */
export const rotateSaltsJob = defineJob("tracking.rotateSalts", z.object({}));

/** Makes the partitions of the coming days and drops those past retention. Repeated hourly. */
export const maintainClicksJob = defineJob("tracking.maintainClicks", z.object({}));

/** Forgets answers to Idempotency-Keys that nobody will repeat any more. Repeated daily. */
export const sweepIdempotencyJob = defineJob("tracking.sweepIdempotencyKeys", z.object({}));

/** Gives claims the links that they lack. Repeated hourly. */
export const completeLinksJob = defineJob("tracking.completeLinks", z.object({}));

/** Looks at the outside addresses whose turn it is. Repeated hourly; each address has its turn once a day. */
export const checkDestinationsJob = defineJob("tracking.checkDestinations", z.object({}), {
  retry: { attempts: 1, backoffMs: 1_000 },
});

/** An address that listings or links lead to was found broken, or well again: the Lapas is told. */
export const destinationChanged = defineJob("tracking.destinationChanged", z.object({ changeId: z.uuid() }));
