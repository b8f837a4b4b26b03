import { z } from "zod";
import { MAX_CAPTION } from "./caption";
import { REVIEW_CHECKS, REVIEW_OUTCOMES } from "./deliverable";

const trimmed = (max: number, error: string) => z.string().trim().max(max, { error });

/** What an influencer hands in; the pictures were uploaded before. */
export const submitDraftSchema = z.object({
  caption: z
    .string({ error: "content:error.captionMissing" })
    .trim()
    .min(1, { error: "content:error.captionMissing" })
    .max(MAX_CAPTION, { error: "content:error.captionLong" }),
  videoUrl: trimmed(2_000, "content:error.urlLong").optional(),
  note: trimmed(1_000, "content:error.noteLong").default(""),
});
export type SubmitDraftFields = z.infer<typeof submitDraftSchema>;

const check = z.boolean().default(false);

/** An officer's decision. What is refused needs words; what is approved needs all three checks. */
export const reviewDraftSchema = z
  .object({
    draftVersionId: z.uuid(),
    outcome: z.enum(REVIEW_OUTCOMES, { error: "content:error.outcomeMissing" }),
    comment: trimmed(2_000, "content:error.commentLong").default(""),
    noIdentifiableInmate: check,
    noSecurityDetail: check,
    disclosurePresent: check,
  })
  .superRefine((review, context) => {
    if (review.outcome !== "APPROVED") {
      if (review.comment === "") {
        context.addIssue({ code: "custom", path: ["comment"], message: "content:error.commentMissing" });
      }
      return;
    }
    for (const name of REVIEW_CHECKS) {
      if (!review[name]) {
        context.addIssue({ code: "custom", path: [name], message: `content:error.check.${name}` });
      }
    }
  });
export type ReviewDraftInput = z.infer<typeof reviewDraftSchema>;

export const submitProofSchema = z.object({
  url: z
    .string({ error: "content:error.url.missing" })
    .trim()
    .min(1, { error: "content:error.url.missing" })
    .max(2_000, { error: "content:error.urlLong" }),
});

export const QUEUE_GROUPS = ["all", "waiting", "influencer", "done"] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];
