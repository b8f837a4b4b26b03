import { z } from "zod";
import { defineJob } from "~/kernel/job";

/** An influencer saved the profile: links hold the handle and, at Shopee, the affiliate id. */
export const profileSaved = defineJob("creators.profileSaved", z.object({ creatorId: z.uuid() }));
