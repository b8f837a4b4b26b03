import { z } from "zod";

/** Why something was refused or left aside, as it is stored and shown to officers. */
export const storedReasonSchema = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type StoredReason = z.infer<typeof storedReasonSchema>;

/** Reads a reason out of the database; null where none is stored. */
export function readReason(value: unknown): StoredReason | null {
  return value === null || value === undefined ? null : storedReasonSchema.parse(value);
}
