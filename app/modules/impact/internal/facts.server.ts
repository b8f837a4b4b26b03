import { z } from "zod";
import { type Period, periodBounds } from "~/kernel/period";
import { CHANNELS, type Channel } from "~/modules/products/listings";
import { Prisma } from "~/platform/db.server";
import type { EvidenceGrade, Figures } from "../figures";
import type { Dimension } from "../report-scope";
import { conversionConditions, linkConditions, type ReportFilter } from "./report-filter.server";
import { uniquesSql } from "./uniques.server";

/** The column of the steps on to each shop. */
const SHOP_COLUMNS = {
  SHOPEE: "shopee",
  TOKOPEDIA: "tokopedia",
  TIKTOK_SHOP: "tiktok_shop",
  WHATSAPP: "whatsapp",
  OWN: "own",
} as const satisfies Record<Channel, string>;

const FIGURE_COLUMNS = [
  ...["raw", "human", "bot", "preview", "uniq", "landed"],
  ...["shopee", "tokopedia", "tiktok_shop", "whatsapp", "own"],
  ...["conversions", "measured", "imported", "declared", "confirmed", "reversed"],
  ...["value_rupiah", "commission_rupiah"],
] as const satisfies readonly FigureColumn[];

type FigureColumn =
  | ("raw" | "human" | "bot" | "preview" | "uniq" | "landed")
  | (typeof SHOP_COLUMNS)[Channel]
  | ("conversions" | "measured" | "imported" | "declared" | "confirmed" | "reversed")
  | ("value_rupiah" | "commission_rupiah");

/** All figures in their order, those that a rollup does not know as null. */
function figuresSql(known: Partial<Record<FigureColumn, Prisma.Sql>>): Prisma.Sql {
  return Prisma.join(
    FIGURE_COLUMNS.map(
      (name) => Prisma.sql`${known[name] ?? Prisma.sql`NULL`}::bigint AS ${Prisma.raw(name)}`,
    ),
  );
}

/** What each shop's column holds of a row with a channel. */
function shopsSql(channel: Prisma.Sql, value: Prisma.Sql): Partial<Record<FigureColumn, Prisma.Sql>> {
  return Object.fromEntries(
    CHANNELS.map((shop) => [
      SHOP_COLUMNS[shop],
      Prisma.sql`(CASE ${channel} WHEN ${Prisma.raw(`'${shop}'`)} THEN ${value} END)`,
    ]),
  );
}

const LINK_COLUMNS = Prisma.sql`
  l.region_id, l.institution_id, l.product_id, l.campaign_id, l.creator_id, l.id AS link_id`;

/** Whether a link leads to the product's page here (a path), where people have a step to a shop still before them. */
export const LANDS = Prisma.sql`l.destination_url LIKE '/%'`;

/**
 * The rollups of a period as one relation, so that a total, a series and a ranking are the same sum grouped in
 * different ways and can never disagree. Columns: day, region_id, institution_id, product_id, campaign_id, creator_id,
 * link_id and the figures; a column that a rollup does not know is null, and `sum` leaves nulls out.
 *
 * Days are those of the period's zone. All three zones lie whole hours from UTC, so an hour bucket never falls into
 * two days. Unique visitors are counted by the local day of the link's institution: on a report in another zone they
 * stand under that same calendar day.
 * @param by what the caller groups by: somebody who came by two links of a campaign is one visitor of the campaign
 */
export function factsSql(filter: ReportFilter, period: Period, by?: Dimension): Prisma.Sql {
  const { start, end } = periodBounds(period);
  const clicks = {
    raw: Prisma.sql`h.raw`,
    human: Prisma.sql`h.human`,
    bot: Prisma.sql`(h.bot + h.preview + h.prefetch)`,
    preview: Prisma.sql`h.preview`,
    landed: Prisma.sql`(CASE WHEN ${LANDS} THEN h.human END)`,
  };
  const graded = (grade: EvidenceGrade) =>
    Prisma.sql`(CASE c.evidence_grade WHEN ${Prisma.raw(`'${grade}'`)} THEN c.count END)`;
  const orders = {
    conversions: Prisma.sql`c.count`,
    measured: graded("MEASURED"),
    imported: graded("IMPORTED"),
    declared: graded("DECLARED"),
    confirmed: Prisma.sql`c.confirmed`,
    reversed: Prisma.sql`c.reversed`,
    value_rupiah: Prisma.sql`c.value_rupiah`,
    commission_rupiah: Prisma.sql`c.commission_rupiah`,
  };
  return Prisma.sql`
    SELECT (h.hour AT TIME ZONE ${period.zone})::date AS day, ${LINK_COLUMNS}, ${figuresSql(clicks)}
    FROM click_hourly h JOIN referral_link l ON l.id = h.link_id
    WHERE h.hour >= ${start} AND h.hour < ${end} AND ${linkConditions(filter)}
    UNION ALL
    SELECT (o.hour AT TIME ZONE ${period.zone})::date, ${LINK_COLUMNS},
      ${figuresSql(shopsSql(Prisma.sql`o.channel`, Prisma.sql`o.human`))}
    FROM outbound_hourly o JOIN referral_link l ON l.id = o.link_id
    WHERE o.hour >= ${start} AND o.hour < ${end} AND ${LANDS} AND ${linkConditions(filter)}
    UNION ALL
    SELECT u.day, u.region_id, u.institution_id, u.product_id, u.campaign_id, u.creator_id, u.link_id,
      ${figuresSql({ uniq: Prisma.sql`u.visitors` })}
    FROM (${uniquesSql(filter, period, by)}) u
    UNION ALL
    SELECT (c.hour AT TIME ZONE ${period.zone})::date, COALESCE(l.region_id, i.region_id), c.institution_id,
      l.product_id, l.campaign_id, l.creator_id, l.id, ${figuresSql(orders)}
    FROM conversion_hourly c JOIN institution i ON i.id = c.institution_id
      LEFT JOIN referral_link l ON l.id = c.link_id
    WHERE c.hour >= ${start} AND c.hour < ${end} AND ${conversionConditions(filter)}`;
}

/**
 * A zero of clicks for every link that stood in the period: it was measured, and none came. Without it an unclicked
 * link would read as unmeasured. Of steps on to a shop only where the link leads to the product's page. Same columns
 * as `factsSql`.
 */
export function standingLinksSql(filter: ReportFilter, period: Period): Prisma.Sql {
  const { end } = periodBounds(period);
  const zero = Prisma.sql`0`;
  const zeroIfLands = Prisma.sql`(CASE WHEN ${LANDS} THEN 0 END)`;
  const none = { raw: zero, human: zero, bot: zero, preview: zero, uniq: zero, landed: zeroIfLands };
  const noSteps = Object.fromEntries(CHANNELS.map((shop) => [SHOP_COLUMNS[shop], zeroIfLands]));
  return Prisma.sql`
    SELECT ${period.to}::date AS day, ${LINK_COLUMNS}, ${figuresSql({ ...none, ...noSteps })}
    FROM referral_link l
    WHERE l.created_at < ${end} AND ${linkConditions(filter)}`;
}

/** The names of the figures' columns, to pass them on. */
export const FIGURE_NAMES = Prisma.raw(FIGURE_COLUMNS.join(", "));

/** The sums over the columns of `factsSql`. Each is null where nothing was measured or reported. */
export const FIGURE_SUMS = Prisma.raw(
  FIGURE_COLUMNS.map((name) => `sum(${name})::bigint AS ${name}`).join(", "),
);

/** A `bigint` column as a number; a report's sums stay below 2^53. */
export const count = z.bigint().transform(Number);
const figure = count.nullable();

export const figureColumns = Object.fromEntries(FIGURE_COLUMNS.map((name) => [name, figure])) as Record<
  FigureColumn,
  typeof figure
>;

/** Takes the figures out of a row that was parsed with `figureColumns`. */
export function figuresOf(row: Record<FigureColumn, number | null>): Figures {
  const shops = CHANNELS.map((shop) => [shop, row[SHOP_COLUMNS[shop]]] as const);
  const steps = shops.flatMap(([, human]) => (human === null ? [] : [human]));
  return {
    raw: row.raw,
    human: row.human,
    bot: row.bot,
    preview: row.preview,
    unique: row.uniq,
    landed: row.landed,
    outbound: steps.length > 0 ? steps.reduce((sum, human) => sum + human, 0) : null,
    outboundTo: Object.fromEntries(shops) as Record<Channel, number | null>,
    conversions: row.conversions,
    measured: row.measured,
    imported: row.imported,
    declared: row.declared,
    confirmed: row.confirmed,
    reversed: row.reversed,
    valueRupiah: row.value_rupiah,
    commissionRupiah: row.commission_rupiah,
  };
}
