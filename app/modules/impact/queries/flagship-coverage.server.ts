import { z } from "zod";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { count } from "../internal/facts.server";
import { reportFilter } from "../internal/report-filter.server";

export type FlagshipCoverage = {
  /** Institutions registered in Gaung. */
  registered: number;
  withFlagship: number;
  /** Registered, without a flagship, by name: the list to work on, at most `MISSING_SHOWN` long. */
  missing: { slug: string; name: string }[];
};

const MISSING_SHOWN = 8;
const rows = z.array(z.object({ registered: count, with_flagship: count }));

/**
 * How far Satu Lapas Satu Produk Unggulan has come, of the nation or of one Kanwil.
 * @throws AppError `forbidden` outside the actor's scope.
 */
export async function flagshipCoverage(
  ctx: Ctx,
  scope: { kind: "nation" } | { kind: "region"; regionId: string },
): Promise<FlagshipCoverage> {
  const { regionId } = reportFilter(ctx, scope);
  const within = regionId ? Prisma.sql`i.region_id = ${regionId}::uuid` : Prisma.sql`TRUE`;
  const [found, missing] = await Promise.all([
    ctx.db.$queryRaw(Prisma.sql`
      SELECT count(*) AS registered, count(f.institution_id) AS with_flagship
      FROM institution i LEFT JOIN flagship_product f ON f.institution_id = i.id WHERE ${within}`),
    ctx.db.institution.findMany({
      where: { flagship: null, ...(regionId ? { regionId } : {}) },
      select: { slug: true, name: true },
      orderBy: { name: "asc" },
      take: MISSING_SHOWN,
    }),
  ]);
  const [row] = rows.parse(found);
  return { registered: row?.registered ?? 0, withFlagship: row?.with_flagship ?? 0, missing };
}
