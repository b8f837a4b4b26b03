import { addDays, type Day, parseDay } from "~/kernel/time";
import { decisionDueAt } from "~/modules/claims/claim";
import { turnOf } from "~/modules/content/deliverable";
import { EXPIRING_DAYS, licenceState } from "~/modules/products/licences";
import type { Ctx } from "~/platform/context.server";
import type { TodoItem } from "../todo";

/** Rows fetched of each kind: the day's list shows fewer in all. */
const FETCHED = 8;
/** Drafts that an influencer has handed in and nobody has decided on. */
export async function contentWaiting(
  ctx: Ctx,
  institutionId: string,
): Promise<{ total: number; items: TodoItem[] }> {
  const where = { status: "IN_REVIEW" as const, claim: { campaign: { institutionId } } };
  const [total, rows] = await Promise.all([
    ctx.db.deliverable.count({ where }),
    ctx.db.deliverable.findMany({
      where,
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: FETCHED,
      select: {
        id: true,
        dueAt: true,
        claim: {
          select: { creator: { select: { displayName: true } }, campaign: { select: { title: true } } },
        },
        versions: { select: { submittedAt: true }, orderBy: { number: "desc" }, take: 1 },
      },
    }),
  ]);
  const items = rows.map((row) => {
    const since = row.versions[0]?.submittedAt ?? null;
    return {
      key: `content-${row.id}`,
      kind: "CONTENT" as const,
      subject: row.claim.creator.displayName,
      context: row.claim.campaign.title,
      count: 1,
      since,
      until:
        turnOf({ status: "IN_REVIEW", dueAt: row.dueAt, submittedAt: since, decidedAt: null })?.until ?? null,
      path: `konten/${row.id}`,
    };
  });
  return { total, items };
}

/** Claims without a decision, one line a campaign. */
export async function claimsWaiting(
  ctx: Ctx,
  institutionId: string,
): Promise<{ total: number; items: TodoItem[] }> {
  const where = { status: "APPLIED" as const, campaign: { institutionId } };
  const [total, groups] = await Promise.all([
    ctx.db.claim.count({ where }),
    ctx.db.claim.groupBy({
      by: ["campaignId"],
      where,
      _count: { _all: true },
      _min: { appliedAt: true },
      orderBy: { _min: { appliedAt: "asc" } },
      take: FETCHED,
    }),
  ]);
  const campaigns = await ctx.db.campaign.findMany({
    where: { id: { in: groups.map((group) => group.campaignId) } },
    select: { id: true, title: true },
  });
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const items = groups.map((group) => ({
    key: `claims-${group.campaignId}`,
    kind: "CLAIMS" as const,
    subject: byId.get(group.campaignId)?.title ?? null,
    context: null,
    count: group._count._all,
    since: group._min.appliedAt,
    until: group._min.appliedAt ? decisionDueAt(group._min.appliedAt) : null,
    path: "klaim",
  }));
  return { total, items };
}

/** Cases of unusual clicks or orders that wait for an officer: not looked at yet, or answered. */
export async function reviewsWaiting(ctx: Ctx, institutionId: string): Promise<TodoItem[]> {
  const rows = await ctx.db.fraudCase.findMany({
    where: { institutionId, OR: [{ status: "OPEN" }, { status: "ASKED", answeredAt: { not: null } }] },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: FETCHED,
    select: {
      ...{ id: true, openedAt: true, answeredAt: true, dueAt: true },
      claim: {
        select: { creator: { select: { displayName: true } }, campaign: { select: { title: true } } },
      },
    },
  });
  return rows.map((row) => ({
    key: `review-${row.id}`,
    kind: "REVIEWS" as const,
    subject: row.claim.creator.displayName,
    context: row.claim.campaign.title,
    count: 1,
    since: row.answeredAt ?? row.openedAt,
    until: row.dueAt,
    path: `pemeriksaan/${row.id}`,
  }));
}

/** Orders that are reported but neither confirmed nor reversed, as one line. */
export async function conversionsWaiting(
  ctx: Ctx,
  institutionId: string,
): Promise<{ total: number; items: TodoItem[] }> {
  const pending = await ctx.db.conversion.aggregate({
    where: { institutionId, status: "PENDING" },
    _count: { _all: true },
    _min: { occurredAt: true },
  });
  const total = pending._count._all;
  if (total === 0) return { total, items: [] };
  return {
    total,
    items: [
      {
        key: "conversions",
        kind: "CONVERSIONS",
        subject: null,
        context: null,
        count: total,
        since: pending._min.occurredAt,
        until: null,
        path: "konversi",
      },
    ],
  };
}

/** Addresses at which products on offer are said to be sold, and are not. One line a product. */
export async function brokenLinksWaiting(ctx: Ctx, institutionId: string): Promise<TodoItem[]> {
  const rows = await ctx.db.$queryRaw<
    { id: string; name: string; channel: string; since: Date; count: number }[]
  >`
    SELECT p.id, p.name, min(s.channel::text) AS channel, min(h.changed_at) AS since, count(*)::int AS count
    FROM product_listing s
    JOIN product p ON p.id = s.product_id AND p.status = 'ACTIVE'
    JOIN destination_health h ON h.url = s.url
      AND (h.outcome IN ('GONE', 'MOVED', 'SOLD_OUT')
        OR (h.outcome = 'UNSURE' AND h.told = 'UNSURE' AND h.unreachable_since IS NOT NULL))
    WHERE p.institution_id = ${institutionId}::uuid
    GROUP BY p.id, p.name ORDER BY since, p.id LIMIT ${FETCHED}`;
  return rows.map((row) => ({
    key: `link-${row.id}`,
    kind: "BROKEN_LINK" as const,
    subject: row.name,
    context: row.channel,
    count: row.count,
    since: row.since,
    until: null,
    path: "tautan",
  }));
}

/** Licences of products on sale that have expired or soon will, unless a later one of the kind is held. */
export async function licencesWaiting(ctx: Ctx, institutionId: string, today: Day): Promise<TodoItem[]> {
  const rows = await ctx.db.licence.findMany({
    where: {
      product: { institutionId, status: "ACTIVE" },
      expiresOn: { lte: parseDay(addDays(today, EXPIRING_DAYS)) },
    },
    orderBy: [{ expiresOn: "asc" }, { id: "asc" }],
    take: FETCHED,
    select: {
      id: true,
      kind: true,
      productId: true,
      expiresOn: true,
      product: { select: { name: true, licences: { select: { kind: true, expiresOn: true } } } },
    },
  });
  return rows
    .filter((row) => !row.product.licences.some((other) => isLater(other, row)))
    .map((row) => ({
      key: `licence-${row.id}`,
      kind:
        licenceState({ expiresOn: row.expiresOn?.toISOString().slice(0, 10) ?? null }, today) === "expired"
          ? ("LICENCE_EXPIRED" as const)
          : ("LICENCE_EXPIRING" as const),
      subject: row.product.name,
      context: row.kind,
      count: 1,
      since: null,
      until: row.expiresOn,
      path: `produk/${row.productId}`,
    }));
}

type Dated = { kind: string; expiresOn: Date | null };

function isLater(other: Dated, than: Dated): boolean {
  if (other.kind !== than.kind || than.expiresOn === null) return false;
  return other.expiresOn === null || other.expiresOn > than.expiresOn;
}

/** What the Lapas could begin: unfinished briefs, no flagship, no open campaign. */
export async function startsWaiting(ctx: Ctx, institutionId: string): Promise<TodoItem[]> {
  const [drafts, flagship, published] = await Promise.all([
    ctx.db.campaign.findMany({
      where: { institutionId, status: "DRAFT" },
      orderBy: { createdAt: "asc" },
      take: 3,
      select: { id: true, title: true, createdAt: true },
    }),
    ctx.db.flagshipProduct.count({ where: { institutionId } }),
    ctx.db.campaign.count({ where: { institutionId, status: "PUBLISHED" } }),
  ]);
  const blank = { subject: null, context: null, count: 1, since: null, until: null };
  const items: TodoItem[] = drafts.map((draft) => ({
    ...blank,
    key: `draft-${draft.id}`,
    kind: "CAMPAIGN_DRAFT",
    subject: draft.title,
    since: draft.createdAt,
    path: `kampanye/${draft.id}`,
  }));
  if (flagship === 0) items.push({ ...blank, key: "flagship", kind: "NO_FLAGSHIP", path: "produk" });
  if (published === 0 && drafts.length === 0) {
    items.push({ ...blank, key: "campaign", kind: "NO_CAMPAIGN", path: "kampanye/baru" });
  }
  return items;
}
