import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { type Availability, availabilityOf } from "~/modules/campaigns/campaign";
import { readinessGaps } from "~/modules/creators/creator";
import { ownCreatorId } from "~/modules/creators/own-creator";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation, type Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { mayReapply } from "../claim";
import { applySchema } from "../claim.schemas";

export type ApplyToCampaignInput = { campaignId: string; message: string };

type Open = { revisionId: string; institutionId: string };

/**
 * An influencer claims a campaign and tells why; the claim keeps the revision of the brief that was current then. One
 * claim for each influencer and campaign; who withdrew before a decision may ask again.
 * @throws AppError `forbidden`; `not_found`; `conflict` when the campaign takes no claims now, the profile has a gap,
 * or there is a claim already; ZodError for a message that is too short or too long.
 */
export async function applyToCampaign(ctx: Ctx, input: ApplyToCampaignInput): Promise<{ claimId: string }> {
  ctx.authorize("claim.create");
  const creatorId = ownCreatorId(ctx.actor);
  const { message } = applySchema.parse(input);
  try {
    return await inTransaction(ctx, async (tx, inner) => {
      const open = await openCampaign(inner, tx, input.campaignId);
      await refuseGaps(tx, creatorId);
      const claimId = await writeClaim(inner, tx, { creatorId, message, campaignId: input.campaignId, open });
      await audit(tx, inner, {
        action: "claim.applied",
        entity: "claim",
        entityId: claimId,
        institutionId: open.institutionId,
        data: { campaignId: input.campaignId, revisionId: open.revisionId },
      });
      return { claimId };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw alreadyClaimed(input.campaignId, error);
    throw error;
  }
}

/** The campaign that is applied to. The row is held until the commit, so that nobody closes it in between. */
async function openCampaign(ctx: Ctx, tx: Tx, campaignId: string): Promise<Open> {
  await tx.$queryRaw`SELECT 1 FROM campaign WHERE id = ${campaignId}::uuid FOR SHARE`;
  const campaign = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: {
      status: true,
      opensAt: true,
      closesAt: true,
      slots: true,
      slotsTaken: true,
      institutionId: true,
      currentRevisionId: true,
    },
  });
  if (!campaign?.currentRevisionId) throw new AppError("not_found", `no published campaign ${campaignId}`);
  const availability: Availability = availabilityOf(campaign, ctx.clock.now());
  if (availability !== "open") {
    throw new AppError("conflict", `campaign ${campaignId} takes no claims: ${availability}`, {
      message: { key: `claims:error.notOpen.${availability}` },
    });
  }
  return { revisionId: campaign.currentRevisionId, institutionId: campaign.institutionId };
}

async function refuseGaps(tx: Tx, creatorId: string): Promise<void> {
  const socialAccountCount = await tx.socialAccount.count({ where: { creatorId } });
  const [gap] = readinessGaps({ socialAccountCount });
  if (!gap) return;
  throw new AppError("conflict", `creator ${creatorId} lacks ${gap}`, {
    message: { key: `claims:error.gap.${gap}` },
  });
}

type NewClaim = { creatorId: string; campaignId: string; message: string; open: Open };

async function writeClaim(ctx: Ctx, tx: Tx, claim: NewClaim): Promise<string> {
  const { creatorId, campaignId, message, open } = claim;
  const now = ctx.clock.now();
  const before = await tx.claim.findUnique({
    where: { campaignId_creatorId: { campaignId, creatorId } },
    select: { id: true, status: true, decidedAt: true },
  });
  if (!before) {
    const id = newId();
    await tx.claim.create({
      data: { id, campaignId, creatorId, revisionId: open.revisionId, message, appliedAt: now },
      select: { id: true },
    });
    return id;
  }
  const { count } = mayReapply(before)
    ? await tx.claim.updateMany({
        where: { id: before.id, status: "WITHDRAWN", decidedAt: null },
        data: {
          status: "APPLIED",
          revisionId: open.revisionId,
          message,
          appliedAt: now,
          decisionReason: null,
        },
      })
    : { count: 0 };
  if (count === 0) throw alreadyClaimed(campaignId);
  return before.id;
}

function alreadyClaimed(campaignId: string, cause?: unknown): AppError {
  return new AppError("conflict", `the creator has a claim on campaign ${campaignId}`, {
    message: { key: "claims:error.alreadyClaimed" },
    cause,
  });
}
