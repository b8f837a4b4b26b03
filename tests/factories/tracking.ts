import { newId } from "~/kernel/id";
import type { BriefDraft } from "~/modules/campaigns/brief.schemas";
import { type ClickFact, encodeClicks } from "~/modules/tracking/click";
import { foldClicks } from "~/modules/tracking/commands/fold-clicks.server";
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

/** An agent that people have: a telephone's browser. */
export const PHONE =
  "Mozilla/5.0 (Linux; Android 14; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

/** What Chrome sends for every telephone with Android. */
export const ANY_PHONE =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";

/** Agents that are judged otherwise. */
export const AGENTS = {
  HUMAN: PHONE,
  BOT: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  PREVIEW: "WhatsApp/2.23.20.0 A",
} as const;

/** A person's click by telephone; the id holds its time. */
export function aClick(
  linkId: string,
  at: Date,
  traits: Partial<Omit<ClickFact, "id" | "linkId">> = {},
): ClickFact {
  return {
    id: newId(at),
    linkId,
    step: "ARRIVAL",
    agent: PHONE,
    signals: 0,
    visitorHash: "00000000000000aa",
    networkHash: "000000aa",
    referrerHost: "instagram.com",
    country: "ID",
    language: "id",
    ...traits,
  };
}

/** Counts clicks the way the worker does, up to the daily figures. */
export async function record(
  ctx: Ctx,
  clicks: readonly ClickFact[],
  batch: string = newId(),
): Promise<RecordedClicks> {
  const recorded = await recordClicks(ctx, { batch, clicks: encodeClicks(clicks) });
  while ((await foldClicks(ctx)).more);
  return recorded;
}
