import { AppError } from "~/kernel/app-error";
import type { Tx } from "~/platform/db.server";
import type { BriefDraft } from "../brief.schemas";
import type { CampaignStatus } from "../campaign";
import { storedDraft } from "../stored-brief";

export type CampaignRow = {
  id: string;
  institutionId: string;
  regionId: string;
  productId: string;
  status: CampaignStatus;
  title: string;
  draft: BriefDraft;
  slotsTaken: number;
  publishedAt: Date | null;
  currentRevisionId: string | null;
};

export type CampaignScope = { institutionId: string; regionId: string };

/** What of a campaign every command needs. */
const SELECT = {
  id: true,
  institutionId: true,
  productId: true,
  status: true,
  title: true,
  draft: true,
  slotsTaken: true,
  publishedAt: true,
  currentRevisionId: true,
  institution: { select: { regionId: true } },
} as const;

function missing(campaignId: string): AppError {
  return new AppError("not_found", `no campaign ${campaignId}`);
}

/** Whose campaign it is, for the policy. @throws AppError `not_found`. */
export async function campaignScope(tx: Tx, campaignId: string): Promise<CampaignScope> {
  const row = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: { institutionId: true, institution: { select: { regionId: true } } },
  });
  if (!row) throw missing(campaignId);
  return { institutionId: row.institutionId, regionId: row.institution.regionId };
}

/** Takes the campaign for this transaction: whoever publishes, moves or gives a slot waits. @throws `not_found`. */
export async function lockCampaign(tx: Tx, campaignId: string): Promise<CampaignRow> {
  await tx.$queryRaw`SELECT 1 FROM campaign WHERE id = ${campaignId}::uuid FOR UPDATE`;
  const row = await tx.campaign.findUnique({ where: { id: campaignId }, select: SELECT });
  if (!row) throw missing(campaignId);
  const { institution, draft, ...rest } = row;
  return { ...rest, regionId: institution.regionId, draft: storedDraft(draft) };
}
