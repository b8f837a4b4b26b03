import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockCampaign } from "../internal/campaign-row.server";
import { createCampaign } from "./create-campaign.server";

/**
 * Makes a new draft from a campaign's working copy. Its dates are left open: a campaign is copied to run again.
 * @param input.rename makes the copy's title of the original's, in the language of the person who copies
 * @throws AppError `forbidden`; `not_found`.
 */
export async function duplicateCampaign(
  ctx: Ctx,
  input: { campaignId: string; rename?: (title: string) => string },
): Promise<{ campaignId: string; slug: string }> {
  ctx.authorize("campaign.edit");
  return inTransaction(ctx, async (tx, inner) => {
    const { draft, institutionId, regionId } = await lockCampaign(tx, input.campaignId);
    inner.authorize("campaign.edit", { institutionId, regionId });
    const deliverables = draft.deliverables.map((item) =>
      item.dueAt === null ? item : { ...item, dueAt: null, dueDaysAfterAcceptance: 14 },
    );
    const title = (input.rename?.(draft.title) ?? draft.title).slice(0, 90);
    return createCampaign(inner, {
      institutionId,
      draft: { ...draft, title, deliverables, opensAt: null, closesAt: null },
    });
  });
}
