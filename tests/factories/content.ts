import sharp from "sharp";
import { attachDraftMedia } from "~/modules/content/commands/attach-draft-media.server";
import { openDeliverables } from "~/modules/content/commands/open-deliverables.server";
import { reviewDraft } from "~/modules/content/commands/review-draft.server";
import { submitDraft } from "~/modules/content/commands/submit-draft.server";
import type { SubmitDraftFields } from "~/modules/content/content.schemas";
import type { ReviewOutcome } from "~/modules/content/deliverable";
import type { Ctx } from "~/platform/context.server";
import { anAcceptedClaim } from "./claims";
import type { Influencer } from "./creators";

export type Content = { claimId: string; deliverableIds: string[] };

/** What an accepted claim of the campaign owes, opened the way the worker does. Oldest due first. */
export async function openedContent(
  system: Ctx,
  officer: Ctx,
  influencer: Influencer,
  campaignId: string,
): Promise<Content> {
  const { claimId } = await anAcceptedClaim(officer, influencer, campaignId);
  await openDeliverables(system, { claimId });
  const rows = await system.db.deliverable.findMany({
    where: { claimId },
    orderBy: [{ dueAt: "asc" }, { key: "asc" }],
    select: { id: true },
  });
  return { claimId, deliverableIds: rows.map((row) => row.id) };
}

const CAPTION = "Miniatur kapal pinisi, dibuat tangan dengan sabar.\n\n#iklan #KaryaWargaBinaan";

/** A picture as a telephone would send it, in one colour. */
export function aPicture(colour = "#8a4b2a", width = 400, height = 500): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}

/** Hands a draft in, with one picture unless told otherwise. */
export async function aDraftVersion(
  influencer: Influencer,
  deliverableId: string,
  traits: Partial<SubmitDraftFields> & { pictures?: number } = {},
): Promise<{ draftVersionId: string; number: number }> {
  const { pictures = 1, ...fields } = traits;
  for (let index = 0; index < pictures; index += 1) {
    await attachDraftMedia(influencer.ctx, { deliverableId, bytes: await aPicture() });
  }
  return submitDraft(influencer.ctx, { deliverableId, caption: CAPTION, note: "", ...fields });
}

const COMMENTS: Record<ReviewOutcome, string> = {
  APPROVED: "",
  REVISION_REQUESTED: "Tolong potong bagian pintu blok di detik ke-12.",
  REJECTED: "Wajah warga binaan terlihat jelas dan tidak ada izin.",
};

/** Decides on a draft the way an officer does: all three checks for an approval, a reason for the rest. */
export function aDecision(
  officer: Ctx,
  draftVersionId: string,
  outcome: ReviewOutcome = "APPROVED",
): Promise<{ deliverableId: string }> {
  const ticked = outcome === "APPROVED";
  return reviewDraft(officer, {
    draftVersionId,
    outcome,
    comment: COMMENTS[outcome],
    noIdentifiableInmate: ticked,
    noSecurityDetail: ticked,
    disclosurePresent: ticked,
  });
}
