import type { Ctx } from "~/platform/context.server";
import { visibleInstitutions } from "../internal/visible-institutions.server";

export type InstitutionTreeRegion = {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  latitude: number;
  longitude: number;
  institutions: {
    id: string;
    slug: string;
    name: string;
    kind: string;
    city: string;
    latitude: number;
    longitude: number;
    hasFlagship: boolean;
  }[];
};

/** Ditjenpas > Kanwil > UPT, as far down as the actor sees; a Kanwil of which it sees nothing is left out. */
export async function institutionTree(ctx: Ctx): Promise<InstitutionTreeRegion[]> {
  const visibility = ctx.visible("institution.read");
  const where = visibleInstitutions(visibility);
  const regions = await ctx.db.region.findMany({
    where: visibility.all
      ? {}
      : { OR: [{ id: { in: visibility.regionIds } }, { institutions: { some: where } }] },
    select: {
      id: true,
      slug: true,
      name: true,
      timeZone: true,
      latitude: true,
      longitude: true,
      institutions: {
        where,
        select: {
          id: true,
          slug: true,
          name: true,
          kind: true,
          city: true,
          latitude: true,
          longitude: true,
          flagship: { select: { productId: true } },
        },
        orderBy: { name: "asc" },
      },
    },
    orderBy: { name: "asc" },
  });
  return regions.map((region) => ({
    ...region,
    institutions: region.institutions.map(({ flagship, ...institution }) => ({
      ...institution,
      hasFlagship: flagship !== null,
    })),
  }));
}
