import { AppError } from "~/kernel/app-error";
import type { Tx } from "~/platform/db.server";
import { type Brief, type BriefDraft, briefDraftSchema, briefSchema } from "../brief.schemas";
import type { CampaignStatus } from "../campaign";

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
  return { ...rest, regionId: institution.regionId, draft: readDraft(draft) };
}

/** A draft as it is stored. @throws ZodError when the row was written by something else than our commands. */
export function readDraft(stored: unknown): BriefDraft {
  return briefDraftSchema.parse(stored);
}

/** A published brief as it is stored. @throws ZodError, as above. */
export function readBrief(stored: unknown): Brief {
  return briefSchema.parse(stored);
}
