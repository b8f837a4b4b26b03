import { z } from "zod";

/** What the buttons of a campaign's page ask for. */
export const campaignActionSchema = z
  .object({
    move: z.enum(["publish", "pause", "resume", "close", "archive", "duplicate", "discard"]),
    /** For `close`: what those are told who still wait. */
    reason: z.string().trim().max(600).optional(),
  })
  .refine(({ move, reason = "" }) => move !== "close" || reason.length >= 10, {
    error: "claims:error.reason",
  });
