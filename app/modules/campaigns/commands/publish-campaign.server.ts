import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { productLicenceGate } from "~/modules/products/queries/licence-gate.server";
import { actorId, audit } from "~/platform/audit.server";
import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import type { Brief } from "../brief.schemas";
import { changedFields } from "../brief-changes";
import { type CampaignMove, moved, sourcesOf } from "../campaign";
import { campaignChanged } from "../campaigns.jobs";
import { type CampaignRow, lockCampaign } from "../internal/campaign-row.server";
import { type Gate, publicationFacts } from "../internal/publication-facts.server";
import { searchText } from "../internal/search-text.server";
import { isPublishable, publicationChecklist, toBrief } from "../publication";
import { storedBrief, storedDraft } from "../stored-brief";

export type Published = { revisionId: string; number: number };

/**
 * Publishes the draft: for the first time, or as the next revision of a campaign that runs already. A revision never
 * changes, and claims keep the one that they accepted. Refused while anything is missing; the checklist of the
 * campaign's page names it.
 * @throws AppError `forbidden`; `not_found`; `invalid` when the checklist is not met; `conflict` when the campaign is
 * over, or nothing has changed since the last publication.
 */
export async function publishCampaign(ctx: Ctx, input: { campaignId: string }): Promise<Published> {
  ctx.authorize("campaign.publish");
  // Asked before the transaction, so that none holds a lock while it waits for a second connection.
  const gate = await gateOf(ctx, input.campaignId);
  return inTransaction(ctx, async (tx, inner) => {
    const campaign = await lockCampaign(tx, input.campaignId);
    inner.authorize("campaign.publish", {
      institutionId: campaign.institutionId,
      regionId: campaign.regionId,
    });
    const move: CampaignMove = campaign.publishedAt ? "revise" : "publish";
    const status = moved(campaign.status, move);
    if (!status) throw over(campaign);
    const brief = await checkedBrief(inner, tx, campaign, gate);
    const published = await writeRevision(inner, tx, campaign, brief);
    const { count } = await tx.campaign.updateMany({
      where: { id: campaign.id, status: { in: sourcesOf(move) } },
      data: {
        status,
        ...(await publishedColumns(tx, campaign, brief)),
        currentRevisionId: published.revisionId,
        publishedAt: campaign.publishedAt ?? inner.clock.now(),
      },
    });
    if (count === 0) throw over(campaign);
    await audit(tx, inner, {
      action: "campaign.published",
      entity: "campaign",
      entityId: campaign.id,
      institutionId: campaign.institutionId,
      data: { revision: published.number },
    });
    await announceChange(tx, "campaign", campaign.id);
    await enqueue(tx, campaignChanged, { campaignId: campaign.id });
    return published;
  });
}

async function gateOf(ctx: Ctx, campaignId: string): Promise<Gate> {
  const row = await ctx.db.campaign.findUnique({ where: { id: campaignId }, select: { draft: true } });
  if (!row) throw new AppError("not_found", `no campaign ${campaignId}`);
  const { productId } = storedDraft(row.draft);
  const gate = await productLicenceGate(ctx, productId);
  return { productId, refusals: gate.ok ? [] : gate.reasons };
}

function over(campaign: CampaignRow): AppError {
  return new AppError("conflict", `campaign ${campaign.id} is ${campaign.status}: cannot be published`, {
    message: { key: "campaigns:error.notEditable" },
  });
}

/** The draft as a brief, once nothing is missing. */
async function checkedBrief(ctx: Ctx, tx: Tx, campaign: CampaignRow, gate: Gate): Promise<Brief> {
  if (gate.productId !== campaign.draft.productId) {
    throw new AppError("conflict", `draft of campaign ${campaign.id} changed meanwhile`, {
      message: { key: "campaigns:error.changedMeanwhile" },
    });
  }
  const facts = await publicationFacts(tx, campaign, gate, ctx.clock.now());
  const checklist = publicationChecklist(campaign.draft, facts);
  if (isPublishable(checklist)) return toBrief(campaign.draft);
  const missing = checklist.filter((line) => !line.ok);
  throw new AppError(
    "invalid",
    `campaign ${campaign.id} lacks ${missing.map((line) => line.check).join(", ")}`,
    {
      message: { key: "campaigns:error.notPublishable", params: { count: missing.length } },
    },
  );
}

async function writeRevision(ctx: Ctx, tx: Tx, campaign: CampaignRow, brief: Brief): Promise<Published> {
  const last = await tx.campaignRevision.findFirst({
    where: { campaignId: campaign.id },
    orderBy: { number: "desc" },
    select: { number: true, brief: true },
  });
  if (last && changedFields(storedBrief(last.brief), brief).length === 0) {
    throw new AppError("conflict", `campaign ${campaign.id}: nothing changed since revision ${last.number}`, {
      message: { key: "campaigns:error.nothingChanged" },
    });
  }
  const revisionId = newId();
  const number = (last?.number ?? 0) + 1;
  await tx.campaignRevision.create({
    data: {
      id: revisionId,
      campaignId: campaign.id,
      number,
      brief,
      publishedAt: ctx.clock.now(),
      publishedById: ctx.actor.kind === "user" ? actorId(ctx) : null,
    },
    select: { id: true },
  });
  return { revisionId, number };
}

/** The columns by which boards and lists find a campaign: copies of its current revision. */
async function publishedColumns(tx: Tx, campaign: CampaignRow, brief: Brief) {
  const product = await tx.product.findUniqueOrThrow({
    where: { id: brief.productId },
    select: { name: true, institution: { select: { name: true, city: true } } },
  });
  return {
    title: brief.title,
    productId: campaign.productId,
    slots: brief.slots,
    opensAt: new Date(brief.opensAt),
    closesAt: new Date(brief.closesAt),
    platforms: [...new Set(brief.deliverables.map((item) => item.platform))],
    searchText: searchText({
      title: brief.title,
      product: product.name,
      institution: product.institution.name,
      city: product.institution.city,
    }),
  };
}
