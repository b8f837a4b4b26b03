import { z } from "zod";
import { AppError } from "~/kernel/app-error";
import { decodeCursor, encodeCursor, type Page } from "~/kernel/keyset";
import type { Platform } from "~/modules/creators/platforms";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import type { QueueGroup } from "../content.schemas";
import { GRACE_DAYS, REVIEW_DAYS } from "../deliverable";
import { type DeliverableSummary, summarise, summarySelect } from "../internal/deliverable-summary.server";

export type ReviewQueueInput = {
  institutionId: string;
  regionId: string;
  group: QueueGroup;
  platform?: Platform | undefined;
  /** Words of the campaign's title or the influencer's name. */
  search?: string | undefined;
  cursor?: string | null | undefined;
  limit?: number | undefined;
};

export type QueueRow = DeliverableSummary & {
  campaignTitle: string;
  creatorName: string;
  hasVideo: boolean;
  cover: { id: string; width: number; height: number; widths: number[]; colour: string } | null;
};

/** The order of the queue: what waits for the Lapas, then for the influencer, then what is done. */
const GROUPS: Record<Exclude<QueueGroup, "all">, Prisma.Sql> = {
  waiting: Prisma.sql`('IN_REVIEW')`,
  influencer: Prisma.sql`('AWAITING_DRAFT', 'REVISION_REQUESTED', 'APPROVED')`,
  done: Prisma.sql`('REJECTED', 'LIVE')`,
};

const RANK = Prisma.sql`CASE
  WHEN d.status IN ${GROUPS.waiting} THEN 0
  WHEN d.status IN ${GROUPS.influencer} THEN 1
  ELSE 2 END`;

/** `turnOf` of deliverable.ts in SQL, for sorting alone; what is done sorts by its due date. */
const UNTIL = Prisma.sql`CASE
  WHEN d.status = 'IN_REVIEW' THEN newest.submitted_at + make_interval(days => ${REVIEW_DAYS}::int)
  WHEN d.status IN ${GROUPS.influencer}
    THEN GREATEST(d.due_at, newest.decided_at + make_interval(days => ${GRACE_DAYS}::int))
  ELSE d.due_at END`;

/**
 * An institution's content, what waits for review first and in each group the most urgent first. What a withdrawn
 * claim left open is not shown.
 * @throws AppError `forbidden`, `malformed` for a cursor that is not ours.
 */
export async function reviewQueue(ctx: Ctx, input: ReviewQueueInput): Promise<Page<QueueRow>> {
  ctx.authorize("content.read", { institutionId: input.institutionId, regionId: input.regionId });
  const limit = input.limit ?? 20;
  const keys = await ctx.db.$queryRaw<{ id: string; rank: number; until: Date }[]>`
    SELECT id, rank, until FROM (
      SELECT d.id, ${RANK} AS rank, ${UNTIL} AS until
      FROM deliverable d
      JOIN claim c ON c.id = d.claim_id
      JOIN campaign k ON k.id = c.campaign_id
      JOIN creator r ON r.id = c.creator_id
      LEFT JOIN LATERAL (
        SELECT v.submitted_at, w.decided_at FROM draft_version v
        LEFT JOIN review_decision w ON w.draft_version_id = v.id
        WHERE v.deliverable_id = d.id ORDER BY v.number DESC LIMIT 1
      ) newest ON true
      WHERE k.institution_id = ${input.institutionId}::uuid AND ${filterOf(input)}
        AND (c.status = 'ACCEPTED' OR d.status IN ${GROUPS.done})
    ) queue
    WHERE ${afterCursor(input.cursor)}
    ORDER BY rank, until, id LIMIT ${limit + 1}`;
  const shown = keys.slice(0, limit);
  const last = shown.at(-1);
  const next =
    keys.length > limit && last ? encodeCursor([`${last.rank}|${last.until.toISOString()}`, last.id]) : null;
  return {
    rows: await rowsOf(
      ctx,
      shown.map((key) => key.id),
    ),
    next,
  };
}

/** How many deliverables stand in each group, whatever else is filtered. @throws AppError `forbidden`. */
export async function queueCounts(
  ctx: Ctx,
  input: { institutionId: string; regionId: string },
): Promise<Record<QueueGroup, number>> {
  ctx.authorize("content.read", input);
  const groups = await ctx.db.deliverable.groupBy({
    by: ["status"],
    where: {
      claim: { campaign: { institutionId: input.institutionId } },
      OR: [{ claim: { status: "ACCEPTED" } }, { status: { in: ["REJECTED", "LIVE"] } }],
    },
    _count: true,
  });
  const counts = { all: 0, waiting: 0, influencer: 0, done: 0 };
  for (const { status, _count } of groups) {
    const group =
      status === "IN_REVIEW" ? "waiting" : status === "LIVE" || status === "REJECTED" ? "done" : "influencer";
    counts[group] += _count;
    counts.all += _count;
  }
  return counts;
}

function filterOf({ group, platform, search }: ReviewQueueInput): Prisma.Sql {
  const parts: Prisma.Sql[] = [Prisma.sql`true`];
  if (group !== "all") parts.push(Prisma.sql`d.status IN ${GROUPS[group]}`);
  if (platform) parts.push(Prisma.sql`d.platform = ${platform}::"Platform"`);
  if (search) {
    const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`(k.title ILIKE ${like} OR r.display_name ILIKE ${like} OR r.handle ILIKE ${like})`);
  }
  return Prisma.join(parts, " AND ");
}

const sortKey = z.templateLiteral([z.enum(["0", "1", "2"]), "|", z.string()]);

function afterCursor(text: string | null | undefined): Prisma.Sql {
  const cursor = decodeCursor(text);
  if (!cursor) return Prisma.sql`true`;
  const key = sortKey.safeParse(cursor[0]);
  const [rank = "", until = ""] = key.success ? key.data.split("|") : [];
  const at = new Date(until);
  const id = z.uuid().safeParse(cursor[1]);
  if (!key.success || !id.success || Number.isNaN(at.getTime())) {
    throw new AppError("malformed", "cursor of the review queue cannot be read");
  }
  return Prisma.sql`(rank, until, id) > (${Number(rank)}::int, ${at}::timestamptz, ${id.data}::uuid)`;
}

async function rowsOf(ctx: Ctx, ids: string[]): Promise<QueueRow[]> {
  const rows = await ctx.db.deliverable.findMany({
    where: { id: { in: ids } },
    select: {
      ...summarySelect,
      versions: {
        ...summarySelect.versions,
        select: {
          ...summarySelect.versions.select,
          videoUrl: true,
          media: {
            orderBy: { position: "asc" },
            take: 1,
            select: { id: true, width: true, height: true, widths: true, colour: true },
          },
        },
      },
      claim: {
        select: {
          status: true,
          campaign: { select: { title: true } },
          creator: { select: { displayName: true } },
        },
      },
    },
  });
  const now = ctx.clock.now();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      ...summarise(row, now, row.claim.status),
      campaignTitle: row.claim.campaign.title,
      creatorName: row.claim.creator.displayName,
      hasVideo: Boolean(row.versions[0]?.videoUrl),
      cover: row.versions[0]?.media[0] ?? null,
    };
  });
}
