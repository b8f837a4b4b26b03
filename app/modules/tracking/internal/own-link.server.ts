import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { type LinkClaim, lockClaim } from "./main-links.server";

export const linkUnknown = (code: string) =>
  new AppError("not_found", `no such link ${code} of this claim`, {
    message: { key: "tracking:error.linkUnknown" },
  });

/**
 * The claim whose links its influencer wants to change, locked.
 * @throws AppError `not_found`, `forbidden`, `conflict` where the claim is not (or no longer) accepted
 */
export async function lockOwnClaim(ctx: Ctx, tx: Tx, claimId: string): Promise<LinkClaim> {
  const claim = await lockClaim(tx, claimId);
  ctx.authorize("claim.own", { creatorId: claim.creatorId });
  if (claim.status !== "ACCEPTED") {
    throw new AppError("conflict", `claim ${claimId} is ${claim.status}`, {
      message: { key: "tracking:link.error.notAccepted" },
    });
  }
  return claim;
}

/**
 * An extra link of an influencer's own accepted claim. Main links belong to the claim and stay as they are.
 * @throws AppError as above, and `conflict` for a main link
 */
export async function ownExtraLink(ctx: Ctx, tx: Tx, input: { claimId: string; code: string }) {
  const claim = await lockOwnClaim(ctx, tx, input.claimId);
  const link = await tx.referralLink.findUnique({
    where: { code: input.code },
    select: { id: true, code: true, claimId: true, placement: true, status: true },
  });
  if (link?.claimId !== claim.id) throw linkUnknown(input.code);
  if (link.placement === "MAIN") {
    throw new AppError("conflict", `link ${link.code} is a main link`, {
      message: { key: "tracking:link.error.main" },
    });
  }
  return { claim, link };
}
