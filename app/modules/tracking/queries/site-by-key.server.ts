import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";

export type Site = { institution: { id: string; regionId: string }; origins: string[] };

/** The institution for which a page speaks. @throws AppError `not_found`, `gone` for a key that is switched off. */
export async function siteByKey(ctx: Ctx, key: string): Promise<Site> {
  const row = await ctx.db.siteKey.findUnique({
    where: { key },
    select: { origins: true, disabledAt: true, institution: { select: { id: true, regionId: true } } },
  });
  if (!row) {
    throw new AppError("not_found", "no such site key", {
      message: { key: "tracking:sources.error.keyUnknown" },
    });
  }
  if (row.disabledAt) {
    throw new AppError("gone", "site key is switched off", {
      message: { key: "tracking:sources.error.keyOff" },
    });
  }
  return { institution: row.institution, origins: row.origins };
}
