import { z } from "zod";
import { CANDIDATE_OUTCOMES, CLUE_KINDS } from "./attribution-reasons";

/**
 * What `attribute()` left with an order, as far as pages read it. Orders of version 1 have no campaign with their
 * candidates.
 */
export const storedAttributionSchema = z.object({
  version: z.number(),
  candidates: z.array(
    z.object({
      kind: z.enum(CLUE_KINDS),
      reference: z.string(),
      outcome: z.enum(CANDIDATE_OUTCOMES),
      claimId: z.string().nullable(),
      campaignId: z.string().nullable().default(null),
      linkId: z.string().nullable(),
      at: z.string().nullable(),
      windowDays: z.number().nullable(),
    }),
  ),
});
