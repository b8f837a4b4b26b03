import type { Resource } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import type { ReportNarrowing, ReportScope } from "../report-scope";

/** Which links (and conversions) count. A field that is left out does not restrict. */
export type ReportFilter = {
  regionId?: string | undefined;
  institutionId?: string | undefined;
  productId?: string | undefined;
  campaignId?: string | undefined;
  creatorId?: string | undefined;
};

/**
 * Checks that the actor may see the scope and turns it into a filter. Every query of this module starts here.
 * @throws AppError `unauthenticated` or `forbidden`.
 */
export function reportFilter(ctx: Ctx, scope: ReportScope, narrow: ReportNarrowing = {}): ReportFilter {
  switch (scope.kind) {
    case "nation":
      ctx.authorize("report.nation");
      return { ...narrow };
    case "region": {
      const resource: Resource = { regionId: scope.regionId };
      ctx.authorize("report.region", resource);
      return { ...narrow, regionId: scope.regionId };
    }
    case "institution": {
      const resource: Resource = { institutionId: scope.institutionId, regionId: scope.regionId };
      ctx.authorize("report.institution", resource);
      return { ...narrow, institutionId: scope.institutionId };
    }
    case "creator":
      ctx.authorize("report.own", { creatorId: scope.creatorId });
      return { ...narrow, creatorId: scope.creatorId };
  }
}

/** Conditions on `referral_link l`. */
export function linkConditions(filter: ReportFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (filter.regionId) conditions.push(Prisma.sql`l.region_id = ${filter.regionId}::uuid`);
  if (filter.institutionId) conditions.push(Prisma.sql`l.institution_id = ${filter.institutionId}::uuid`);
  if (filter.productId) conditions.push(Prisma.sql`l.product_id = ${filter.productId}::uuid`);
  if (filter.campaignId) conditions.push(Prisma.sql`l.campaign_id = ${filter.campaignId}::uuid`);
  if (filter.creatorId) conditions.push(Prisma.sql`l.creator_id = ${filter.creatorId}::uuid`);
  return Prisma.join(conditions, " AND ");
}

/**
 * Conditions on `conversion_hourly c`, left-joined to `referral_link l`, and `institution i`. A conversion that nobody
 * is credited with belongs to its institution and to that one's Kanwil, never to a product, a campaign or
 * an influencer.
 */
export function conversionConditions(filter: ReportFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (filter.regionId) {
    conditions.push(Prisma.sql`COALESCE(l.region_id, i.region_id) = ${filter.regionId}::uuid`);
  }
  if (filter.institutionId) conditions.push(Prisma.sql`c.institution_id = ${filter.institutionId}::uuid`);
  if (filter.productId) conditions.push(Prisma.sql`l.product_id = ${filter.productId}::uuid`);
  if (filter.campaignId) conditions.push(Prisma.sql`l.campaign_id = ${filter.campaignId}::uuid`);
  if (filter.creatorId) conditions.push(Prisma.sql`l.creator_id = ${filter.creatorId}::uuid`);
  return Prisma.join(conditions, " AND ");
}
