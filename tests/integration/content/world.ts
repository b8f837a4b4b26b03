import type { BriefDraft } from "~/modules/campaigns/brief.schemas";
import { aCampaign } from "../../factories/campaigns";
import { type Content, openedContent } from "../../factories/content";
import { anInfluencer, type Influencer } from "../../factories/creators";
import { aPlace, type Place, system } from "../campaigns/world";

export type Scene = Content & { place: Place; influencer: Influencer; campaignId: string };

/** An accepted claim with its content opened; the brief asks for one reel unless told otherwise. */
export async function aScene(brief: Partial<BriefDraft> = {}): Promise<Scene & { deliverableId: string }> {
  const place = await aPlace();
  const influencer = await anInfluencer(system(), { name: "Ayu Lestari" });
  const { campaignId } = await aCampaign(place.officer, place, brief);
  const content = await openedContent(system(), place.officer, influencer, campaignId);
  const [deliverableId = ""] = content.deliverableIds;
  return { ...content, place, influencer, campaignId, deliverableId };
}

type Asked = BriefDraft["deliverables"][number];

/** A line of the brief. */
export function asked(traits: Partial<Asked>): Asked {
  return {
    key: "instagram-reel",
    platform: "INSTAGRAM",
    format: "reel",
    quantity: 1,
    dueDaysAfterAcceptance: 7,
    dueAt: null,
    note: "",
    ...traits,
  };
}
