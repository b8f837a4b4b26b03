import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { type CampaignMove, type CampaignStatus, moved, sourcesOf } from "../campaign";
import { campaignChanged } from "../campaigns.jobs";
import { campaignScope } from "./campaign-row.server";

/** The moves that change nothing but the state; publication has commands of its own. */
export type PlainMove = Exclude<CampaignMove, "publish" | "revise">;

/**
 * Moves a campaign to another state, tells the links, and notes who did it.
 * @throws AppError `forbidden`; `not_found`; `conflict` when the move is not open from the present state.
 */
export async function moveCampaign(
  ctx: Ctx,
  campaignId: string,
  move: PlainMove,
): Promise<{ status: CampaignStatus }> {
  ctx.authorize("campaign.publish");
  return inTransaction(ctx, async (tx, inner) => {
    const scope = await campaignScope(tx, campaignId);
    inner.authorize("campaign.publish", scope);
    const before = await tx.campaign.findUniqueOrThrow({
      where: { id: campaignId },
      select: { status: true },
    });
    const status = moved(before.status, move);
    const { count } = status
      ? await tx.campaign.updateMany({
          where: { id: campaignId, status: { in: sourcesOf(move) } },
          data: { status },
        })
      : { count: 0 };
    if (!status || count === 0) throw refused(campaignId, move, before.status);
    await audit(tx, inner, {
      action: `campaign.${move}`,
      entity: "campaign",
      entityId: campaignId,
      institutionId: scope.institutionId,
      data: { from: before.status, to: status },
    });
    await announceChange(tx, "campaign", campaignId);
    await enqueue(tx, campaignChanged, { campaignId });
    return { status };
  });
}

function refused(campaignId: string, move: PlainMove, status: CampaignStatus): AppError {
  return new AppError("conflict", `campaign ${campaignId} is ${status}: cannot ${move}`, {
    message: { key: `campaigns:error.move.${move}` },
  });
}
