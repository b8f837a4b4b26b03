import { AppError } from "~/kernel/app-error";
import { asZone, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";

export type ReportRegion = { id: string; slug: string; name: string; timeZone: Zone };

/** The Kanwil of an address. @throws AppError `not_found`; `forbidden` outside the actor's scope. */
export async function reportRegion(ctx: Ctx, slug: string | undefined): Promise<ReportRegion> {
  ctx.authorize("report.region");
  const region = slug
    ? await ctx.db.region.findUnique({
        where: { slug },
        select: { id: true, slug: true, name: true, timeZone: true },
      })
    : null;
  if (!region) throw new AppError("not_found", `no Kanwil ${slug ?? "(none)"}`);
  ctx.authorize("report.region", { regionId: region.id });
  return { ...region, timeZone: asZone(region.timeZone) };
}
