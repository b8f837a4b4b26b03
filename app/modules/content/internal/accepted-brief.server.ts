import { briefSchema } from "~/modules/campaigns/brief.schemas";
import type { Prisma } from "~/platform/db.server";

/**
 * The brief of a revision as it was published.
 * @throws ZodError when a stored revision is none; that is a fault of the program, not of a person.
 */
export function readBrief(revision: { brief: Prisma.JsonValue }) {
  return briefSchema.parse(revision.brief);
}
