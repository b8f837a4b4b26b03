import { z } from "zod";
import { type Period, periodBounds } from "~/kernel/period";
import { Prisma } from "~/platform/db.server";
import type { Figures } from "../figures";
import type { Dimension } from "../report-scope";
import { conversionConditions, linkConditions, type ReportFilter } from "./report-filter.server";
import { uniquesSql } from "./uniques.server";

/**
 * The rollups of a period as one relation, so that a total, a series and a ranking are the same sum grouped in
 * different ways and can never disagree. Columns: day, region_id, institution_id, campaign_id, creator_id, link_id
 * and the figures; a column that a rollup does not know is null, and `sum` leaves nulls out.
 *
 * Days are those of the period's zone. All three zones lie whole hours from UTC, so an hour bucket never falls into
 * two days. Unique visitors are counted by the local day of the link's institution: on a report in another zone they
 * stand under that same calendar day.
 * @param by what the caller groups by: somebody who came by two links of a campaign is one visitor of the campaign
 */
export function factsSql(filter: ReportFilter, period: Period, by?: Dimension): Prisma.Sql {
  const { start, end } = periodBounds(period);
  return Prisma.sql`
    SELECT (h.hour AT TIME ZONE ${period.zone})::date AS day,
      l.region_id, l.institution_id, l.campaign_id, l.creator_id, l.id AS link_id,
      h.raw, h.human, h.bot + h.preview + h.prefetch AS bot, h.preview, NULL::bigint AS uniq, ${NO_ORDERS}
    FROM click_hourly h JOIN referral_link l ON l.id = h.link_id
    WHERE h.hour >= ${start} AND h.hour < ${end} AND ${linkConditions(filter)}
    UNION ALL
    SELECT u.day, u.region_id, u.institution_id, u.campaign_id, u.creator_id, u.link_id,
      NULL, NULL, NULL, NULL, u.visitors, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM (${uniquesSql(filter, period, by)}) u
    UNION ALL
    SELECT (c.hour AT TIME ZONE ${period.zone})::date, COALESCE(l.region_id, i.region_id), c.institution_id,
      l.campaign_id, l.creator_id, l.id,
      NULL, NULL, NULL, NULL, NULL, c.count,
      CASE c.evidence_grade WHEN 'MEASURED' THEN c.count END, CASE c.evidence_grade WHEN 'IMPORTED' THEN c.count END,
      CASE c.evidence_grade WHEN 'DECLARED' THEN c.count END, c.confirmed, c.reversed, c.value_rupiah, c.commission_rupiah
    FROM conversion_hourly c JOIN institution i ON i.id = c.institution_id
      LEFT JOIN referral_link l ON l.id = c.link_id
    WHERE c.hour >= ${start} AND c.hour < ${end} AND ${conversionConditions(filter)}`;
}

/**
 * A zero of clicks for every link that stood in the period: it was measured, and none came. Without it an unclicked
 * link would read as unmeasured. Same columns as `factsSql`.
 */
export function standingLinksSql(filter: ReportFilter, period: Period): Prisma.Sql {
  const { end } = periodBounds(period);
  return Prisma.sql`
    SELECT ${period.to}::date AS day, l.region_id, l.institution_id, l.campaign_id, l.creator_id, l.id AS link_id,
      0::bigint AS raw, 0::bigint AS human, 0::bigint AS bot, 0::bigint AS preview, 0::bigint AS uniq,
      ${NO_ORDERS}
    FROM referral_link l
    WHERE l.created_at < ${end} AND ${linkConditions(filter)}`;
}

/** The columns of orders, of a rollup that knows none. */
const NO_ORDERS = Prisma.sql`
  NULL::bigint AS conversions, NULL::bigint AS measured, NULL::bigint AS imported, NULL::bigint AS declared,
  NULL::bigint AS confirmed, NULL::bigint AS reversed, NULL::bigint AS value_rupiah,
  NULL::bigint AS commission_rupiah`;

/** The sums over the columns of `factsSql`. Each is null where nothing was measured or reported. */
export const FIGURE_SUMS = Prisma.sql`
  sum(raw)::bigint AS raw, sum(human)::bigint AS human, sum(bot)::bigint AS bot, sum(preview)::bigint AS preview,
  sum(uniq)::bigint AS uniq, sum(conversions)::bigint AS conversions, sum(measured)::bigint AS measured,
  sum(imported)::bigint AS imported, sum(declared)::bigint AS declared, sum(confirmed)::bigint AS confirmed,
  sum(reversed)::bigint AS reversed, sum(value_rupiah)::bigint AS value_rupiah,
  sum(commission_rupiah)::bigint AS commission_rupiah`;

/** A `bigint` column as a number; a report's sums stay below 2^53. */
export const count = z.bigint().transform(Number);
const figure = count.nullable();

export const figureColumns = {
  raw: figure,
  human: figure,
  bot: figure,
  preview: figure,
  uniq: figure,
  conversions: figure,
  measured: figure,
  imported: figure,
  declared: figure,
  confirmed: figure,
  reversed: figure,
  value_rupiah: figure,
  commission_rupiah: figure,
};
const figureRow = z.object(figureColumns);

/** Takes the figures out of a row that was parsed with `figureColumns`. */
export function figuresOf(row: z.output<typeof figureRow>): Figures {
  return {
    raw: row.raw,
    human: row.human,
    bot: row.bot,
    preview: row.preview,
    unique: row.uniq,
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
