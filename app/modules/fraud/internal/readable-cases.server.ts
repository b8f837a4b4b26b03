import type { Visibility } from "~/kernel/policy";
import type { Prisma } from "~/platform/db.server";

/** The cases of the institutions that a person sees, as a condition. */
export function readableCases(visibility: Visibility): Prisma.FraudCaseWhereInput {
  if (visibility.all) return {};
  const { institutionIds, regionIds } = visibility;
  return {
    OR: [
      { institutionId: { in: institutionIds } },
      ...(regionIds.length > 0 ? [{ institution: { regionId: { in: regionIds } } }] : []),
    ],
  };
}
