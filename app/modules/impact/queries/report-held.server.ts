import { z } from "zod";
import { type Period, periodBounds } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { count } from "../internal/facts.server";
import { type ReportFilter, reportFilter } from "../internal/report-filter.server";
import type { ReportNarrowing, ReportScope } from "../report-scope";

/** Commission that waits for an officer, and of how many orders. It is part of the sums, never taken off them. */
export type HeldFigures = { orders: number; commissionRupiah: number };

const rows = z.array(z.object({ orders: count, commission_rupiah: count }));

/**
 * What of a scope's commission over a period is on hold. It is no rollup: few orders wait, and they have an index.
 * @throws AppError `forbidden` outside the actor's scope.
 */
export async function reportHeld(
  ctx: Ctx,
  input: { scope: ReportScope; narrow?: ReportNarrowing; period: Period },
): Promise<HeldFigures> {
  const filter = reportFilter(ctx, input.scope, input.narrow);
  const { start, end } = periodBounds(input.period);
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT count(DISTINCT c.id) AS orders, COALESCE(sum(credit.commission_rupiah), 0)::bigint AS commission_rupiah
    FROM commission_hold hold
      JOIN conversion_credit credit USING (conversion_id, claim_id)
      JOIN conversion c ON c.id = hold.conversion_id
      JOIN institution i ON i.id = c.institution_id
      JOIN claim ON claim.id = hold.claim_id
    WHERE hold.state = 'HELD' AND c.withdrawn_at IS NULL AND c.status <> 'REVERSED'
      AND c.occurred_at >= ${start} AND c.occurred_at < ${end} AND ${conditions(filter)}`);
  const [row] = rows.parse(found);
  return { orders: row?.orders ?? 0, commissionRupiah: row?.commission_rupiah ?? 0 };
}

function conditions(filter: ReportFilter): Prisma.Sql {
  const { regionId, institutionId, campaignId, creatorId } = filter;
  return Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(regionId ? [Prisma.sql`i.region_id = ${regionId}::uuid`] : []),
      ...(institutionId ? [Prisma.sql`i.id = ${institutionId}::uuid`] : []),
      ...(campaignId ? [Prisma.sql`claim.campaign_id = ${campaignId}::uuid`] : []),
      ...(creatorId ? [Prisma.sql`claim.creator_id = ${creatorId}::uuid`] : []),
    ],
    " AND ",
  );
}
