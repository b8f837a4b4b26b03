import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Resource } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";
import type { Db, Prisma, Tx } from "~/platform/db.server";

/** What decides who may touch a claim's content: its institution, Kanwil and influencer. */
export const claimScopeSelect = {
  id: true,
  status: true,
  creatorId: true,
  campaign: { select: { institutionId: true, institution: { select: { regionId: true } } } },
} satisfies Prisma.ClaimSelect;

type ClaimScope = Prisma.ClaimGetPayload<{ select: typeof claimScopeSelect }>;

/** The claim as the policy sees it. */
export function resourceOf(claim: ClaimScope): Required<Resource> {
  return {
    institutionId: claim.campaign.institutionId,
    regionId: claim.campaign.institution.regionId,
    creatorId: claim.creatorId,
  };
}

/** A deliverable with what a command asks before it writes. @throws AppError `not_found`. */
export async function findDeliverable(db: Db | Tx, deliverableId: string) {
  const deliverable = isId(deliverableId)
    ? await db.deliverable.findUnique({
        where: { id: deliverableId },
        select: { id: true, status: true, platform: true, claim: { select: claimScopeSelect } },
      })
    : null;
  if (!deliverable) throw new AppError("not_found", `no deliverable ${deliverableId}`);
  return { ...deliverable, resource: resourceOf(deliverable.claim) };
}

/**
 * Lets both sides of a claim read its content: the influencer, and whoever reads the institution's content.
 * @throws AppError `unauthenticated` or `forbidden`.
 */
export function authorizeRead(ctx: Ctx, resource: Required<Resource>): void {
  if (ctx.can("content.submit", resource)) return;
  ctx.authorize("content.read", resource);
}

/** Holds the deliverable's row until the transaction ends, so that what is counted next stays true. */
export async function lockDeliverable(tx: Tx, deliverableId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM deliverable WHERE id = ${deliverableId}::uuid FOR UPDATE`;
}
