import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import { isOverdue, parseDeliverableKey, takesDraft } from "../deliverable";
import { readBrief } from "../internal/accepted-brief.server";
import { authorizeRead, claimScopeSelect, resourceOf } from "../internal/deliverable-scope.server";
import { claimTurn } from "../internal/deliverable-summary.server";

const pictureSelect = { id: true, width: true, height: true, widths: true, colour: true } as const;

const detailSelect = {
  id: true,
  key: true,
  platform: true,
  format: true,
  status: true,
  dueAt: true,
  proof: { select: { url: true, submittedAt: true } },
  versions: {
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      caption: true,
      videoUrl: true,
      note: true,
      submittedAt: true,
      media: { orderBy: { position: "asc" }, select: pictureSelect },
      decision: {
        select: {
          outcome: true,
          comment: true,
          noIdentifiableInmate: true,
          noSecurityDetail: true,
          disclosurePresent: true,
          decidedById: true,
          decidedAt: true,
        },
      },
    },
  },
  claim: {
    select: {
      ...claimScopeSelect,
      creator: { select: { displayName: true, handle: true } },
      revision: { select: { number: true, brief: true } },
      campaign: {
        select: {
          id: true,
          title: true,
          slug: true,
          institutionId: true,
          institution: {
            select: { name: true, slug: true, kind: true, regionId: true, timeZone: true, isDemo: true },
          },
          product: { select: { name: true } },
        },
      },
    },
  },
} satisfies Prisma.DeliverableSelect;

type DetailRow = Prisma.DeliverableGetPayload<{ select: typeof detailSelect }>;

/**
 * One deliverable with its versions (newest first), their decisions, and what the accepted brief asks: the same for
 * the influencer and the officer, so that both look at one thing.
 * @throws AppError `not_found`, `unauthenticated`, `forbidden`.
 */
export async function deliverableDetail(ctx: Ctx, input: { deliverableId: string }) {
  const row = isId(input.deliverableId)
    ? await ctx.db.deliverable.findUnique({ where: { id: input.deliverableId }, select: detailSelect })
    : null;
  if (!row) throw new AppError("not_found", `no deliverable ${input.deliverableId}`);
  const resource = resourceOf(row.claim);
  authorizeRead(ctx, resource);
  const mine = ctx.can("content.submit", resource);
  const accepted = row.claim.status === "ACCEPTED";
  const [names, pending] = await Promise.all([
    mine ? new Map<string, string>() : officerNames(ctx, row),
    mine && takesDraft(row.status) ? pendingPictures(ctx, row.id) : [],
  ]);
  return {
    ...headOf(row, ctx.clock.now()),
    brief: briefOf(row),
    versions: row.versions.map((version) => versionOf(version, names)),
    pending,
    canSubmit: mine && accepted && takesDraft(row.status),
    canProve: mine && accepted && row.status === "APPROVED",
    canReview: accepted && row.status === "IN_REVIEW" && ctx.can("content.review", resource),
  };
}

export type DeliverableDetail = Awaited<ReturnType<typeof deliverableDetail>>;
export type DetailVersion = DeliverableDetail["versions"][number];

function headOf(row: DetailRow, now: Date) {
  const { campaign, creator } = row.claim;
  const newest = row.versions[0];
  const turn = claimTurn(row.claim.status, {
    status: row.status,
    dueAt: row.dueAt,
    submittedAt: newest?.submittedAt ?? null,
    decidedAt: newest?.decision?.decidedAt ?? null,
  });
  return {
    id: row.id,
    claimId: row.claim.id,
    claimStatus: row.claim.status,
    ordinal: parseDeliverableKey(row.key).ordinal,
    platform: row.platform,
    format: row.format,
    status: row.status,
    dueAt: row.dueAt,
    turn,
    overdue: isOverdue(turn, now),
    proof: row.proof,
    creator,
    campaign: { id: campaign.id, title: campaign.title, slug: campaign.slug, product: campaign.product.name },
    institution: {
      id: campaign.institutionId,
      name: campaign.institution.name,
      slug: campaign.institution.slug,
      timeZone: campaign.institution.timeZone,
      /** A correctional facility for children, whom the law protects further (UU 11/2012). */
      holdsChildren: campaign.institution.kind === "LPKA",
      isDemo: campaign.institution.isDemo,
    },
  };
}

function briefOf(row: DetailRow) {
  const brief = readBrief(row.claim.revision);
  const { briefKey } = parseDeliverableKey(row.key);
  const asked = brief.deliverables.find((deliverable) => deliverable.key === briefKey);
  return {
    revision: row.claim.revision.number,
    message: brief.message,
    dos: brief.dos,
    donts: brief.donts,
    hashtags: brief.hashtags,
    quantity: asked?.quantity ?? 1,
    note: asked?.note ?? "",
  };
}

function versionOf(version: DetailRow["versions"][number], names: Map<string, string>) {
  const { decision, ...rest } = version;
  if (!decision) return { ...rest, decision: null };
  const { decidedById, ...said } = decision;
  // The influencer deals with the Lapas; which officer it was stays inside.
  return { ...rest, decision: { ...said, by: names.get(decidedById) ?? null } };
}

async function officerNames(ctx: Ctx, row: DetailRow): Promise<Map<string, string>> {
  const ids = row.versions.flatMap((version) => (version.decision ? [version.decision.decidedById] : []));
  if (ids.length === 0) return new Map();
  const users = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}

function pendingPictures(ctx: Ctx, deliverableId: string) {
  return ctx.db.draftMedia.findMany({
    where: { deliverableId, draftVersionId: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: pictureSelect,
  });
}
