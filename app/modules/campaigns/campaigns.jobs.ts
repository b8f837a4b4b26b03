import { z } from "zod";
import { defineJob } from "~/kernel/job";

/** A campaign's state or brief changed in a way that its links must follow: open or closed, or led elsewhere. */
export const campaignChanged = defineJob("campaigns.changed", z.object({ campaignId: z.uuid() }));

/** Closes campaigns that have run their course; runs by itself. */
export const closeEndedJob = defineJob("campaigns.closeEnded", z.object({}));
