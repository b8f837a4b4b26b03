import { randomInt } from "node:crypto";
import { AppError } from "~/kernel/app-error";
import { briefSchema } from "~/modules/campaigns/brief.schemas";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { makeCouponCode } from "../codes";
import {
  keepMainLinks,
  type LinkClaim,
  lockClaim,
  MAX_TRIES,
  type MainLink,
} from "../internal/main-links.server";

/** The link for the destination that the brief names, and the coupon. */
export type IssuedLink = { linkId: string; code: string; coupon: string };

/**
 * Gives an accepted claim its referral links, one for each destination (the product's page and every shop where it is
 * listed), and its coupon code. Doing it again gives the same ones. Links and coupons are never deleted, so no code
 * ever comes back.
 * @throws AppError `not_found`, `conflict` for a claim that is not accepted.
 */
export async function issueLink(ctx: Ctx, input: { claimId: string }): Promise<IssuedLink> {
  return inTransaction(ctx, async (tx) => {
    const claim = await lockClaim(tx, input.claimId);
    if (claim.status !== "ACCEPTED") {
      throw new AppError("conflict", `claim ${input.claimId} is ${claim.status}, no link is due`);
    }
    const { links } = await keepMainLinks(ctx, tx, claim);
    const first = firstOf(claim, links);
    const coupon = claim.coupon?.code ?? (await createCoupon(ctx, tx, claim));
    return { linkId: first.id, code: first.code, coupon };
  });
}

/** The link that leads where the brief says; where that shop is gone, the one to the product's page. */
function firstOf(claim: LinkClaim, links: readonly MainLink[]): MainLink {
  const { destination } = briefSchema.parse(claim.revision.brief);
  const wanted = destination.kind === "listing" ? destination.channel : "PRODUCT";
  const link =
    links.find((each) => each.destination === wanted) ?? links.find((each) => each.destination === "PRODUCT");
  if (!link) throw new Error(`claim ${claim.id} has no link to its product's page`);
  return link;
}

async function createCoupon(ctx: Ctx, tx: Tx, claim: LinkClaim): Promise<string> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const code = makeCouponCode(claim.creator.handle, randomInt);
    const made = await tx.couponCode.createMany({
      data: { code, claimId: claim.id, createdAt: ctx.clock.now() },
      skipDuplicates: true,
    });
    if (made.count === 1) return code;
  }
  throw new Error(`no free coupon code in ${MAX_TRIES} tries`);
}
