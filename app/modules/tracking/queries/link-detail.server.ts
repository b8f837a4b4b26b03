import { AppError } from "~/kernel/app-error";
import { type Period, periodBounds } from "~/kernel/period";
import { asZone, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { readLinkCode } from "../codes";
import {
  addressFacts,
  addressFactsSelect,
  authoriseLinks,
  type LinkRow,
  linkRowSelect,
  toLinkRow,
} from "../internal/link-rows.server";
import { type AddressFacts, shownAddress } from "../link-address";
import { leadsToPage } from "../link-destination";
import {
  type LinkDay,
  type LinkFigures,
  type LinkTrait,
  linkDays,
  linkFigures,
  linkSteps,
  linkTraits,
  type ShopSteps,
} from "./link-figures.server";
import { type AddressHealth, addressHealth } from "./link-health.server";

export type LinkDetail = {
  link: LinkRow;
  claimId: string;
  campaign: { id: string; title: string; running: boolean };
  creator: string;
  product: string;
  /** Where it leads in the end. */
  address: string | null;
  health: AddressHealth | null;
  facts: AddressFacts;
  /** Of all its time, and by day of the period. */
  figures: LinkFigures;
  days: LinkDay[];
  /** From the product's page on to its shops in the period; null for a link that leads straight to a shop. */
  steps: ShopSteps[] | null;
  period: Period;
  /** Who clicked in the period, by each of their traits. */
  traits: LinkTrait[];
  /** Whether the reader may change it: an extra link of their own accepted claim. */
  mayEdit: boolean;
};

/**
 * One link with its figures, for its influencer and for the officers who may read the claim.
 * @param input.within the claim or the campaign that it must belong to
 * @throws AppError `not_found`, `forbidden`
 */
export async function linkDetail(
  ctx: Ctx,
  input: {
    code: string;
    within: { claimId: string } | { campaignId: string };
    /** The days that are asked for, in the zone of the link's institution. */
    period: (zone: Zone) => Period;
  },
): Promise<LinkDetail> {
  const code = readLinkCode(input.code);
  const row = code
    ? await ctx.db.referralLink.findFirst({
        where: { code, ...input.within },
        select: {
          ...linkRowSelect,
          claim: {
            select: {
              id: true,
              status: true,
              creatorId: true,
              ...addressFactsSelect,
              creator: { select: { ...addressFactsSelect.creator.select, displayName: true } },
              campaign: {
                select: {
                  ...addressFactsSelect.campaign.select,
                  id: true,
                  title: true,
                  status: true,
                  institutionId: true,
                  institution: { select: { name: true, regionId: true, timeZone: true } },
                },
              },
            },
          },
        },
      })
    : null;
  if (!row) {
    throw new AppError("not_found", `no link ${input.code} there`, {
      message: { key: "tracking:error.linkUnknown" },
    });
  }
  const { claim } = row;
  const { own } = authoriseLinks(ctx, claim);
  const period = input.period(asZone(claim.campaign.institution.timeZone));
  const { start, end } = periodBounds(period);
  const [figures, days, steps, traits, health] = await Promise.all([
    linkFigures(ctx, [row.id]),
    linkDays(ctx, row, period),
    linkSteps(ctx, row.id, { gte: start, lt: end }),
    linkTraits(ctx, row.id, period),
    addressHealth(ctx, [row.destinationUrl]),
  ]);
  const link = toLinkRow(row, claim.campaign.status);
  const facts = addressFacts(claim);
  return {
    link,
    claimId: claim.id,
    campaign: {
      id: claim.campaign.id,
      title: claim.campaign.title,
      running: claim.campaign.status === "PUBLISHED",
    },
    creator: claim.creator.displayName,
    product: claim.campaign.product.name,
    address: shownAddress(link, facts),
    health: health.get(row.destinationUrl) ?? null,
    facts,
    figures: figures.get(row.id) ?? { raw: 0, human: 0, unique: 0 },
    days,
    // A link whose shop is gone, or was, has led to the product's page meanwhile.
    steps: leadsToPage(row.destinationUrl) || steps.length > 0 ? steps : null,
    period,
    traits,
    mayEdit: own && claim.status === "ACCEPTED" && link.placement !== "MAIN",
  };
}
