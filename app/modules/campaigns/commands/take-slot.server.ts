import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";

/**
 * Gives one slot away. One guarded update: PostgreSQL lets one transaction at a time through, and the guard is read
 * again after the wait, so that slots are never oversold. A paused campaign may still decide on claims it has.
 * @throws AppError `forbidden`; `conflict` when no slot is left or the campaign takes nobody any more.
 */
export async function takeSlot(ctx: Ctx, input: { campaignId: string }): Promise<void> {
  ctx.authorize("claim.decide");
  await inTransaction(ctx, async (tx) => {
    const taken = await tx.$executeRaw`
      UPDATE campaign SET slots_taken = slots_taken + 1
      WHERE id = ${input.campaignId}::uuid AND slots_taken < slots AND status IN ('PUBLISHED', 'PAUSED')`;
    if (taken === 1) return;
    const campaign = await tx.campaign.findUnique({
      where: { id: input.campaignId },
      select: { status: true, slots: true },
    });
    if (!campaign) throw new AppError("not_found", `no campaign ${input.campaignId}`);
    const running = campaign.status === "PUBLISHED" || campaign.status === "PAUSED";
    throw new AppError("conflict", `campaign ${input.campaignId} gives no slot (${campaign.status})`, {
      message: running
        ? { key: "campaigns:error.slotsFull", params: { slots: campaign.slots } }
        : { key: "campaigns:error.notRunning" },
    });
  });
}
