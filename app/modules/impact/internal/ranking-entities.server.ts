import { Prisma } from "~/platform/db.server";
import type { Dimension } from "../report-scope";
import { linkConditions, type ReportFilter } from "./report-filter.server";

/** Whether some link of the filter belongs to the entity, by the link's column. */
function hasLink(filter: ReportFilter, own: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM referral_link l WHERE ${own} AND ${linkConditions(filter)})`;
}

/** Places are listed even without a link (their figures are missing); a drill-down lists only those it touches. */
function placeConditions(filter: ReportFilter, own: Prisma.Sql, within: Prisma.Sql): Prisma.Sql {
  return filter.productId || filter.campaignId || filter.creatorId ? hasLink(filter, own) : within;
}

/**
 * What a dimension ranks, with the columns id, name, detail, ref, parent_ref. `ref` and `parent_ref` are what its
 * address needs: a slug, a code, a handle.
 */
export function entitiesSql(by: Dimension, filter: ReportFilter): Prisma.Sql {
  switch (by) {
    case "region":
      return Prisma.sql`
        SELECT r.id, r.name, NULL::text AS detail, r.slug AS ref, NULL::text AS parent_ref FROM region r
        WHERE ${placeConditions(
          filter,
          Prisma.sql`l.region_id = r.id`,
          filter.regionId ? Prisma.sql`r.id = ${filter.regionId}::uuid` : Prisma.sql`TRUE`,
        )}`;
    case "institution":
      return Prisma.sql`
        SELECT i.id, i.name, r.name AS detail, i.slug AS ref, r.slug AS parent_ref
        FROM institution i JOIN region r ON r.id = i.region_id
        WHERE ${placeConditions(filter, Prisma.sql`l.institution_id = i.id`, institutionWithin(filter))}`;
    case "product":
      return Prisma.sql`
        SELECT p.id, p.name, i.name AS detail, p.id::text AS ref, i.slug AS parent_ref
        FROM product p JOIN institution i ON i.id = p.institution_id
        WHERE ${hasLink(filter, Prisma.sql`l.product_id = p.id`)}`;
    case "campaign":
      return Prisma.sql`
        SELECT k.id, k.title AS name, i.name AS detail, k.id::text AS ref, i.slug AS parent_ref
        FROM campaign k JOIN institution i ON i.id = k.institution_id
        WHERE ${hasLink(filter, Prisma.sql`l.campaign_id = k.id`)}`;
    case "creator":
      return Prisma.sql`
        SELECT p.id, p.display_name AS name, p.handle AS detail, p.id::text AS ref, NULL::text AS parent_ref
        FROM creator p WHERE ${hasLink(filter, Prisma.sql`l.creator_id = p.id`)}`;
    case "link":
      return Prisma.sql`
        SELECT l.id, k.title AS name, i.name AS detail, l.code AS ref, l.claim_id::text AS parent_ref
        FROM referral_link l JOIN campaign k ON k.id = l.campaign_id JOIN institution i ON i.id = l.institution_id
        WHERE ${linkConditions(filter)}`;
  }
}

function institutionWithin(filter: ReportFilter): Prisma.Sql {
  if (filter.institutionId) return Prisma.sql`i.id = ${filter.institutionId}::uuid`;
  if (filter.regionId) return Prisma.sql`i.region_id = ${filter.regionId}::uuid`;
  return Prisma.sql`TRUE`;
}
