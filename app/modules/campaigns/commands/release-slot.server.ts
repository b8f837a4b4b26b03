import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";

/**
 * Gives a slot back, after an accepted claim was withdrawn. Only a command that has just withdrawn such a claim in the
 * same transaction may call it; there is no page behind it.
 * @throws AppError `conflict` when no slot is taken: a fault of the caller that must not pass unseen.
 */
export async function releaseSlot(ctx: Ctx, input: { campaignId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const released = await tx.$executeRaw`
      UPDATE campaign SET slots_taken = slots_taken - 1
      WHERE id = ${input.campaignId}::uuid AND slots_taken > 0`;
    if (released !== 1)
      throw new AppError("conflict", `campaign ${input.campaignId} has no slot to give back`);
  });
}
