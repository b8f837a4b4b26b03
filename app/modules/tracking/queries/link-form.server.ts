import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { addressFacts, addressFactsSelect } from "../internal/link-rows.server";
import { destinationsOf } from "../internal/main-links.server";
import type { AddressFacts } from "../link-address";
import { type LinkDestination, MAX_LINKS } from "../link-destination";

export type LinkFormFacts = {
  claimId: string;
  campaign: string;
  destinations: LinkDestination[];
  facts: AddressFacts;
  room: number;
};

/**
 * What an influencer needs to see while making a link of an own accepted claim.
 * @throws AppError `not_found`, `forbidden`, `conflict` where the claim is not accepted
 */
export async function linkForm(ctx: Ctx, input: { claimId: string }): Promise<LinkFormFacts> {
  const claim = await ctx.db.claim.findUnique({
    where: { id: input.claimId },
    select: {
      id: true,
      status: true,
      creatorId: true,
      ...addressFactsSelect,
      campaign: { select: { ...addressFactsSelect.campaign.select, title: true } },
      _count: { select: { links: { where: { status: "ACTIVE" } } } },
    },
  });
  if (!claim) throw new AppError("not_found", `no claim ${input.claimId}`);
  ctx.authorize("claim.own", { creatorId: claim.creatorId });
  if (claim.status !== "ACCEPTED") {
    throw new AppError("conflict", `claim ${claim.id} is ${claim.status}`, {
      message: { key: "tracking:link.error.notAccepted" },
    });
  }
  return {
    claimId: claim.id,
    campaign: claim.campaign.title,
    destinations: destinationsOf(claim.campaign.product),
    facts: addressFacts(claim),
    room: Math.max(0, MAX_LINKS - claim._count.links),
  };
}
