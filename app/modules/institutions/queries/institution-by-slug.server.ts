import { AppError } from "~/kernel/app-error";
import { asZone, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import type { InstitutionClass, InstitutionKind } from "../institution";

export type InstitutionDetail = {
  id: string;
  slug: string;
  name: string;
  kind: InstitutionKind;
  class: InstitutionClass | null;
  city: string;
  timeZone: Zone;
  latitude: number;
  longitude: number;
  whatsapp: string | null;
  isDemo: boolean;
  region: { id: string; slug: string; name: string };
};

/** One institution by its address. @throws AppError `not_found`; `forbidden` outside the actor's scope. */
export async function institutionBySlug(ctx: Ctx, slug: string): Promise<InstitutionDetail> {
  const row = await ctx.db.institution.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      class: true,
      city: true,
      timeZone: true,
      latitude: true,
      longitude: true,
      whatsapp: true,
      isDemo: true,
      region: { select: { id: true, slug: true, name: true } },
    },
  });
  if (!row) throw new AppError("not_found", `no institution ${slug}`);
  ctx.authorize("institution.read", { institutionId: row.id, regionId: row.region.id });
  return { ...row, timeZone: asZone(row.timeZone) };
}
