import { audit } from "~/platform/audit.server";
import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { requireRoom } from "../internal/link-room.server";
import { ownExtraLink } from "../internal/own-link.server";

/**
 * Closes an extra link, or opens it again under the same code. Doing it again changes nothing.
 * @throws AppError `not_found`, `forbidden`, `conflict` for a main link, a claim that is not accepted, or one with too
 * many open links
 */
export async function switchLink(
  ctx: Ctx,
  input: { claimId: string; code: string; to: "ACTIVE" | "CLOSED" },
): Promise<{ changed: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const { claim, link } = await ownExtraLink(ctx, tx, input);
    if (link.status === input.to) return { changed: false };
    if (input.to === "ACTIVE") await requireRoom(tx, claim.id, 0);
    await tx.referralLink.update({
      where: { id: link.id },
      data: { status: input.to, closedAt: input.to === "CLOSED" ? ctx.clock.now() : null },
      select: { id: true },
    });
    await announceChange(tx, "link", link.code);
    await audit(tx, ctx, {
      action: input.to === "CLOSED" ? "link.closed" : "link.reopened",
      entity: "referralLink",
      entityId: link.id,
      institutionId: claim.campaign.institution.id,
    });
    return { changed: true };
  });
}
