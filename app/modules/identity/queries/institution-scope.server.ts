import { asZone, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";

export type InstitutionScope = {
  id: string;
  slug: string;
  name: string;
  regionId: string;
  timeZone: Zone;
  isDemo: boolean;
};

/** What is needed of an institution to authorise against it, by the slug of its address; null for an unknown one. */
export async function institutionScope(ctx: Ctx, slug: string): Promise<InstitutionScope | null> {
  const row = await ctx.db.institution.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, regionId: true, timeZone: true, isDemo: true },
  });
  return row ? { ...row, timeZone: asZone(row.timeZone) } : null;
}
