import { type BriefDraft, DEFAULT_ATTRIBUTION } from "~/modules/campaigns/brief.schemas";
import type { DemoCampaign } from "./data-campaigns";
import type { Goods } from "./places";
import { later } from "./timeline";

const DOS = [
  "Sebut nama produk dan Lapas pembuatnya",
  "Perlihatkan produk dari dekat, dengan cahaya alami",
  "Pasang tautan referral di bio atau komentar yang disematkan",
];
const DONTS = [
  "Jangan menampilkan wajah, nama, atau perkara warga binaan",
  "Jangan memperlihatkan pintu, pagar, kamera, atau jadwal jaga",
  "Jangan menjanjikan khasiat atau menjelekkan produk lain",
];

/** Days after acceptance at which the first piece is due; each further piece is due so many days later. */
const FIRST_DUE = 10;
const NEXT_DUE = 5;

/** The key of a brief's nth kind of content. */
export const contentKey = (platform: string, format: string, index: number) =>
  `${platform.toLowerCase()}-${format}-${index + 1}`;

/** The working copy of a demonstration's brief. */
export function draftOf(campaign: DemoCampaign, goods: Goods, opens: Date | null, now: Date): BriefDraft {
  return {
    productId: goods.id,
    title: campaign.title,
    aim: campaign.aim,
    message: campaign.message,
    dos: DOS,
    donts: DONTS,
    deliverables: campaign.deliverables.map(([platform, format, quantity], index) => ({
      key: contentKey(platform, format, index),
      platform,
      format,
      quantity,
      dueDaysAfterAcceptance: FIRST_DUE + index * NEXT_DUE,
      dueAt: null,
      note: index === 0 ? "Durasi 20 sampai 60 detik" : "",
    })),
    hashtags: [campaign.hashtag, "#KaryaWargaBinaan", "#iklan"],
    slots: campaign.slots,
    opensAt: opens?.toISOString() ?? null,
    closesAt: opens ? later(now, -campaign.closes).toISOString() : null,
    commission: campaign.commission,
    attributionWindowDays: 14,
    attribution: DEFAULT_ATTRIBUTION,
    destination: { kind: "product" },
  };
}

/** The same brief as it is published a second time: clearer, and with one slot more. */
export function revisedDraft(draft: BriefDraft): BriefDraft {
  return {
    ...draft,
    message: `${draft.message} Sebutkan juga bahwa tautan di bio membantu Lapas tahu dari mana pesanan datang.`,
    slots: (draft.slots ?? 0) + 1,
  };
}
