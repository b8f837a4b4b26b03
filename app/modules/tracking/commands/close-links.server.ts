import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";

/**
 * Closes the links of a claim that its influencer withdrew, and tells the web processes. Where content was approved
 * or is live they stay open: people still come through it, and the Lapas still gains by it. Doing it again changes
 * nothing.
 */
export async function closeLinks(ctx: Ctx, input: { claimId: string }): Promise<{ closed: number }> {
  return inTransaction(ctx, async (tx) => {
    const links = await tx.referralLink.findMany({
      where: {
        claimId: input.claimId,
        status: "ACTIVE",
        claim: { status: "WITHDRAWN", deliverables: { none: { status: { in: ["APPROVED", "LIVE"] } } } },
      },
      select: { id: true, code: true },
    });
    for (const link of links) {
      await tx.referralLink.update({
        where: { id: link.id },
        data: { status: "CLOSED", closedAt: ctx.clock.now() },
        select: { id: true },
      });
      await announceChange(tx, "link", link.code);
    }
    return { closed: links.length };
  });
}
