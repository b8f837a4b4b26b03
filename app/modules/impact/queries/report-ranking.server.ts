import { z } from "zod";
import { AppError } from "~/kernel/app-error";
import { type Cursor, decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Period } from "~/kernel/period";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import type { Figures } from "../figures";
import {
  FIGURE_NAMES,
  FIGURE_SUMS,
  factsSql,
  figureColumns,
  figuresOf,
  standingLinksSql,
} from "../internal/facts.server";
import { entitiesSql } from "../internal/ranking-entities.server";
import { type ReportFilter, reportFilter } from "../internal/report-filter.server";
import type { Dimension, RankingSort, ReportNarrowing, ReportScope, SortDirection } from "../report-scope";

/** Pages of a screen are this long; an export asks for longer ones. */
export const RANKING_PAGE = 12;
const LONGEST_PAGE = 1_000;

export type RankingInput = {
  scope: ReportScope;
  narrow?: ReportNarrowing;
  period: Period;
  by: Dimension;
  sort?: RankingSort;
  direction?: SortDirection;
  /** Part of the name or of the line under it, in any case. */
  search?: string;
  cursor?: string | null;
  limit?: number;
};

export type RankingRow = Figures & {
  id: string;
  name: string;
  /** The Kanwil of an institution, the institution of a product or a campaign, the handle of an influencer. */
  detail: string | null;
  /** What its address needs: slug, id or code. */
  ref: string;
  parentRef: string | null;
};

const rankingRows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    detail: z.string().nullable(),
    ref: z.string(),
    parent_ref: z.string().nullable(),
    sort_key: z.string(),
    ...figureColumns,
  }),
);

/**
 * The regions, institutions, products, campaigns, influencers or links of a scope with their figures, by keyset pages. Places
 * without a link are listed with missing figures and come last whichever way a figure is sorted.
 * @throws AppError `forbidden` outside the actor's scope; `malformed` for a cursor of another list.
 */
export async function reportRanking(ctx: Ctx, input: RankingInput): Promise<Page<RankingRow>> {
  const filter = reportFilter(ctx, input.scope, input.narrow);
  const sort = input.sort ?? "human";
  const direction = input.direction ?? (sort === "name" ? "asc" : "desc");
  const limit = Math.min(input.limit ?? RANKING_PAGE, LONGEST_PAGE);
  const order = Prisma.raw(direction);
  const key = sortKey(sort, direction);
  const found = await ctx.db.$queryRaw(Prisma.sql`
    WITH sums AS (${sumsSql(input.by, filter, input.period)}), entities AS (${entitiesSql(input.by, filter)}),
    ranked AS (
      SELECT e.id, e.name, e.detail, e.ref, e.parent_ref, ${FIGURE_NAMES}, ${key} AS sort_key
      FROM entities e LEFT JOIN sums s ON s.id = e.id
    )
    SELECT id, name, detail, ref, parent_ref, ${FIGURE_NAMES}, sort_key::text AS sort_key
    FROM ranked
    WHERE ${searchCondition(input.search)} AND ${afterCursor(decodeCursor(input.cursor), sort, direction)}
    ORDER BY ranked.sort_key ${order}, id ${order} LIMIT ${limit + 1}`);
  const page = toPage(rankingRows.parse(found), limit, (row) => [
    sort === "name" ? row.sort_key : Number(row.sort_key),
    row.id,
  ]);
  return { rows: page.rows.map(toRankingRow), next: page.next };
}

const ENTITY_COLUMN: Record<Dimension, Prisma.Sql> = {
  region: Prisma.sql`region_id`,
  institution: Prisma.sql`institution_id`,
  product: Prisma.sql`product_id`,
  campaign: Prisma.sql`campaign_id`,
  creator: Prisma.sql`creator_id`,
  link: Prisma.sql`link_id`,
};

function sumsSql(by: Dimension, filter: ReportFilter, period: Period): Prisma.Sql {
  return Prisma.sql`
    SELECT ${ENTITY_COLUMN[by]} AS id, ${FIGURE_SUMS}
    FROM (${factsSql(filter, period, by)} UNION ALL ${standingLinksSql(filter, period)}) facts GROUP BY 1`;
}

const SORT_COLUMN: Record<Exclude<RankingSort, "name">, Prisma.Sql> = {
  human: Prisma.sql`s.human`,
  raw: Prisma.sql`s.raw`,
  unique: Prisma.sql`s.uniq`,
  conversions: Prisma.sql`s.conversions`,
  value: Prisma.sql`s.value_rupiah`,
  commission: Prisma.sql`s.commission_rupiah`,
};

/** Stands for a missing figure in the order: after every real one in either direction. */
const missingKey = (direction: SortDirection) => (direction === "desc" ? -1e15 : 1e15);

function sortKey(sort: RankingSort, direction: SortDirection): Prisma.Sql {
  if (sort === "name") return Prisma.sql`lower(e.name)`;
  return Prisma.sql`COALESCE(${SORT_COLUMN[sort]}, ${missingKey(direction)}::bigint)`;
}

function afterCursor(cursor: Cursor | null, sort: RankingSort, direction: SortDirection): Prisma.Sql {
  if (!cursor) return Prisma.sql`TRUE`;
  const [value, id] = cursor;
  if (typeof value !== (sort === "name" ? "string" : "number")) {
    throw new AppError("malformed", "cursor belongs to a list in another order");
  }
  const typed = sort === "name" ? Prisma.sql`${value}::text` : Prisma.sql`${value}::bigint`;
  const comparison = direction === "desc" ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`(sort_key, id) ${comparison} (${typed}, ${id}::uuid)`;
}

function searchCondition(search: string | undefined): Prisma.Sql {
  const wanted = search?.trim().toLowerCase();
  if (!wanted) return Prisma.sql`TRUE`;
  return Prisma.sql`strpos(lower(name || ' ' || COALESCE(detail, '')), ${wanted}) > 0`;
}

function toRankingRow(row: z.output<typeof rankingRows>[number]): RankingRow {
  return {
    id: row.id,
    name: row.name,
    detail: row.detail,
    ref: row.ref,
    parentRef: row.parent_ref,
    ...figuresOf(row),
  };
}
