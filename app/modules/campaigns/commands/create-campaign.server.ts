import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { freeSlug, slugify } from "~/kernel/slug";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { type BriefDraft, briefDraftSchema } from "../brief.schemas";
import { productFor } from "../internal/product-facts.server";

export type CreateCampaignInput = { institutionId: string; draft: BriefDraft };

/**
 * Makes a campaign in DRAFT. Its address is made from the title and stays, whatever the title becomes.
 * @throws AppError `forbidden`; `invalid` (at `productId`) when the product is not this institution's; ZodError for a
 * draft of another shape.
 */
export async function createCampaign(
  ctx: Ctx,
  input: CreateCampaignInput,
): Promise<{ campaignId: string; slug: string }> {
  const draft = briefDraftSchema.parse(input.draft);
  return inTransaction(ctx, async (tx, inner) => {
    const institution = await tx.institution.findUnique({
      where: { id: input.institutionId },
      select: { id: true, regionId: true },
    });
    if (!institution) throw new AppError("not_found", `no institution ${input.institutionId}`);
    inner.authorize("campaign.edit", { institutionId: institution.id, regionId: institution.regionId });
    await productFor(tx, draft.productId, institution.id);
    const campaign = await tx.campaign.create({
      data: {
        id: newId(inner.clock.now()),
        institutionId: institution.id,
        productId: draft.productId,
        slug: await slugFor(tx, draft.title),
        title: draft.title,
        draft,
        platforms: [],
        createdById: inner.actor.kind === "user" ? actorId(inner) : null,
        createdAt: inner.clock.now(),
      },
      select: { id: true, slug: true },
    });
    await audit(tx, inner, {
      action: "campaign.created",
      entity: "campaign",
      entityId: campaign.id,
      institutionId: institution.id,
    });
    return { campaignId: campaign.id, slug: campaign.slug };
  });
}

async function slugFor(tx: Tx, title: string): Promise<string> {
  const base = slugify(title) || "kampanye";
  const near = await tx.campaign.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  return freeSlug(base, new Set(near.map((campaign) => campaign.slug)));
}
