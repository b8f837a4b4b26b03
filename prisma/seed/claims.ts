import { acceptClaim } from "~/modules/claims/commands/accept-claim.server";
import { applyToCampaign } from "~/modules/claims/commands/apply-to-campaign.server";
import { rejectClaim } from "~/modules/claims/commands/reject-claim.server";
import { withdrawClaim } from "~/modules/claims/commands/withdraw-claim.server";
import { openDeliverables } from "~/modules/content/commands/open-deliverables.server";
import { issueLink } from "~/modules/tracking/commands/issue-link.server";
import { personAt, systemAt } from "./actors";
import { planContent } from "./content";
import type { ClaimFate, DemoCampaign } from "./data-campaigns";
import type { People } from "./people";
import type { Goods } from "./places";
import { Chance } from "./random";
import { later, type Timeline } from "./timeline";

/** A link and what draws people to it. */
export type LinkStory = {
  linkId: string;
  coupon: string;
  product: Goods;
  /** PR officer of its institution. */
  officer: string;
  since: Date;
  /** When the campaign ended, and its links with it. */
  ends: Date | null;
  /** How well known the influencer is; 1 is usual. */
  pull: number;
  /** When posts went live. */
  posts: Date[];
};

export type ClaimCast = {
  campaign: DemoCampaign;
  campaignId: string;
  product: Goods;
  officer: string;
  ends: Date | null;
};

const REASONS = [
  "Pengikut saya banyak yang mencari oleh-oleh daerah, dan saya ingin ceritanya sampai utuh.",
  "Saya sudah pernah membeli produk ini dan ingin menceritakannya dengan jujur.",
  "Konten saya cocok dengan produk ini, dan saya bisa membuat dua versi untuk dipilih.",
  "Saya tinggal tidak jauh dari sini dan bisa mengambil gambar di pasar setempat.",
  "Saya suka barang yang dibuat pelan. Beri saya waktu seminggu, hasilnya rapi.",
];

/** Between the application and the decision, in days. */
const DECISION_DAYS = 0.9;

/** Plans what becomes of each claim of a campaign. */
export function planClaims(timeline: Timeline, people: People, links: LinkStory[], cast: ClaimCast): void {
  for (const fate of cast.campaign.claims) {
    const userId = people.influencers.get(fate.by);
    if (!userId) throw new Error(`no influencer ${fate.by}`);
    const chance = new Chance(`${cast.campaign.title} ${fate.by}`);
    const decided = timeline.ago(fate.at);
    const applies = fate.kind === "applied" ? decided : later(decided, -DECISION_DAYS);
    timeline.plan(applies, async (at) => {
      const { claimId } = await applyToCampaign(await personAt(userId, at), {
        campaignId: cast.campaignId,
        message: chance.pick(REASONS),
      });
      if (fate.kind === "applied") return;
      timeline.plan(decided, async (then) => {
        await decide(timeline, links, { ...cast, fate, claimId, userId, chance }, then);
      });
    });
  }
}

type Decided = ClaimCast & { fate: ClaimFate; claimId: string; userId: string; chance: Chance };

async function decide(timeline: Timeline, links: LinkStory[], cast: Decided, at: Date): Promise<void> {
  const { fate, claimId, userId, officer } = cast;
  if (fate.kind === "rejected") {
    await rejectClaim(await personAt(officer, at), { claimId, reason: fate.reason });
  } else if (fate.kind === "withdrawn") {
    await withdrawClaim(await personAt(userId, at), { claimId });
  } else if (fate.kind === "accepted") {
    await acceptClaim(await personAt(officer, at), { claimId });
    // What the worker does on `claimAccepted`, at the same moment of the story.
    await openDeliverables(systemAt(at), { claimId });
    const { linkId, coupon } = await issueLink(systemAt(at), { claimId });
    const { product, ends } = cast;
    const link = { linkId, coupon, product, officer, since: at, ends, pull: fate.pull, posts: [] };
    links.push(link);
    await planContent(timeline, link, {
      claimId,
      userId,
      officer,
      fate,
      chance: cast.chance,
      campaign: cast.campaign,
      at,
    });
  }
}
