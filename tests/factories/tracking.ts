import { newId } from "~/kernel/id";
import type { BriefDraft } from "~/modules/campaigns/brief.schemas";
import { type ClickFact, encodeClicks } from "~/modules/tracking/click";
import { type IssuedLink, issueLink } from "~/modules/tracking/commands/issue-link.server";
import { type RecordedClicks, recordClicks } from "~/modules/tracking/commands/record-clicks.server";
import type { Ctx } from "~/platform/context.server";
import { aCampaign } from "./campaigns";
import { anAcceptedClaim } from "./claims";
import { anInfluencer, type Influencer } from "./creators";

export type TrackedLink = IssuedLink & { claimId: string; campaignId: string; influencer: Influencer };

/**
 * A link of an accepted claim of a new campaign of the product, made by the real commands from publishing to issuing.
 * @param parts `campaignId` takes an existing campaign, `influencer` an existing person
 */
export async function aTrackedLink(
  system: Ctx,
  place: { institutionId: string; productId: string; officer: Ctx },
  parts: { brief?: Partial<BriefDraft>; campaignId?: string; influencer?: Influencer } = {},
): Promise<TrackedLink> {
  const influencer = parts.influencer ?? (await anInfluencer(system));
  const campaignId =
    parts.campaignId ??
    (
      await aCampaign(
        place.officer,
        { institutionId: place.institutionId, productId: place.productId },
        parts.brief,
      )
    ).campaignId;
  const { claimId } = await anAcceptedClaim(place.officer, influencer, campaignId);
  return { ...(await issueLink(system, { claimId })), claimId, campaignId, influencer };
}

/** A person's click by telephone; the id holds its time. */
export function aClick(
  linkId: string,
  at: Date,
  traits: Partial<Omit<ClickFact, "id" | "linkId">> = {},
): ClickFact {
  return {
    id: newId(at),
    linkId,
    verdict: "HUMAN",
    reason: "ua:browser",
    visitorHash: "00000000000000aa",
    referrerHost: "instagram.com",
    device: "mobile",
    ...traits,
  };
}

/** Counts clicks the way the worker does. */
export function record(ctx: Ctx, clicks: readonly ClickFact[]): Promise<RecordedClicks> {
  return recordClicks(ctx, encodeClicks(clicks));
}
