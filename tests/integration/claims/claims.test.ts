import { beforeEach, describe, expect, it } from "vitest";
import { closeCampaign } from "~/modules/campaigns/commands/close-campaign.server";
import { pauseCampaign } from "~/modules/campaigns/commands/pause-campaign.server";
import { acceptClaim } from "~/modules/claims/commands/accept-claim.server";
import { applyToCampaign } from "~/modules/claims/commands/apply-to-campaign.server";
import { endCampaign } from "~/modules/claims/commands/end-campaign.server";
import { rejectClaim } from "~/modules/claims/commands/reject-claim.server";
import { withdrawClaim } from "~/modules/claims/commands/withdraw-claim.server";
import { db } from "~/platform/db.server";
import { aCampaign } from "../../factories/campaigns";
import { aClaim, anAcceptedClaim } from "../../factories/claims";
import { anInfluencer, type Influencer } from "../../factories/creators";
import { useDatabase } from "../../setup/database";
import { aPlace, clock, jobs, NOW, officerOf, type Place, system } from "../campaigns/world";

useDatabase({ resetEach: true });

const DAY_MS = 86_400_000;
const REASON = "Kami memilih kreator yang tinggal lebih dekat.";

let place: Place;
let campaignId: string;
let ayu: Influencer;

beforeEach(async () => {
  clock.set(NOW);
  place = await aPlace();
  campaignId = (await aCampaign(place.officer, place, { slots: 1 })).campaignId;
  ayu = await anInfluencer(system(), { name: "Ayu Lestari" });
});

const stored = (claimId: string) => db().claim.findUniqueOrThrow({ where: { id: claimId } });
const slotsTaken = async () =>
  (await db().campaign.findUniqueOrThrow({ where: { id: campaignId } })).slotsTaken;
const conflict = (key: string) => ({ code: "conflict", userMessage: { key } });
const jobNames = async () => (await jobs()).map(({ job }) => job);

describe("an application", () => {
  it("waits for the Lapas and keeps the revision that was current", async () => {
    const { claimId } = await aClaim(ayu, campaignId);
    const { currentRevisionId } = await db().campaign.findUniqueOrThrow({ where: { id: campaignId } });
    expect(await stored(claimId)).toMatchObject({
      status: "APPLIED",
      creatorId: ayu.creatorId,
      revisionId: currentRevisionId,
      appliedAt: NOW,
      decidedAt: null,
    });
    expect(await slotsTaken()).toBe(0);
  });

  it("is made once, even when the button is pressed twice at the same time", async () => {
    const twice = await Promise.allSettled([aClaim(ayu, campaignId), aClaim(ayu, campaignId)]);
    expect(twice.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(twice.find((result) => result.status === "rejected")).toMatchObject({
      reason: conflict("claims:error.alreadyClaimed"),
    });
    expect(await db().claim.count()).toBe(1);
  });

  it("needs a social account, and says so", async () => {
    const bare = await anInfluencer(system(), { profile: false });
    await expect(aClaim(bare, campaignId)).rejects.toMatchObject(conflict("claims:error.gap.socialAccount"));
  });

  it("is for influencers", async () => {
    const message = "Saya petugas, bukan kreator, dan tetap ingin mencoba.";
    await expect(applyToCampaign(place.officer, { campaignId, message })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is refused outside the window, while paused, when full and when closed", async () => {
    const opensAt = new Date(NOW.getTime() + DAY_MS).toISOString();
    const soon = await aCampaign(place.officer, place, { opensAt });
    await expect(aClaim(ayu, soon.campaignId)).rejects.toMatchObject(
      conflict("claims:error.notOpen.upcoming"),
    );
    await anAcceptedClaim(place.officer, await anInfluencer(system()), campaignId);
    await expect(aClaim(ayu, campaignId)).rejects.toMatchObject(conflict("claims:error.notOpen.full"));
    const other = await aCampaign(place.officer, place, { title: "Kampanye kedua kami" });
    await pauseCampaign(place.officer, other);
    await expect(aClaim(ayu, other.campaignId)).rejects.toMatchObject(
      conflict("claims:error.notOpen.paused"),
    );
    clock.set(new Date(NOW.getTime() + 28 * DAY_MS));
    await expect(aClaim(ayu, other.campaignId)).rejects.toMatchObject(conflict("claims:error.notOpen.ended"));
    await closeCampaign(place.officer, other);
    await expect(aClaim(ayu, other.campaignId)).rejects.toMatchObject(
      conflict("claims:error.notOpen.closed"),
    );
    expect(await db().claim.count({ where: { creatorId: ayu.creatorId } })).toBe(0);
  });
});

describe("a decision", () => {
  it("to accept takes the slot and asks for content, link and mail, all at once", async () => {
    const { claimId } = await aClaim(ayu, campaignId);
    const before = (await jobNames()).length;
    await acceptClaim(place.officer, { claimId });
    expect(await stored(claimId)).toMatchObject({ status: "ACCEPTED", decidedAt: NOW, decisionReason: null });
    expect(await slotsTaken()).toBe(1);
    expect((await jobNames()).slice(before)).toEqual(["claims.decided", "claims.accepted"]);
    expect(await db().auditEvent.count({ where: { action: "claim.accepted", entityId: claimId } })).toBe(1);
  });

  it("to reject needs a reason, and frees nothing", async () => {
    const { claimId } = await aClaim(ayu, campaignId);
    await expect(rejectClaim(place.officer, { claimId, reason: "  " })).rejects.toMatchObject({
      name: "ZodError",
    });
    await rejectClaim(place.officer, { claimId, reason: REASON });
    expect(await stored(claimId)).toMatchObject({ status: "REJECTED", decisionReason: REASON });
    expect(await slotsTaken()).toBe(0);
    await expect(acceptClaim(place.officer, { claimId })).rejects.toMatchObject(
      conflict("claims:error.decided.REJECTED"),
    );
    await expect(aClaim(ayu, campaignId)).rejects.toMatchObject(conflict("claims:error.alreadyClaimed"));
  });

  it("is the Lapas's own: neither another Lapas, nor the Kanwil, nor an influencer", async () => {
    const { claimId } = await aClaim(ayu, campaignId);
    for (const ctx of [(await aPlace()).officer, await officerOf(place, "KANWIL"), ayu.ctx]) {
      await expect(acceptClaim(ctx, { claimId })).rejects.toMatchObject({ code: "forbidden" });
      await expect(rejectClaim(ctx, { claimId, reason: REASON })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    expect(await stored(claimId)).toMatchObject({ status: "APPLIED" });
  });

  it("without a slot leaves the claim as it was", async () => {
    const { claimId } = await aClaim(ayu, campaignId);
    await anAcceptedClaim(place.officer, await anInfluencer(system()), campaignId);
    await expect(acceptClaim(place.officer, { claimId })).rejects.toMatchObject({
      code: "conflict",
      userMessage: { key: "campaigns:error.slotsFull", params: { slots: 1 } },
    });
    expect(await stored(claimId)).toMatchObject({ status: "APPLIED", decidedAt: null });
  });
});

describe("a withdrawal", () => {
  it("before the decision needs no reason, and the application may come again with the newest brief", async () => {
    const { claimId } = await aClaim(ayu, campaignId);
    expect(await withdrawClaim(ayu.ctx, { claimId })).toEqual({ slotFreed: false });
    await expect(acceptClaim(place.officer, { claimId })).rejects.toMatchObject(
      conflict("claims:error.decided.WITHDRAWN"),
    );
    clock.set(new Date(NOW.getTime() + DAY_MS));
    expect(await aClaim(ayu, campaignId, "Jadwal saya berubah, sekarang saya bisa.")).toEqual({ claimId });
    expect(await stored(claimId)).toMatchObject({ status: "APPLIED", appliedAt: clock.now() });
  });

  it("after acceptance needs a reason, frees the slot and is final", async () => {
    const { claimId } = await anAcceptedClaim(place.officer, ayu, campaignId);
    await expect(withdrawClaim(ayu.ctx, { claimId, reason: "sakit" })).rejects.toMatchObject({
      fields: { reason: [{ key: "claims:error.reason" }] },
    });
    const reason = "Saya sakit dan tidak dapat membuat konten bulan ini.";
    expect(await withdrawClaim(ayu.ctx, { claimId, reason })).toEqual({ slotFreed: true });
    expect(await slotsTaken()).toBe(0);
    expect(await stored(claimId)).toMatchObject({ status: "WITHDRAWN", decisionReason: reason });
    await expect(aClaim(ayu, campaignId)).rejects.toMatchObject(conflict("claims:error.alreadyClaimed"));
    await expect(withdrawClaim(ayu.ctx, { claimId, reason })).rejects.toMatchObject(
      conflict("claims:error.notWithdrawable"),
    );
    expect(await slotsTaken()).toBe(0);
  });

  it("after content was approved keeps the slot", async () => {
    const { claimId } = await anAcceptedClaim(place.officer, ayu, campaignId);
    const of = { claimId, platform: "INSTAGRAM", format: "reel", dueAt: NOW } as const;
    await db().deliverable.create({ data: { ...of, key: "instagram-reel#1", status: "APPROVED" } });
    const reason = "Akun saya dibatasi sehingga tidak dapat mengunggah.";
    expect(await withdrawClaim(ayu.ctx, { claimId, reason })).toEqual({ slotFreed: false });
    expect(await slotsTaken()).toBe(1);
  });

  it("is one's own", async () => {
    const { claimId } = await aClaim(ayu, campaignId);
    const stranger = await anInfluencer(system());
    await expect(withdrawClaim(stranger.ctx, { claimId })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the end of a campaign", () => {
  it("answers everybody who waits and leaves the accepted alone", async () => {
    const two = (await aCampaign(place.officer, place, { slots: 2 })).campaignId;
    const accepted = await anAcceptedClaim(place.officer, ayu, two);
    const waiting = await aClaim(await anInfluencer(system()), two);
    expect(await endCampaign(place.officer, { campaignId: two, reason: REASON })).toEqual({ answered: 1 });
    expect(await stored(waiting.claimId)).toMatchObject({ status: "REJECTED", decisionReason: REASON });
    expect(await stored(accepted.claimId)).toMatchObject({ status: "ACCEPTED" });
    const campaign = await db().campaign.findUniqueOrThrow({ where: { id: two } });
    expect(campaign.status).toBe("CLOSED");
  });

  it("does nothing at all when the campaign cannot be closed", async () => {
    const { claimId } = await aClaim(ayu, campaignId);
    await closeCampaign(place.officer, { campaignId });
    await expect(endCampaign(place.officer, { campaignId, reason: REASON })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await stored(claimId)).toMatchObject({ status: "APPLIED" });
  });
});
