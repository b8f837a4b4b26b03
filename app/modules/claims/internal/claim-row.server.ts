import { AppError } from "~/kernel/app-error";
import type { Tx } from "~/platform/db.server";
import type { ClaimStatus } from "../claim";

export type ClaimRow = {
  id: string;
  status: ClaimStatus;
  creatorId: string;
  campaignId: string;
  decidedAt: Date | null;
  institutionId: string;
  regionId: string;
  deliverableStatuses: string[];
};

/**
 * Takes the claim for this transaction, before its campaign is taken: every command takes them in this order, so that
 * none waits for another in a circle.
 * @throws AppError `not_found`.
 */
export async function lockClaim(tx: Tx, claimId: string): Promise<ClaimRow> {
  await tx.$queryRaw`SELECT 1 FROM claim WHERE id = ${claimId}::uuid FOR UPDATE`;
  const row = await tx.claim.findUnique({
    where: { id: claimId },
    select: {
      id: true,
      status: true,
      creatorId: true,
      campaignId: true,
      decidedAt: true,
      campaign: { select: { institutionId: true, institution: { select: { regionId: true } } } },
      deliverables: { select: { status: true } },
    },
  });
  if (!row) throw new AppError("not_found", `no claim ${claimId}`);
  const { campaign, deliverables, ...claim } = row;
  return {
    ...claim,
    institutionId: campaign.institutionId,
    regionId: campaign.institution.regionId,
    deliverableStatuses: deliverables.map((deliverable) => deliverable.status),
  };
}
