import type { Ctx } from "~/platform/context.server";

export type DraftLetter = {
  email: string;
  name: string;
  locale: string;
  claimId: string;
  deliverableId: string;
  outcome: "APPROVED" | "REVISION_REQUESTED" | "REJECTED";
  comment: string;
  number: number;
  platform: string;
  format: string;
  campaign: string;
  institution: string;
};

/** What the mail about a reviewed draft tells; null while nobody has decided. */
export async function draftLetter(ctx: Ctx, input: { draftVersionId: string }): Promise<DraftLetter | null> {
  const row = await ctx.db.draftVersion.findUnique({
    where: { id: input.draftVersionId },
    select: {
      number: true,
      decision: { select: { outcome: true, comment: true } },
      deliverable: {
        select: {
          id: true,
          platform: true,
          format: true,
          claim: {
            select: {
              id: true,
              campaign: { select: { title: true, institution: { select: { name: true } } } },
              creator: { select: { user: { select: { email: true, name: true, locale: true } } } },
            },
          },
        },
      },
    },
  });
  if (!row?.decision) return null;
  const { deliverable, decision, number } = row;
  const { claim } = deliverable;
  return {
    ...claim.creator.user,
    claimId: claim.id,
    deliverableId: deliverable.id,
    outcome: decision.outcome,
    comment: decision.comment,
    number,
    platform: deliverable.platform,
    format: deliverable.format,
    campaign: claim.campaign.title,
    institution: claim.campaign.institution.name,
  };
}
