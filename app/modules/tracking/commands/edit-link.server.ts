import { audit } from "~/platform/audit.server";
import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { ownExtraLink } from "../internal/own-link.server";
import { type EditLinkInput, editLinkSchema } from "../link.schemas";

/**
 * Changes what an extra link says of itself: its name, where it stands, its UTM template. Clicks from then on carry
 * the new template; what was counted stays.
 * @throws AppError `not_found`, `forbidden`, `conflict` for a main link or a claim that is not accepted; ZodError
 */
export async function editLink(
  ctx: Ctx,
  input: { claimId: string; code: string } & EditLinkInput,
): Promise<{ code: string }> {
  const data = editLinkSchema.parse(input);
  return inTransaction(ctx, async (tx) => {
    const { claim, link } = await ownExtraLink(ctx, tx, input);
    await tx.referralLink.update({ where: { id: link.id }, data, select: { id: true } });
    await announceChange(tx, "link", link.code);
    await audit(tx, ctx, {
      action: "link.edited",
      entity: "referralLink",
      entityId: link.id,
      institutionId: claim.campaign.institution.id,
    });
    return { code: link.code };
  });
}
