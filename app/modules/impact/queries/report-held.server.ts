import { z } from "zod";
import { type Period, periodBounds } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { count } from "../internal/facts.server";
import { type ReportFilter, reportFilter } from "../internal/report-filter.server";
import type { Dimension, ReportNarrowing, ReportScope } from "../report-scope";

/** Commission that waits for an officer, and of how many orders. It is part of the sums, never taken off them. */
export type HeldFigures = { orders: number; commissionRupiah: number };

const rows = z.array(z.object({ orders: count, commission_rupiah: count }));
const keyedRows = z.array(z.object({ key: z.string().nullable(), commission_rupiah: count }));

type HeldInput = { scope: ReportScope; narrow?: ReportNarrowing; period: Period };

/**
 * What of a scope's commission over a period is on hold. It is no rollup: few orders wait, and they have an index.
 * @throws AppError `forbidden` outside the actor's scope.
 */
export async function reportHeld(ctx: Ctx, input: HeldInput): Promise<HeldFigures> {
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT count(DISTINCT c.id) AS orders, COALESCE(sum(credit.commission_rupiah), 0)::bigint AS commission_rupiah
    ${heldSql(ctx, input)}`);
  const [row] = rows.parse(found);
  return { orders: row?.orders ?? 0, commissionRupiah: row?.commission_rupiah ?? 0 };
}

/**
 * The same commission, in rupiah, by local day (`2026-11-22`) or by the id of what a ranking has rows for. What is not
 * in the map has nothing on hold.
 * @throws AppError `forbidden` outside the actor's scope.
 */
export async function heldBy(
  ctx: Ctx,
  { by, ...input }: HeldInput & { by: "day" | Dimension },
): Promise<Map<string, number>> {
  const key =
    by === "day"
      ? Prisma.sql`(c.occurred_at AT TIME ZONE ${input.period.zone})::date::text`
      : HELD_COLUMN[by];
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT key, sum(commission_rupiah)::bigint AS commission_rupiah
    FROM (SELECT ${key} AS key, credit.commission_rupiah ${heldSql(ctx, input)}) held GROUP BY key`);
  const held = new Map<string, number>();
  for (const row of keyedRows.parse(found)) if (row.key !== null) held.set(row.key, row.commission_rupiah);
  return held;
}

const HELD_COLUMN: Record<Dimension, Prisma.Sql> = {
  region: Prisma.sql`i.region_id`,
  institution: Prisma.sql`i.id`,
  product: Prisma.sql`campaign.product_id`,
  campaign: Prisma.sql`claim.campaign_id`,
  creator: Prisma.sql`claim.creator_id`,
  link: Prisma.sql`credit.link_id`,
};

function heldSql(ctx: Ctx, input: HeldInput): Prisma.Sql {
  const filter = reportFilter(ctx, input.scope, input.narrow);
  const { start, end } = periodBounds(input.period);
  return Prisma.sql`
    FROM commission_hold hold
      JOIN conversion_credit credit USING (conversion_id, claim_id)
      JOIN conversion c ON c.id = hold.conversion_id
      JOIN institution i ON i.id = c.institution_id
      JOIN claim ON claim.id = hold.claim_id
      JOIN campaign ON campaign.id = claim.campaign_id
    WHERE hold.state = 'HELD' AND c.withdrawn_at IS NULL AND c.status <> 'REVERSED'
      AND c.occurred_at >= ${start} AND c.occurred_at < ${end} AND ${conditions(filter)}`;
}

function conditions(filter: ReportFilter): Prisma.Sql {
  const { regionId, institutionId, productId, campaignId, creatorId } = filter;
  return Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(regionId ? [Prisma.sql`i.region_id = ${regionId}::uuid`] : []),
      ...(institutionId ? [Prisma.sql`i.id = ${institutionId}::uuid`] : []),
      ...(productId ? [Prisma.sql`campaign.product_id = ${productId}::uuid`] : []),
      ...(campaignId ? [Prisma.sql`claim.campaign_id = ${campaignId}::uuid`] : []),
      ...(creatorId ? [Prisma.sql`claim.creator_id = ${creatorId}::uuid`] : []),
    ],
    " AND ",
  );
}
