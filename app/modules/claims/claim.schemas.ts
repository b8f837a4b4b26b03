import { z } from "zod";

/** Why me: enough to decide on, short enough for a phone. */
export const applySchema = z.object({
  message: z
    .string({ error: "claims:error.message" })
    .trim()
    .min(20, { error: "claims:error.message" })
    .max(1_000, { error: "claims:error.messageLong" }),
});
export type ApplyInput = z.output<typeof applySchema>;

const reason = z
  .string({ error: "claims:error.reason" })
  .trim()
  .min(10, { error: "claims:error.reason" })
  .max(600, { error: "claims:error.reasonLong" });

export const rejectSchema = z.object({ claimId: z.uuid(), reason });
export type RejectInput = z.output<typeof rejectSchema>;

/** A reason is asked for once the Lapas has accepted; the command checks that. */
export const withdrawSchema = z.object({
  reason: z
    .string()
    .trim()
    .max(600, { error: "claims:error.reasonLong" })
    .optional()
    .transform((text) => text ?? ""),
});
export const WITHDRAWAL_REASON_MIN = 10;

/** What an officer does with one application. */
export const decisionSchema = z.discriminatedUnion("move", [
  z.object({ move: z.literal("accept"), claimId: z.uuid() }),
  z.object({ move: z.literal("reject"), claimId: z.uuid(), reason }),
]);
