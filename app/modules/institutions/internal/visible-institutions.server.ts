import type { Visibility } from "~/kernel/policy";
import type { Prisma } from "~/platform/db.server";

/** The institutions that a person sees, as a condition. */
export function visibleInstitutions(visibility: Visibility): Prisma.InstitutionWhereInput {
  if (visibility.all) return {};
  return {
    OR: [{ id: { in: visibility.institutionIds } }, { regionId: { in: visibility.regionIds } }],
  };
}
