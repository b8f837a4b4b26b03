import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import { asZone, type Zone } from "~/kernel/time";
import type { Commission } from "~/modules/campaigns/brief.schemas";
import {
  FIRST_PHOTO,
  type ProductPicture,
  pictureOf,
} from "~/modules/campaigns/queries/product-picture.server";
import { storedBrief } from "~/modules/campaigns/stored-brief";
import { ownCreatorId } from "~/modules/creators/own-creator";
import type { Ctx } from "~/platform/context.server";
import { type ClaimNextStep, type ClaimStatus, nextStepOf } from "../claim";
import { CLAIM_GROUPS, type ClaimGroup } from "../claim-groups";

export type MyClaimRow = {
  id: string;
  status: ClaimStatus;
  title: string;
  campaignSlug: string;
  institution: string;
  timeZone: Zone;
  picture: ProductPicture | null;
  commission: Commission;
  appliedAt: Date;
  decisionReason: string | null;
  nextStep: ClaimNextStep;
};

export type MyClaims = Page<MyClaimRow> & { counts: Record<ClaimGroup, number>; now: Date };

const SELECT = {
  id: true,
  status: true,
  appliedAt: true,
  decidedAt: true,
  decisionReason: true,
  deliverables: { select: { status: true, dueAt: true } },
  revision: { select: { brief: true } },
  campaign: {
    select: {
      slug: true,
      institution: { select: { name: true, timeZone: true } },
      product: { select: { name: true, photos: FIRST_PHOTO } },
    },
  },
} as const;

/** The own claims of one group, newest first, each with who acts next. @throws AppError `forbidden`; `malformed`. */
export async function myClaims(
  ctx: Ctx,
  input: { group: ClaimGroup; cursor?: string | undefined; limit?: number },
): Promise<MyClaims> {
  const creatorId = ownCreatorId(ctx.actor);
  ctx.authorize("claim.own", { creatorId });
  const limit = input.limit ?? 20;
  const cursor = decodeCursor(input.cursor);
  const [rows, found] = await Promise.all([
    ctx.db.claim.findMany({
      where: {
        creatorId,
        status: { in: [...CLAIM_GROUPS[input.group]] },
        ...(cursor ? { id: { lt: cursor[1] } } : {}),
      },
      orderBy: { id: "desc" },
      take: limit + 1,
      select: SELECT,
    }),
    ctx.db.claim.groupBy({ by: ["status"], where: { creatorId }, _count: { _all: true } }),
  ]);
  const page = toPage(rows, limit, (row) => [null, row.id]);
  const counts = { active: 0, past: 0 };
  for (const row of found) {
    const active: readonly ClaimStatus[] = CLAIM_GROUPS.active;
    counts[active.includes(row.status) ? "active" : "past"] += row._count._all;
  }
  return { rows: page.rows.map(toRow), next: page.next, counts, now: ctx.clock.now() };
}

type Stored = Parameters<typeof nextStepOf>[0] & {
  id: string;
  decisionReason: string | null;
  revision: { brief: unknown };
  campaign: {
    slug: string;
    institution: { name: string; timeZone: string };
    product: Parameters<typeof pictureOf>[0];
  };
};

function toRow({ campaign, revision, ...claim }: Stored): MyClaimRow {
  const brief = storedBrief(revision.brief);
  return {
    id: claim.id,
    status: claim.status,
    title: brief.title,
    campaignSlug: campaign.slug,
    institution: campaign.institution.name,
    timeZone: asZone(campaign.institution.timeZone),
    picture: pictureOf(campaign.product),
    commission: brief.commission,
    appliedAt: claim.appliedAt,
    decisionReason: claim.decisionReason,
    nextStep: nextStepOf(claim),
  };
}
