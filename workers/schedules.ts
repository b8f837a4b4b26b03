import type { JobDefinition } from "~/kernel/job";
import { closeEndedJob } from "~/modules/campaigns/campaigns.jobs";
import { sweepOrphanMediaJob } from "~/modules/content/content.jobs";
import { compareAccountsJob, detectFraudJob } from "~/modules/fraud/fraud.jobs";
import { sweepSessionsJob } from "~/modules/identity/identity.jobs";
import { sweepImportsJob } from "~/modules/imports/imports.jobs";
import {
  checkDestinationsJob,
  completeLinksJob,
  maintainClicksJob,
  rotateSaltsJob,
  sweepIdempotencyJob,
} from "~/modules/tracking/tracking.jobs";
import { type JobQueue, jobOptions } from "~/platform/queue.server";
import { sweepOutboxJob } from "./platform.jobs";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What runs by itself, and how often. Each is idempotent, so that a run missed or doubled does no harm. */
const SCHEDULES: { job: JobDefinition; everyMs: number }[] = [
  { job: closeEndedJob, everyMs: 5 * MINUTE },
  { job: checkDestinationsJob, everyMs: HOUR },
  { job: compareAccountsJob, everyMs: 24 * HOUR },
  { job: completeLinksJob, everyMs: HOUR },
  { job: detectFraudJob, everyMs: 15 * MINUTE },
  { job: maintainClicksJob, everyMs: HOUR },
  { job: rotateSaltsJob, everyMs: HOUR },
  { job: sweepIdempotencyJob, everyMs: HOUR },
  { job: sweepSessionsJob, everyMs: HOUR },
  { job: sweepOrphanMediaJob, everyMs: HOUR },
  { job: sweepImportsJob, everyMs: HOUR },
  { job: sweepOutboxJob, everyMs: HOUR },
];

/** Writes the schedule into the queue. Every worker does it at its start; the last one wins and all agree. */
export async function schedule(queue: JobQueue): Promise<void> {
  for (const { job, everyMs } of SCHEDULES) {
    await queue.upsertJobScheduler(
      job.name,
      { every: everyMs },
      { name: job.name, data: {}, opts: jobOptions(job) },
    );
  }
}
