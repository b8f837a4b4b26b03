import type { Period } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import type { ReportNarrowing } from "../report-scope";
import { reportRanking } from "./report-ranking.server";

export type PlacePoint = {
  id: string;
  slug: string;
  name: string;
  latitude: number;
  longitude: number;
  /** Clicks by people; null where nothing stood to be clicked. */
  human: number | null;
};

/** More than the country has Kanwil (33), and than any Kanwil has institutions. */
const MOST_PLACES = 1_000;

/**
 * Where the clicks of a scope belong: a point for each Kanwil of the nation, or for each institution of a Kanwil.
 * @throws AppError `forbidden` outside the actor's scope.
 */
export async function mapPoints(
  ctx: Ctx,
  input: {
    scope: { kind: "nation" } | { kind: "region"; regionId: string };
    narrow: ReportNarrowing;
    period: Period;
  },
): Promise<PlacePoint[]> {
  const by = input.scope.kind === "nation" ? "region" : "institution";
  const { rows } = await reportRanking(ctx, { ...input, by, limit: MOST_PLACES });
  const select = { id: true, slug: true, name: true, latitude: true, longitude: true } as const;
  const where = { id: { in: rows.map((row) => row.id) } };
  const places =
    by === "region"
      ? await ctx.db.region.findMany({ where, select })
      : await ctx.db.institution.findMany({ where, select });
  const human = new Map(rows.map((row) => [row.id, row.human]));
  return places.map((place) => ({ ...place, human: human.get(place.id) ?? null }));
}
