import type { BriefDraft } from "~/modules/campaigns/brief.schemas";
import { archiveCampaign } from "~/modules/campaigns/commands/archive-campaign.server";
import { createCampaign } from "~/modules/campaigns/commands/create-campaign.server";
import { pauseCampaign } from "~/modules/campaigns/commands/pause-campaign.server";
import { publishCampaign } from "~/modules/campaigns/commands/publish-campaign.server";
import { saveDraft } from "~/modules/campaigns/commands/save-draft.server";
import { endCampaign } from "~/modules/claims/commands/end-campaign.server";
import { personAt } from "./actors";
import { draftOf, revisedDraft } from "./brief";
import { type LinkStory, planClaims } from "./claims";
import { CAMPAIGNS, type DemoCampaign } from "./data-campaigns";
import type { People } from "./people";
import type { Goods } from "./places";
import { later, type Timeline } from "./timeline";

const WRITING_DAYS = 1.5;
const ENDED = "Kampanye ini sudah selesai. Terima kasih, kami kabari bila ada brief berikutnya.";

/** Plans the life of every campaign. @returns the links that come to be, filled while the story is told. */
export function planCampaigns(timeline: Timeline, people: People, goods: Map<string, Goods>): LinkStory[] {
  const links: LinkStory[] = [];
  for (const campaign of CAMPAIGNS) {
    const product = goods.get(campaign.product);
    const officer = people.officers.get(campaign.institution);
    if (!product || !officer) throw new Error(`campaign ${campaign.title}: no product or officer`);
    planCampaign(timeline, people, links, { campaign, product, officer });
  }
  return links;
}

type Cast = { campaign: DemoCampaign; product: Goods; officer: string };

function planCampaign(timeline: Timeline, people: People, links: LinkStory[], cast: Cast): void {
  const { campaign, product, officer } = cast;
  const opens = campaign.published === null ? null : timeline.ago(campaign.published);
  const draft = draftOf(campaign, product, opens, timeline.now);
  const written = opens ? later(opens, -WRITING_DAYS) : timeline.ago(3);
  timeline.plan(written, async (at) => {
    const made = await createCampaign(await personAt(officer, at), {
      institutionId: product.institution.id,
      draft,
    });
    if (opens) planLife(timeline, cast, made.campaignId, draft, opens);
    const ends = campaign.closed === undefined ? null : timeline.ago(campaign.closed);
    planClaims(timeline, people, links, { ...cast, campaignId: made.campaignId, ends });
  });
}

function planLife(timeline: Timeline, cast: Cast, campaignId: string, draft: BriefDraft, opens: Date): void {
  const { campaign, officer } = cast;
  const plan = (days: number | undefined, step: (at: Date) => Promise<unknown>) => {
    if (days === undefined) return;
    timeline.plan(timeline.ago(days), async (at) => {
      await step(at);
    });
  };
  timeline.plan(opens, async (at) => {
    await publishCampaign(await personAt(officer, at), { campaignId });
  });
  plan(campaign.revised, async (at) => {
    const ctx = await personAt(officer, at);
    await saveDraft(ctx, { campaignId, draft: revisedDraft(draft) });
    await publishCampaign(ctx, { campaignId });
  });
  plan(campaign.paused, async (at) => pauseCampaign(await personAt(officer, at), { campaignId }));
  plan(campaign.closed, async (at) =>
    endCampaign(await personAt(officer, at), { campaignId, reason: ENDED }),
  );
  plan(campaign.archived, async (at) => archiveCampaign(await personAt(officer, at), { campaignId }));
}
