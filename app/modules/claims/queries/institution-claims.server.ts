import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Platform } from "~/modules/creators/platforms";
import type { SocialAccountRow } from "~/modules/creators/queries/my-profile.server";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import { CLAIM_STATUSES, type ClaimStatus, decisionDueAt } from "../claim";

export type InstitutionClaimRow = {
  id: string;
  status: ClaimStatus;
  message: string;
  appliedAt: Date;
  decidedAt: Date | null;
  decisionReason: string | null;
  /** Until when the Lapas should decide; null once decided. */
  dueAt: Date | null;
  campaign: {
    id: string;
    title: string;
    slots: number;
    slotsTaken: number;
    platforms: Platform[];
    takes: boolean;
  };
  creator: {
    id: string;
    handle: string;
    displayName: string;
    bio: string;
    city: string;
    niches: string[];
    whatsapp: string | null;
    socialAccounts: SocialAccountRow[];
    /** What this influencer did before, at any Lapas. */
    record: { accepted: number; live: number };
  };
};

export type InstitutionClaims = Page<InstitutionClaimRow> & {
  counts: Record<ClaimStatus, number>;
  /** The one campaign that was asked for; null for all, and for one that is not this institution's. */
  campaign: { id: string; title: string } | null;
  now: Date;
};

export type InstitutionClaimsInput = {
  institutionId: string;
  regionId: string;
  status: ClaimStatus;
  /** Only those of one campaign. */
  campaignId?: string | undefined;
  cursor?: string | undefined;
  limit?: number;
};

const SELECT = {
  id: true,
  status: true,
  message: true,
  appliedAt: true,
  decidedAt: true,
  decisionReason: true,
  campaign: {
    select: { id: true, title: true, slots: true, slotsTaken: true, platforms: true, status: true },
  },
  creator: {
    select: {
      id: true,
      handle: true,
      displayName: true,
      bio: true,
      city: true,
      niches: true,
      whatsapp: true,
      socialAccounts: {
        select: { platform: true, handle: true, url: true, followers: true },
        orderBy: { id: "asc" },
      },
    },
  },
} satisfies Prisma.ClaimSelect;

type Stored = Prisma.ClaimGetPayload<{ select: typeof SELECT }>;

/**
 * The claims on an institution's campaigns in one state: those that wait, oldest first, so that nobody is forgotten;
 * the others newest first.
 * @throws AppError `forbidden`; `malformed` for a cursor that we did not make.
 */
export async function institutionClaims(ctx: Ctx, input: InstitutionClaimsInput): Promise<InstitutionClaims> {
  ctx.authorize("claim.read", { institutionId: input.institutionId, regionId: input.regionId });
  const limit = input.limit ?? 20;
  const waiting = input.status === "APPLIED";
  const cursor = decodeCursor(input.cursor);
  const scope: Prisma.ClaimWhereInput = {
    campaign: { institutionId: input.institutionId },
    ...(input.campaignId ? { campaignId: input.campaignId } : {}),
  };
  const [rows, found, campaign] = await Promise.all([
    ctx.db.claim.findMany({
      where: {
        ...scope,
        status: input.status,
        ...(cursor ? { id: waiting ? { gt: cursor[1] } : { lt: cursor[1] } } : {}),
      },
      orderBy: { id: waiting ? "asc" : "desc" },
      take: limit + 1,
      select: SELECT,
    }),
    ctx.db.claim.groupBy({ by: ["status"], where: scope, _count: { _all: true } }),
    input.campaignId
      ? ctx.db.campaign.findUnique({
          where: { id: input.campaignId, institutionId: input.institutionId },
          select: { id: true, title: true },
        })
      : null,
  ]);
  const page = toPage(rows, limit, (row) => [null, row.id]);
  const records = await recordsOf(
    ctx,
    page.rows.map((row) => row.creator.id),
  );
  const counts = Object.fromEntries(CLAIM_STATUSES.map((status) => [status, 0])) as Record<
    ClaimStatus,
    number
  >;
  for (const row of found) counts[row.status] = row._count._all;
  return {
    rows: page.rows.map((row) => toRow(row, records)),
    next: page.next,
    counts,
    campaign,
    now: ctx.clock.now(),
  };
}

function toRow(
  { campaign, creator, ...claim }: Stored,
  records: Map<string, ClaimRecord>,
): InstitutionClaimRow {
  const { status, ...shown } = campaign;
  return {
    ...claim,
    dueAt: claim.status === "APPLIED" ? decisionDueAt(claim.appliedAt) : null,
    campaign: { ...shown, takes: status === "PUBLISHED" || status === "PAUSED" },
    creator: { ...creator, record: records.get(creator.id) ?? { accepted: 0, live: 0 } },
  };
}

type ClaimRecord = InstitutionClaimRow["creator"]["record"];

/** How many claims of each influencer were accepted so far, and how many pieces of content went live. */
async function recordsOf(ctx: Ctx, creatorIds: string[]): Promise<Map<string, ClaimRecord>> {
  const ids = [...new Set(creatorIds)];
  const [accepted, live] = await Promise.all([
    ctx.db.claim.groupBy({
      by: ["creatorId"],
      where: { creatorId: { in: ids }, status: "ACCEPTED" },
      _count: { _all: true },
    }),
    ctx.db.deliverable.findMany({
      where: { status: "LIVE", claim: { creatorId: { in: ids } } },
      select: { claim: { select: { creatorId: true } } },
    }),
  ]);
  return new Map(
    ids.map((id) => [
      id,
      {
        accepted: accepted.find((row) => row.creatorId === id)?._count._all ?? 0,
        live: live.filter((row) => row.claim.creatorId === id).length,
      },
    ]),
  );
}
