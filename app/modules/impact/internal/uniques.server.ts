import type { Period } from "~/kernel/period";
import { Prisma } from "~/platform/db.server";
import type { Dimension } from "../report-scope";
import { linkConditions, type ReportFilter } from "./report-filter.server";

type Column = "region" | "institution" | "product" | "campaign" | "creator" | "link";

/**
 * Levels at which unique visitors are kept, from the widest to the narrowest, and what each lies wholly within: a
 * campaign's visitors all came to its one product and institution, an influencer's may have come to many.
 */
const LEVELS: { level: string; entity: string; within: readonly Column[] }[] = [
  { level: "NATION", entity: "'00000000-0000-0000-0000-000000000000'::uuid", within: [] },
  { level: "REGION", entity: "l.region_id", within: ["region"] },
  { level: "INSTITUTION", entity: "l.institution_id", within: ["region", "institution"] },
  { level: "PRODUCT", entity: "l.product_id", within: ["region", "institution", "product"] },
  { level: "CREATOR", entity: "l.creator_id", within: ["creator"] },
  { level: "CAMPAIGN", entity: "l.campaign_id", within: ["region", "institution", "product", "campaign"] },
  {
    level: "CLAIM",
    entity: "l.claim_id",
    within: ["region", "institution", "product", "campaign", "creator"],
  },
  {
    level: "LINK",
    entity: "l.id",
    within: ["region", "institution", "product", "campaign", "creator", "link"],
  },
];

const COLUMNS: Record<Column, string> = {
  region: "region_id",
  institution: "institution_id",
  product: "product_id",
  campaign: "campaign_id",
  creator: "creator_id",
  link: "id",
};

type Level = (typeof LEVELS)[number];

/** The widest level that tells apart what is filtered and grouped. */
function levelFor(filter: ReportFilter, by?: Dimension): Level {
  const needed = neededColumns(filter, by);
  const level = LEVELS.find(({ within }) => needed.every((column) => within.includes(column)));
  if (!level) throw new Error(`no level of daily figures tells apart ${needed.join(", ")}`);
  return level;
}

/** The entities of a level that the filter takes in, with the columns that the level lies within; the others null. */
function entitiesOf({ entity, within }: Level, filter: ReportFilter): Prisma.Sql {
  const column = (name: Column) => Prisma.raw(within.includes(name) ? `l.${COLUMNS[name]}` : "NULL::uuid");
  return Prisma.sql`
    SELECT DISTINCT ${Prisma.raw(entity)} AS entity_id, ${column("region")} AS region_id,
      ${column("institution")} AS institution_id, ${column("product")} AS product_id,
      ${column("campaign")} AS campaign_id, ${column("creator")} AS creator_id, ${column("link")} AS link_id
    FROM referral_link l WHERE ${linkConditions(filter)}`;
}

/**
 * Unique visitors by day, at the widest level that tells apart what is filtered and grouped: nobody who came by two
 * links is two people where one figure is asked for. Below that level the other columns are null.
 */
export function uniquesSql(filter: ReportFilter, period: Period, by?: Dimension): Prisma.Sql {
  const level = levelFor(filter, by);
  return Prisma.sql`
    SELECT d.day, e.region_id, e.institution_id, e.product_id, e.campaign_id, e.creator_id, e.link_id,
      d.visitors
    FROM (${entitiesOf(level, filter)}) e
    JOIN unique_daily d ON d.level = ${level.level}::"RollupLevel" AND d.entity_id = e.entity_id
    WHERE d.day BETWEEN ${period.from}::date AND ${period.to}::date`;
}

/** Clicks by trait over a period: columns dimension, value, raw, human. */
export function traitsSql(filter: ReportFilter, period: Period): Prisma.Sql {
  const level = levelFor(filter);
  return Prisma.sql`
    SELECT t.dimension, v.value, sum((v.counts ->> 0)::bigint)::bigint AS raw,
      sum((v.counts ->> 1)::bigint)::bigint AS human
    FROM (${entitiesOf(level, filter)}) e
    JOIN click_traits_daily d ON d.level = ${level.level}::"RollupLevel" AND d.entity_id = e.entity_id
      AND d.day BETWEEN ${period.from}::date AND ${period.to}::date
    CROSS JOIN LATERAL jsonb_each(d.traits) AS t(dimension, counted)
    CROSS JOIN LATERAL jsonb_each(t.counted) AS v(value, counts)
    GROUP BY t.dimension, v.value`;
}

function neededColumns(filter: ReportFilter, by: Dimension | undefined): Column[] {
  const needed = new Set<Column>(by ? [by] : []);
  if (filter.regionId) needed.add("region");
  if (filter.institutionId) needed.add("institution");
  if (filter.productId) needed.add("product");
  if (filter.campaignId) needed.add("campaign");
  if (filter.creatorId) needed.add("creator");
  return [...needed];
}
