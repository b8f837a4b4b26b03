import { type BriefDraft, briefDraftSchema, DEFAULT_ATTRIBUTION } from "~/modules/campaigns/brief.schemas";
import { createCampaign } from "~/modules/campaigns/commands/create-campaign.server";
import { publishCampaign } from "~/modules/campaigns/commands/publish-campaign.server";
import type { Ctx } from "~/platform/context.server";

const DAY_MS = 86_400_000;

/** A complete draft that is open from yesterday for four weeks, for a product. */
export function aDraft(productId: string, now: Date, traits: Partial<BriefDraft> = {}): BriefDraft {
  return briefDraftSchema.parse({
    productId,
    title: "Kenalkan karya kami kepada keluarga muda",
    aim: "Memperkenalkan produk kepada pembeli yang belum mengenal karya warga binaan.",
    message: "Dibuat tangan dengan teliti; setiap pembelian ikut membiayai pembinaan.",
    dos: ["Tunjukkan produk dari dekat", "Sebutkan bahwa ini karya warga binaan"],
    donts: ["Jangan menampilkan wajah atau nama warga binaan"],
    deliverables: [
      {
        key: "instagram-reel",
        platform: "INSTAGRAM",
        format: "reel",
        quantity: 1,
        dueDaysAfterAcceptance: 7,
        dueAt: null,
        note: "",
      },
    ],
    hashtags: ["#iklan", "#KaryaWargaBinaan"],
    slots: 5,
    opensAt: new Date(now.getTime() - DAY_MS).toISOString(),
    closesAt: new Date(now.getTime() + 28 * DAY_MS).toISOString(),
    commission: { kind: "percent", basisPoints: 1_000 },
    attributionWindowDays: 30,
    attribution: DEFAULT_ATTRIBUTION,
    destination: { kind: "product" },
    ...traits,
  });
}

export type Campaign = { campaignId: string; slug: string };

/** A campaign in DRAFT, made by the real command. */
export function aDraftCampaign(
  ctx: Ctx,
  of: { institutionId: string; productId: string },
  traits: Partial<BriefDraft> = {},
): Promise<Campaign> {
  return createCampaign(ctx, {
    institutionId: of.institutionId,
    draft: aDraft(of.productId, ctx.clock.now(), traits),
  });
}

/** A published campaign, made by the real commands. */
export async function aCampaign(
  ctx: Ctx,
  of: { institutionId: string; productId: string },
  traits: Partial<BriefDraft> = {},
): Promise<Campaign> {
  const campaign = await aDraftCampaign(ctx, of, traits);
  await publishCampaign(ctx, { campaignId: campaign.campaignId });
  return campaign;
}
