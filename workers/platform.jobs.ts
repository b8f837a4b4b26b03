import { z } from "zod";
import { defineJob } from "~/kernel/job";

/** Clears outbox rows that were moved to the queue over a day ago. */
export const sweepOutboxJob = defineJob("platform.sweep-outbox", z.object({}));
