import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import { asZone, type Zone } from "~/kernel/time";
import type { Brief } from "~/modules/campaigns/brief.schemas";
import { type Availability, availabilityOf } from "~/modules/campaigns/campaign";
import {
  FIRST_PHOTO,
  type ProductPicture,
  pictureOf,
} from "~/modules/campaigns/queries/product-picture.server";
import { storedBrief } from "~/modules/campaigns/stored-brief";
import type { Ctx } from "~/platform/context.server";
import { type ClaimNextStep, type ClaimStatus, freesSlot, mayReapply, moved, nextStepOf } from "../claim";

export type MyClaim = {
  id: string;
  status: ClaimStatus;
  message: string;
  appliedAt: Date;
  decidedAt: Date | null;
  decisionReason: string | null;
  nextStep: ClaimNextStep;
  /** What a withdrawal would mean now; null when none is open. */
  withdrawal: { needsReason: boolean; freesSlot: boolean } | null;
  mayReapply: boolean;
  brief: Brief;
  revision: number;
  /** The brief was published anew after this claim; the claim keeps its own. */
  briefMovedOn: boolean;
  campaign: { slug: string; availability: Availability };
  product: { name: string; slug: string; priceRupiah: bigint; unit: string };
  picture: ProductPicture | null;
  institution: { name: string; city: string; whatsapp: string | null; timeZone: Zone };
  now: Date;
};

const SELECT = {
  id: true,
  creatorId: true,
  status: true,
  message: true,
  appliedAt: true,
  decidedAt: true,
  decisionReason: true,
  revision: { select: { number: true, brief: true } },
  deliverables: { select: { status: true, dueAt: true } },
  campaign: {
    select: {
      slug: true,
      status: true,
      slots: true,
      slotsTaken: true,
      opensAt: true,
      closesAt: true,
      currentRevision: { select: { number: true } },
      institution: { select: { name: true, city: true, whatsapp: true, timeZone: true } },
      product: { select: { name: true, slug: true, priceRupiah: true, unit: true, photos: FIRST_PHOTO } },
    },
  },
} as const;

/**
 * One's own claim with the brief that it accepted, for the influencer's workspace.
 * @throws AppError `not_found`; `forbidden` for somebody else's.
 */
export async function myClaim(ctx: Ctx, input: { claimId: string }): Promise<MyClaim> {
  ctx.authorize("claim.own");
  const row = isId(input.claimId)
    ? await ctx.db.claim.findUnique({ where: { id: input.claimId }, select: SELECT })
    : null;
  if (!row) throw new AppError("not_found", `no claim ${input.claimId}`);
  ctx.authorize("claim.own", { creatorId: row.creatorId });
  const { campaign, revision, deliverables } = row;
  const now = ctx.clock.now();
  const statuses = { status: row.status, deliverableStatuses: deliverables.map((item) => item.status) };
  return {
    id: row.id,
    status: row.status,
    message: row.message,
    appliedAt: row.appliedAt,
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    nextStep: nextStepOf(row),
    withdrawal: moved(row.status, "withdraw")
      ? { needsReason: row.status === "ACCEPTED", freesSlot: freesSlot(statuses) }
      : null,
    mayReapply: mayReapply(row) && availabilityOf(campaign, now) === "open",
    brief: storedBrief(revision.brief),
    revision: revision.number,
    briefMovedOn: campaign.currentRevision !== null && campaign.currentRevision.number > revision.number,
    campaign: { slug: campaign.slug, availability: availabilityOf(campaign, now) },
    product: campaign.product,
    picture: pictureOf(campaign.product),
    institution: { ...campaign.institution, timeZone: asZone(campaign.institution.timeZone) },
    now,
  };
}
