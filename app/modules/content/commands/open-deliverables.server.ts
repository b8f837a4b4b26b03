import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { dueOf } from "~/modules/campaigns/brief.schemas";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { deliverableKey } from "../deliverable";
import { readBrief } from "../internal/accepted-brief.server";
import { claimScopeSelect, resourceOf } from "../internal/deliverable-scope.server";

/**
 * Opens what an accepted claim owes, after the revision of the brief that it accepted: one row for each piece, due
 * as the brief says. Called again it adds nothing, and nothing for a claim that was withdrawn meanwhile.
 * @returns how many were opened now.
 * @throws AppError `not_found`; `conflict` for a claim that is not accepted.
 */
export async function openDeliverables(ctx: Ctx, input: { claimId: string }): Promise<{ opened: number }> {
  return inTransaction(ctx, async (tx) => {
    const claim = await tx.claim.findUnique({
      where: { id: input.claimId },
      select: { ...claimScopeSelect, decidedAt: true, revision: { select: { brief: true } } },
    });
    if (!claim) throw new AppError("not_found", `no claim ${input.claimId}`);
    ctx.authorize("claim.decide", resourceOf(claim));
    if (claim.status === "WITHDRAWN") return { opened: 0 };
    if (claim.status !== "ACCEPTED") throw new AppError("conflict", `claim ${claim.id} is ${claim.status}`);

    const acceptedAt = claim.decidedAt ?? ctx.clock.now();
    const rows = readBrief(claim.revision).deliverables.flatMap((asked) =>
      Array.from({ length: asked.quantity }, (_, index) => ({
        id: newId(),
        claimId: claim.id,
        key: deliverableKey(asked.key, index + 1),
        platform: asked.platform,
        format: asked.format,
        dueAt: dueOf(asked, acceptedAt),
      })),
    );
    const { count } = await tx.deliverable.createMany({ data: rows, skipDuplicates: true });
    if (count > 0) {
      await audit(tx, ctx, {
        action: "content.opened",
        entity: "claim",
        entityId: claim.id,
        institutionId: claim.campaign.institutionId,
        data: { deliverables: count },
      });
    }
    return { opened: count };
  });
}
