import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { authorizeRead, claimScopeSelect, resourceOf } from "../internal/deliverable-scope.server";

/**
 * What the mail about a decision tells: to whom, about which content, what was decided and why.
 * @throws AppError `not_found` for a version that is not decided.
 */
export async function decisionNotice(ctx: Ctx, input: { draftVersionId: string }) {
  const version = await ctx.db.draftVersion.findUnique({
    where: { id: input.draftVersionId },
    select: {
      number: true,
      decision: { select: { outcome: true, comment: true, decidedAt: true } },
      deliverable: {
        select: {
          id: true,
          platform: true,
          format: true,
          dueAt: true,
          claim: {
            select: {
              ...claimScopeSelect,
              creator: { select: { userId: true, displayName: true } },
              campaign: {
                select: {
                  title: true,
                  institutionId: true,
                  institution: { select: { name: true, regionId: true, timeZone: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!version?.decision) throw new AppError("not_found", `no decision on ${input.draftVersionId}`);
  const { claim, ...deliverable } = version.deliverable;
  authorizeRead(ctx, resourceOf(claim));
  return {
    userId: claim.creator.userId,
    creatorName: claim.creator.displayName,
    claimId: claim.id,
    deliverable,
    version: version.number,
    decision: version.decision,
    campaignTitle: claim.campaign.title,
    institutionName: claim.campaign.institution.name,
    timeZone: claim.campaign.institution.timeZone,
  };
}
