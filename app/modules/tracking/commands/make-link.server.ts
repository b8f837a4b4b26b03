import { AppError, type UserMessage } from "~/kernel/app-error";
import { actorId, audit } from "~/platform/audit.server";
import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { foldCode } from "../codes";
import { requireRoom } from "../internal/link-room.server";
import { destinationsOf, type LinkClaim, writeLink, writeLinkByChance } from "../internal/main-links.server";
import { lockOwnClaim } from "../internal/own-link.server";
import { type MakeLinkInput, makeLinkSchema } from "../link.schemas";
import { ownCodeFault, suggestCodes } from "../own-code.server";

/**
 * Makes an extra link of an accepted claim, for one place where its influencer puts it, under a code of chance or of
 * their own choice.
 * @throws AppError `not_found`, `forbidden`, `conflict` (claim not accepted, too many links), `invalid` with its
 * fields (a code that is taken or looks like one that is, a shop where the product is not listed); ZodError
 */
export async function makeLink(
  ctx: Ctx,
  input: { claimId: string } & MakeLinkInput,
): Promise<{ linkId: string; code: string }> {
  const { code, destination, placement, platform, label, utm } = makeLinkSchema.parse(input);
  const fault = code === null ? null : ownCodeFault(code);
  if (fault) {
    throw new AppError("invalid", `link code ${code} is refused: ${fault}`, {
      fields: { code: [{ key: `tracking:link.codeFault.${fault}` }] },
    });
  }
  return inTransaction(ctx, async (tx) => {
    const claim = await lockOwnClaim(ctx, tx, input.claimId);
    await requireRoom(tx, claim.id);
    if (!destinationsOf(claim.campaign.product).includes(destination)) {
      throw new AppError("invalid", `the product is not listed on ${destination}`, {
        fields: { destination: [{ key: "tracking:link.error.notListed" }] },
      });
    }
    const link = { destination, placement, platform, label, utm, createdById: actorId(ctx) };
    const made = code
      ? await writeLink(ctx, tx, claim, link, code)
      : await writeLinkByChance(ctx, tx, claim, link);
    if (!made) throw await codeTaken(tx, claim, code ?? "", placement);
    await announceChange(tx, "link", made.code);
    await audit(tx, ctx, {
      action: "link.made",
      entity: "referralLink",
      entityId: made.id,
      institutionId: claim.campaign.institution.id,
      data: { destination, placement, own: code !== null },
    });
    return { linkId: made.id, code: made.code };
  });
}

/** The refusal of a code that another link has, with codes that are free. */
async function codeTaken(tx: Tx, claim: LinkClaim, code: string, placement: string): Promise<AppError> {
  const ideas = suggestCodes(code, [claim.creator.handle, placement.toLowerCase()]);
  const folds = ideas.map(foldCode);
  const taken = await tx.$queryRaw<{ fold: string }[]>`
    SELECT translate(code, 'oil-', '011') AS fold FROM referral_link
    WHERE translate(code, 'oil-', '011') = ANY(${folds})`;
  const gone = new Set(taken.map(({ fold }) => fold));
  const free = ideas.filter((idea) => !gone.has(foldCode(idea))).slice(0, 3);
  const message: UserMessage =
    free.length > 0
      ? { key: "tracking:link.error.codeTaken", params: { code, ideas: free.join(", ") } }
      : { key: "tracking:link.error.codeTakenPlain", params: { code } };
  return new AppError("invalid", `link code ${code} is taken`, { fields: { code: [message] } });
}
