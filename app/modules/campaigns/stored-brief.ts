import { type Brief, type BriefDraft, briefDraftSchema, briefSchema } from "./brief.schemas";

/** A draft as it is stored. @throws ZodError when the row was written by something else than our commands. */
export function storedDraft(stored: unknown): BriefDraft {
  return briefDraftSchema.parse(stored);
}

/** A published brief as it is stored. @throws ZodError, as above. */
export function storedBrief(stored: unknown): Brief {
  return briefSchema.parse(stored);
}
