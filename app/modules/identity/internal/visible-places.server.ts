import type { Visibility } from "~/kernel/policy";
import type { Prisma } from "~/platform/db.server";

/** Rows tied to a place (an institution, or a region itself) that lie within what the actor sees. */
export function visiblePlaces(seen: Visibility): Prisma.MembershipWhereInput & Prisma.InvitationWhereInput {
  if (seen.all) return {};
  return {
    OR: [
      { institutionId: { in: seen.institutionIds } },
      { regionId: { in: seen.regionIds } },
      { institution: { regionId: { in: seen.regionIds } } },
    ],
  };
}

/** Institutions within what the actor sees. */
export function visibleInstitutions(seen: Visibility): Prisma.InstitutionWhereInput {
  if (seen.all) return {};
  return { OR: [{ id: { in: seen.institutionIds } }, { regionId: { in: seen.regionIds } }] };
}
