import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { campaignScope } from "../internal/campaign-row.server";

/**
 * Deletes a campaign that was never published. Nobody outside the Lapas has seen it and no claim can exist.
 * @throws AppError `forbidden`; `not_found`; `conflict` once it was published.
 */
export async function discardDraft(ctx: Ctx, input: { campaignId: string }): Promise<void> {
  ctx.authorize("campaign.edit");
  await inTransaction(ctx, async (tx, inner) => {
    const scope = await campaignScope(tx, input.campaignId);
    inner.authorize("campaign.edit", scope);
    const { count } = await tx.campaign.deleteMany({
      where: { id: input.campaignId, status: "DRAFT", currentRevisionId: null },
    });
    if (count === 0) {
      throw new AppError("conflict", `campaign ${input.campaignId} was published: cannot be discarded`, {
        message: { key: "campaigns:error.discard" },
      });
    }
    await audit(tx, inner, {
      action: "campaign.discarded",
      entity: "campaign",
      entityId: input.campaignId,
      institutionId: scope.institutionId,
    });
  });
}
