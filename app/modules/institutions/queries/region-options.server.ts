import { asZone, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";

export type RegionOption = { id: string; slug: string; name: string; timeZone: Zone };

/** All Kanwil by name, for a choice or a filter. They are public reference data. */
export async function regionOptions(ctx: Ctx): Promise<RegionOption[]> {
  const rows = await ctx.db.region.findMany({
    select: { id: true, slug: true, name: true, timeZone: true },
    orderBy: { name: "asc" },
  });
  return rows.map((row) => ({ ...row, timeZone: asZone(row.timeZone) }));
}

/** Whether the actor may add institutions and change what any of them is: an administrator. */
export function mayEditAllInstitutions(ctx: Ctx, regions: readonly { id: string }[]): boolean {
  return regions.every((region) => ctx.can("institution.edit", { regionId: region.id }));
}
