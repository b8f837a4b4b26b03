import { z } from "zod";
import { defineJob } from "~/kernel/job";

/** An officer has decided on a draft: the influencer gets a mail. */
export const draftDecided = defineJob("content.draftDecided", z.object({ draftVersionId: z.uuid() }));

/** Throws away uploaded pictures that never became part of a draft. */
export const sweepOrphanMediaJob = defineJob("content.sweepOrphanMedia", z.object({}));
