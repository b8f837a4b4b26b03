import { beforeEach, describe, expect, it } from "vitest";
import { archiveCampaign } from "~/modules/campaigns/commands/archive-campaign.server";
import { closeCampaign } from "~/modules/campaigns/commands/close-campaign.server";
import { closeEnded } from "~/modules/campaigns/commands/close-ended.server";
import { discardDraft } from "~/modules/campaigns/commands/discard-draft.server";
import { duplicateCampaign } from "~/modules/campaigns/commands/duplicate-campaign.server";
import { pauseCampaign } from "~/modules/campaigns/commands/pause-campaign.server";
import { publishCampaign } from "~/modules/campaigns/commands/publish-campaign.server";
import { resumeCampaign } from "~/modules/campaigns/commands/resume-campaign.server";
import { saveDraft } from "~/modules/campaigns/commands/save-draft.server";
import { campaignDetail } from "~/modules/campaigns/queries/campaign-detail.server";
import { db } from "~/platform/db.server";
import { aCampaign, aDraft, aDraftCampaign } from "../../factories/campaigns";
import { aClaim, anAcceptedClaim } from "../../factories/claims";
import { anInfluencer } from "../../factories/creators";
import { useDatabase } from "../../setup/database";
import { aPlace, clock, jobs, NOW, officerOf, type Place, system } from "./world";

useDatabase({ resetEach: true });

let place: Place;
beforeEach(async () => {
  clock.set(NOW);
  place = await aPlace();
});

const stored = (campaignId: string) => db().campaign.findUniqueOrThrow({ where: { id: campaignId } });
const conflict = (key: string) => ({ code: "conflict", userMessage: { key } });

describe("a draft", () => {
  it("is made by an officer of its institution and by nobody else", async () => {
    const { slug, campaignId } = await aDraftCampaign(place.officer, place);
    expect(slug).toBe("kenalkan-karya-kami-kepada-keluarga-muda");
    expect(await stored(campaignId)).toMatchObject({ status: "DRAFT", slots: 0, currentRevisionId: null });
    const other = await aPlace();
    await expect(aDraftCampaign(other.officer, place)).rejects.toMatchObject({ code: "forbidden" });
    await expect(aDraftCampaign(await officerOf(place, "KANWIL"), place)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("does not promote another institution's product", async () => {
    const other = await aPlace();
    const mixed = { institutionId: place.institutionId, productId: other.productId };
    await expect(aDraftCampaign(place.officer, mixed)).rejects.toMatchObject({
      code: "invalid",
      fields: { productId: [{ key: "campaigns:error.product" }] },
    });
  });

  it("is not overwritten by somebody who began from an older one", async () => {
    const { campaignId } = await aDraftCampaign(place.officer, place);
    const { draftVersion } = await campaignDetail(place.officer, { campaignId, ...place });
    const draft = aDraft(place.productId, NOW, { title: "Judul yang pertama" });
    await saveDraft(place.officer, { campaignId, draft, basedOn: draftVersion });
    const late = saveDraft(place.officer, {
      campaignId,
      draft: { ...draft, title: "Judul yang kedua" },
      basedOn: draftVersion,
    });
    await expect(late).rejects.toMatchObject(conflict("campaigns:error.changedMeanwhile"));
    expect((await stored(campaignId)).title).toBe("Judul yang pertama");
  });

  it("can be discarded until it was published", async () => {
    const draft = await aDraftCampaign(place.officer, place);
    await discardDraft(place.officer, draft);
    expect(await db().campaign.count()).toBe(0);
    const published = await aCampaign(place.officer, place);
    await expect(discardDraft(place.officer, published)).rejects.toMatchObject(
      conflict("campaigns:error.discard"),
    );
  });

  it("is copied without its dates", async () => {
    const original = await aCampaign(place.officer, place);
    const copy = await duplicateCampaign(place.officer, {
      ...original,
      rename: () => "Salinan karya kami",
    });
    expect(copy.slug).toBe("salinan-karya-kami");
    expect((await stored(copy.campaignId)).draft).toMatchObject({ opensAt: null, closesAt: null, slots: 5 });
  });
});

describe("a publication", () => {
  it("makes the first revision, shows it to the board, and tells the links", async () => {
    const { campaignId } = await aCampaign(place.officer, place);
    const campaign = await stored(campaignId);
    expect(campaign).toMatchObject({
      status: "PUBLISHED",
      slots: 5,
      platforms: ["INSTAGRAM"],
      publishedAt: NOW,
    });
    expect(campaign.searchText).toContain("miniatur kapal pinisi");
    expect(await jobs()).toEqual([{ job: "campaigns.changed", payload: { campaignId } }]);
  });

  it("is refused, with the reasons in the checklist, while a licence is missing", async () => {
    const food = await aPlace({ product: { name: "Keripik tempe", kind: "FOOD" } });
    const { campaignId } = await aDraftCampaign(food.officer, food);
    await expect(publishCampaign(food.officer, { campaignId })).rejects.toMatchObject({
      code: "invalid",
      userMessage: { key: "campaigns:error.notPublishable", params: { count: 1 } },
    });
    const { checklist } = await campaignDetail(food.officer, { campaignId, ...food });
    const line = checklist.find(({ check }) => check === "product");
    expect(line).toMatchObject({ ok: false });
    expect(line?.reasons?.map(({ key }) => key)).toEqual([
      "products:gate.businessMissing",
      "products:gate.foodMissing",
    ]);
    expect(await stored(campaignId)).toMatchObject({ status: "DRAFT", currentRevisionId: null });
    await licenseFood(food.productId);
    await publishCampaign(food.officer, { campaignId });
    expect((await stored(campaignId)).status).toBe("PUBLISHED");
  });

  it("is refused without disclosure, in the past, and for a product that is not public", async () => {
    const cases = [{ hashtags: ["#KaryaLapas"] }, { closesAt: new Date(NOW.getTime() - 1).toISOString() }];
    for (const traits of cases) {
      await expect(aCampaign(place.officer, place, traits)).rejects.toMatchObject({ code: "invalid" });
    }
    await db().product.update({ where: { id: place.productId }, data: { status: "DRAFT" } });
    await expect(aCampaign(place.officer, place)).rejects.toMatchObject({ code: "invalid" });
    expect(await db().campaignRevision.count()).toBe(0);
  });

  it("again makes the next revision; the claims keep theirs, and the revisions stay as they were", async () => {
    const { campaignId } = await aCampaign(place.officer, place);
    const claim = await aClaim(await anInfluencer(system()), campaignId);
    const draft = aDraft(place.productId, NOW, { title: "Judul baru untuk karya kami", slots: 8 });
    await saveDraft(place.officer, { campaignId, draft });
    const before = await campaignDetail(place.officer, { campaignId, ...place });
    expect(before.unpublished).toEqual(["title", "slots"]);
    expect(before.title).toBe("Kenalkan karya kami kepada keluarga muda");
    expect(await publishCampaign(place.officer, { campaignId })).toMatchObject({ number: 2 });
    const after = await campaignDetail(place.officer, { campaignId, ...place });
    expect(after).toMatchObject({ title: "Judul baru untuk karya kami", slots: 8, unpublished: [] });
    expect(after.revisions.map(({ number, changed }) => ({ number, changed }))).toEqual([
      { number: 2, changed: ["title", "slots"] },
      { number: 1, changed: [] },
    ]);
    expect(after.revisions[1]?.brief.title).toBe("Kenalkan karya kami kepada keluarga muda");
    const kept = await db().claim.findUniqueOrThrow({
      where: { id: claim.claimId },
      select: { revision: { select: { number: true } } },
    });
    expect(kept.revision.number).toBe(1);
  });

  it("is refused when nothing changed, and with fewer slots than are taken", async () => {
    const { campaignId } = await aCampaign(place.officer, place);
    await expect(publishCampaign(place.officer, { campaignId })).rejects.toMatchObject(
      conflict("campaigns:error.nothingChanged"),
    );
    for (let index = 0; index < 2; index += 1) {
      await anAcceptedClaim(place.officer, await anInfluencer(system()), campaignId);
    }
    await saveDraft(place.officer, { campaignId, draft: aDraft(place.productId, NOW, { slots: 1 }) });
    await expect(publishCampaign(place.officer, { campaignId })).rejects.toMatchObject({ code: "invalid" });
  });

  it("does not exchange the product of a campaign that has links", async () => {
    const { campaignId } = await aCampaign(place.officer, place);
    const second = await db().product.create({
      data: {
        institutionId: place.institutionId,
        slug: "lain",
        name: "Lain",
        kind: "CRAFT",
        priceRupiah: 1_000n,
      },
    });
    await expect(
      saveDraft(place.officer, { campaignId, draft: aDraft(second.id, NOW) }),
    ).rejects.toMatchObject({ fields: { productId: [{ key: "campaigns:error.productFixed" }] } });
  });

  it("happens once when two officers press at the same time", async () => {
    const { campaignId } = await aDraftCampaign(place.officer, place);
    const both = await Promise.allSettled([
      publishCampaign(place.officer, { campaignId }),
      publishCampaign(await officerOf(place, "LAPAS_HEAD"), { campaignId }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().campaignRevision.count()).toBe(1);
  });
});

describe("the moves of a campaign", () => {
  it("pause, resume, close and archive, each told to the links", async () => {
    const campaign = await aCampaign(place.officer, place);
    expect(await pauseCampaign(place.officer, campaign)).toEqual({ status: "PAUSED" });
    expect(await resumeCampaign(place.officer, campaign)).toEqual({ status: "PUBLISHED" });
    expect(await closeCampaign(place.officer, campaign)).toEqual({ status: "CLOSED" });
    expect(await archiveCampaign(place.officer, campaign)).toEqual({ status: "ARCHIVED" });
    expect(await jobs()).toHaveLength(5);
    expect(await db().auditEvent.count({ where: { entityId: campaign.campaignId } })).toBe(6);
  });

  it("are refused out of order and out of scope", async () => {
    const draft = await aDraftCampaign(place.officer, place);
    for (const move of [pauseCampaign, resumeCampaign, closeCampaign, archiveCampaign]) {
      await expect(move(place.officer, draft)).rejects.toMatchObject({ code: "conflict" });
    }
    const published = await aCampaign(place.officer, place);
    const other = await aPlace();
    await expect(pauseCampaign(other.officer, published)).rejects.toMatchObject({ code: "forbidden" });
    await closeCampaign(place.officer, published);
    const draftAfter = saveDraft(place.officer, {
      campaignId: published.campaignId,
      draft: aDraft(place.productId, NOW),
    });
    await expect(draftAfter).rejects.toMatchObject(conflict("campaigns:error.notEditable"));
  });

  it("end by themselves when all has run its course, and not while somebody waits for an answer", async () => {
    const done = await aCampaign(place.officer, place, { title: "Yang selesai sendiri" });
    const waits = await aCampaign(place.officer, place, { title: "Yang masih ditunggu" });
    await aClaim(await anInfluencer(system()), waits.campaignId);
    // 28 days open, 7 to decide, 7 to deliver, 30 in which a click counts.
    clock.set(new Date(NOW.getTime() + 71 * 86_400_000));
    expect(await closeEnded(system())).toEqual({ closed: 0 });
    clock.set(new Date(NOW.getTime() + 73 * 86_400_000));
    expect(await closeEnded(system())).toEqual({ closed: 1 });
    expect((await stored(done.campaignId)).status).toBe("CLOSED");
    expect((await stored(waits.campaignId)).status).toBe("PUBLISHED");
    expect(await closeEnded(system())).toEqual({ closed: 0 });
  });
});

async function licenseFood(productId: string): Promise<void> {
  const expiresOn = new Date("2030-12-31T00:00:00.000Z");
  await db().licence.createMany({
    data: [
      { productId, kind: "NIB", number: "1234567890123" },
      { productId, kind: "PIRT", number: "2063306010072-30", expiresOn },
    ],
  });
}
