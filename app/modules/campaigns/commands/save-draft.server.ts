import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { type BriefDraft, briefDraftSchema } from "../brief.schemas";
import { canonical } from "../brief-changes";
import { isEditable } from "../campaign";
import { type CampaignRow, lockCampaign } from "../internal/campaign-row.server";
import { draftVersion } from "../internal/draft-version.server";
import { productFor } from "../internal/product-facts.server";

export type SaveDraftInput = {
  campaignId: string;
  draft: BriefDraft;
  /** The version that the person began from; when somebody else saved meanwhile, nothing is overwritten. */
  basedOn?: string | undefined;
};

/**
 * Saves the working copy. Influencers see nothing of it until it is published; a published campaign keeps its product,
 * because links and figures hang on it.
 * @throws AppError `forbidden`; `not_found`; `conflict` when the campaign is over or somebody else saved meanwhile;
 * `invalid` (at `productId`); ZodError for a draft of another shape.
 */
export async function saveDraft(ctx: Ctx, input: SaveDraftInput): Promise<void> {
  ctx.authorize("campaign.edit");
  const draft = briefDraftSchema.parse(input.draft);
  await inTransaction(ctx, async (tx, inner) => {
    const campaign = await lockCampaign(tx, input.campaignId);
    inner.authorize("campaign.edit", { institutionId: campaign.institutionId, regionId: campaign.regionId });
    refuseWrongDraft(campaign, input, draft);
    await productFor(tx, draft.productId, campaign.institutionId);
    if (canonical(draft) === canonical(campaign.draft)) return;
    await tx.campaign.update({
      where: { id: campaign.id },
      // What the lists show of a published campaign is its last publication; of a draft, the draft.
      data: campaign.publishedAt ? { draft } : { draft, title: draft.title, productId: draft.productId },
      select: { id: true },
    });
    await audit(tx, inner, {
      action: "campaign.draftSaved",
      entity: "campaign",
      entityId: campaign.id,
      institutionId: campaign.institutionId,
    });
  });
}

function refuseWrongDraft(campaign: CampaignRow, input: SaveDraftInput, draft: BriefDraft): void {
  if (!isEditable(campaign.status)) {
    throw new AppError("conflict", `campaign ${campaign.id} is ${campaign.status}: cannot be edited`, {
      message: { key: "campaigns:error.notEditable" },
    });
  }
  if (input.basedOn !== undefined && input.basedOn !== draftVersion(campaign.draft)) {
    throw new AppError("conflict", `draft of campaign ${campaign.id} changed meanwhile`, {
      message: { key: "campaigns:error.changedMeanwhile" },
    });
  }
  if (campaign.publishedAt && draft.productId !== campaign.productId) {
    throw new AppError("invalid", `campaign ${campaign.id} was published: its product is fixed`, {
      fields: { productId: [{ key: "campaigns:error.productFixed" }] },
    });
  }
}
