import { beforeEach, describe, expect, it, vi } from "vitest";
import { withdrawClaim } from "~/modules/claims/commands/withdraw-claim.server";
import { openDeliverables } from "~/modules/content/commands/open-deliverables.server";
import { reviewDraft } from "~/modules/content/commands/review-draft.server";
import { submitDraft } from "~/modules/content/commands/submit-draft.server";
import { submitPostProof } from "~/modules/content/commands/submit-post-proof.server";
import { claimDeliverables } from "~/modules/content/queries/claim-deliverables.server";
import { deliverableDetail } from "~/modules/content/queries/deliverable-detail.server";
import { openDeliverablesOfCreator } from "~/modules/content/queries/open-deliverables-of-creator.server";
import { db } from "~/platform/db.server";
import { aClaim } from "../../factories/claims";
import { aDecision, aDraftVersion } from "../../factories/content";
import { anInfluencer } from "../../factories/creators";
import { useDatabase } from "../../setup/database";
import { clock, jobs, NOW, system } from "../campaigns/world";
import { aScene, asked } from "./world";

useDatabase({ resetEach: true });
// Pictures are encoded for real, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;
const POST = "https://www.instagram.com/reel/C9abcde12X/";
const WITHDRAWN = "Saya tidak dapat melanjutkan karena pindah kota.";

beforeEach(() => clock.set(NOW));

const statusOf = async (id: string) => (await db().deliverable.findUniqueOrThrow({ where: { id } })).status;
const conflict = (key: string) => ({ code: "conflict", userMessage: { key } });
const ticked = { noIdentifiableInmate: true, noSecurityDetail: true, disclosurePresent: true };

describe("opening", () => {
  it("makes one row for each piece asked, due as the brief says, once", async () => {
    const dueAt = "2026-12-01T05:00:00.000Z";
    const scene = await aScene({
      deliverables: [
        asked({ quantity: 2 }),
        asked({ key: "tiktok", platform: "TIKTOK", format: "video", dueDaysAfterAcceptance: null, dueAt }),
      ],
    });
    const again = await openDeliverables(system(), { claimId: scene.claimId });
    expect(again).toEqual({ opened: 0 });
    const rows = await db().deliverable.findMany({ orderBy: { key: "asc" } });
    expect(
      rows.map(({ key, platform, format, dueAt: due, status }) => [key, platform, format, due, status]),
    ).toEqual([
      ["instagram-reel#1", "INSTAGRAM", "reel", new Date(NOW.getTime() + 7 * DAY_MS), "AWAITING_DRAFT"],
      ["instagram-reel#2", "INSTAGRAM", "reel", new Date(NOW.getTime() + 7 * DAY_MS), "AWAITING_DRAFT"],
      ["tiktok#1", "TIKTOK", "video", new Date(dueAt), "AWAITING_DRAFT"],
    ]);
  });

  it("is refused for a claim that nobody accepted, and does nothing for one withdrawn meanwhile", async () => {
    const scene = await aScene();
    const other = await anInfluencer(system());
    const { claimId } = await aClaim(other, scene.campaignId);
    await expect(openDeliverables(system(), { claimId })).rejects.toMatchObject({ code: "conflict" });
    await db().deliverable.deleteMany();
    await withdrawClaim(scene.influencer.ctx, { claimId: scene.claimId, reason: WITHDRAWN });
    expect(await openDeliverables(system(), { claimId: scene.claimId })).toEqual({ opened: 0 });
    expect(await db().deliverable.count()).toBe(0);
  });
});

describe("a draft", () => {
  it("goes from draft over revision to approval and the live post, and keeps every version", async () => {
    const { deliverableId, place, influencer, claimId } = await aScene();
    const first = await aDraftVersion(influencer, deliverableId);
    expect(await statusOf(deliverableId)).toBe("IN_REVIEW");

    clock.set(new Date(NOW.getTime() + DAY_MS));
    await aDecision(place.officer, first.draftVersionId, "REVISION_REQUESTED");
    expect(await statusOf(deliverableId)).toBe("REVISION_REQUESTED");

    const second = await aDraftVersion(influencer, deliverableId, {
      caption: "Lebih baik. #iklan",
      pictures: 2,
    });
    expect(second.number).toBe(2);
    await aDecision(place.officer, second.draftVersionId);
    expect(await statusOf(deliverableId)).toBe("APPROVED");

    await submitPostProof(influencer.ctx, { deliverableId, url: `${POST}?igsh=abc` });
    expect(await statusOf(deliverableId)).toBe("LIVE");

    const detail = await deliverableDetail(place.officer, { deliverableId });
    expect(detail.proof?.url).toBe(POST);
    expect(detail.turn).toBeNull();
    expect(
      detail.versions.map(({ number, caption, media, decision }) => [
        number,
        caption.slice(0, 5),
        media.length,
        decision?.outcome,
      ]),
    ).toEqual([
      [2, "Lebih", 2, "APPROVED"],
      [1, "Minia", 1, "REVISION_REQUESTED"],
    ]);
    expect(
      (await jobs()).filter(({ job }) => job === "content.draftDecided").map(({ payload }) => payload),
    ).toEqual([{ draftVersionId: first.draftVersionId }, { draftVersionId: second.draftVersionId }]);
    const trail = await db().auditEvent.findMany({
      where: { action: { startsWith: "content." } },
      orderBy: { id: "asc" },
    });
    expect(trail.map((event) => event.action)).toEqual([
      "content.opened",
      "content.submitted",
      "content.requestRevision",
      "content.submitted",
      "content.approve",
      "content.live",
    ]);
    expect(await claimDeliverables(influencer.ctx, { claimId })).toMatchObject([
      { id: deliverableId, status: "LIVE", version: 2, postUrl: POST, turn: null, overdue: false },
    ]);
  });

  it("is taken once while it waits, also when the button is pressed twice at the same time", async () => {
    const { deliverableId, influencer } = await aScene();
    const twice = await Promise.allSettled([
      submitDraft(influencer.ctx, {
        deliverableId,
        caption: "Satu #iklan",
        note: "",
        videoUrl: "https://youtu.be/EJNPYff3lxU",
      }),
      submitDraft(influencer.ctx, {
        deliverableId,
        caption: "Dua #iklan",
        note: "",
        videoUrl: "https://youtu.be/EJNPYff3lxU",
      }),
    ]);
    expect(twice.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(twice.find((result) => result.status === "rejected")).toMatchObject({
      reason: conflict("content:error.noDraftNow"),
    });
    expect(await db().draftVersion.count()).toBe(1);
  });

  it("needs a picture or a video where the platform does, and nothing stays of a refused one", async () => {
    const { deliverableId, influencer } = await aScene();
    await expect(aDraftVersion(influencer, deliverableId, { pictures: 0 })).rejects.toMatchObject({
      code: "invalid",
      userMessage: { key: "content:error.mediaMissing" },
    });
    expect(await statusOf(deliverableId)).toBe("AWAITING_DRAFT");
    expect(await db().draftVersion.count()).toBe(0);
  });

  it("on X may be words alone", async () => {
    const scene = await aScene({ deliverables: [asked({ key: "x", platform: "X", format: "post" })] });
    await aDraftVersion(scene.influencer, scene.deliverableId, { pictures: 0 });
    expect(await statusOf(scene.deliverableId)).toBe("IN_REVIEW");
  });

  it("refuses a video of another platform by name, at its field", async () => {
    const { deliverableId, influencer } = await aScene();
    const videoUrl = "https://vt.tiktok.com/ZSabc123/";
    await expect(aDraftVersion(influencer, deliverableId, { pictures: 0, videoUrl })).rejects.toMatchObject({
      fields: {
        videoUrl: [
          { key: "content:error.url.otherPlatform", params: { wanted: "Instagram", found: "TikTok" } },
        ],
      },
    });
  });

  it("is no longer taken or decided once the influencer has withdrawn", async () => {
    const { deliverableId, claimId, influencer, place } = await aScene();
    const { draftVersionId } = await aDraftVersion(influencer, deliverableId);
    await withdrawClaim(influencer.ctx, { claimId, reason: WITHDRAWN });
    await expect(aDecision(place.officer, draftVersionId)).rejects.toMatchObject(
      conflict("content:error.claimEnded"),
    );
    const detail = await deliverableDetail(place.officer, { deliverableId });
    expect(detail).toMatchObject({ canReview: false, turn: null });
  });
});

describe("a decision", () => {
  it("approves only with all three checks", async () => {
    const { deliverableId, influencer, place } = await aScene();
    const { draftVersionId } = await aDraftVersion(influencer, deliverableId);
    for (const missing of ["noIdentifiableInmate", "noSecurityDetail", "disclosurePresent"] as const) {
      const review = {
        draftVersionId,
        outcome: "APPROVED" as const,
        comment: "",
        ...ticked,
        [missing]: false,
      };
      await expect(reviewDraft(place.officer, review)).rejects.toThrow(`content:error.check.${missing}`);
    }
    expect(await statusOf(deliverableId)).toBe("IN_REVIEW");
    expect(await db().reviewDecision.count()).toBe(0);
  });

  it("asks for words when it refuses, and shows them to the influencer without the officer's name", async () => {
    const { deliverableId, influencer, place } = await aScene();
    const { draftVersionId } = await aDraftVersion(influencer, deliverableId);
    for (const outcome of ["REVISION_REQUESTED", "REJECTED"] as const) {
      const review = { draftVersionId, outcome, comment: "   ", ...ticked };
      await expect(reviewDraft(place.officer, review)).rejects.toThrow("content:error.commentMissing");
    }
    await aDecision(place.officer, draftVersionId, "REJECTED");
    const seen = await deliverableDetail(influencer.ctx, { deliverableId });
    expect(seen.versions[0]?.decision).toMatchObject({ outcome: "REJECTED", by: null });
    expect(seen.versions[0]?.decision?.comment).toContain("Wajah");
    const officers = await deliverableDetail(place.officer, { deliverableId });
    expect(officers.versions[0]?.decision?.by).toMatch(/^Petugas/);
  });

  it.each(["APPROVED", "REJECTED"] as const)(
    "of %s is final: no other decision, no other draft",
    async (outcome) => {
      const { deliverableId, influencer, place } = await aScene();
      const { draftVersionId } = await aDraftVersion(influencer, deliverableId);
      await aDecision(place.officer, draftVersionId, outcome);
      for (const other of ["APPROVED", "REVISION_REQUESTED", "REJECTED"] as const) {
        await expect(aDecision(place.officer, draftVersionId, other)).rejects.toMatchObject(
          conflict("content:error.decidedAlready"),
        );
      }
      await expect(aDraftVersion(influencer, deliverableId)).rejects.toMatchObject(
        conflict("content:error.noDraftNow"),
      );
      expect(await statusOf(deliverableId)).toBe(outcome);
      expect(await db().reviewDecision.count()).toBe(1);
    },
  );

  it("on an old version does not touch the new one", async () => {
    const { deliverableId, influencer, place } = await aScene();
    const first = await aDraftVersion(influencer, deliverableId);
    await aDecision(place.officer, first.draftVersionId, "REVISION_REQUESTED");
    await aDraftVersion(influencer, deliverableId);
    await expect(aDecision(place.officer, first.draftVersionId)).rejects.toMatchObject(
      conflict("content:error.decidedAlready"),
    );
    expect(await statusOf(deliverableId)).toBe("IN_REVIEW");
  });
});

describe("the proof", () => {
  it("comes only after the approval, and once", async () => {
    const { deliverableId, influencer, place } = await aScene();
    const prove = () => submitPostProof(influencer.ctx, { deliverableId, url: POST });
    await expect(prove()).rejects.toMatchObject(conflict("content:error.noProofNow"));
    const { draftVersionId } = await aDraftVersion(influencer, deliverableId);
    await expect(prove()).rejects.toMatchObject(conflict("content:error.noProofNow"));
    await aDecision(place.officer, draftVersionId);
    await prove();
    await expect(prove()).rejects.toMatchObject(conflict("content:error.noProofNow"));
    expect(await db().postProof.count()).toBe(1);
  });

  it("must be a post of the deliverable's platform", async () => {
    const { deliverableId, influencer, place } = await aScene();
    await aDecision(place.officer, (await aDraftVersion(influencer, deliverableId)).draftVersionId);
    const refused = (url: string) =>
      expect(submitPostProof(influencer.ctx, { deliverableId, url })).rejects.toMatchObject({
        code: "invalid",
      });
    await refused("https://www.tiktok.com/@ayu/video/7234567890123456789");
    await refused("https://www.instagram.com/ayu.lestari/");
    await refused("bukan tautan");
    expect(await statusOf(deliverableId)).toBe("APPROVED");
  });

  it("proves one deliverable, also when two are sent at the same time", async () => {
    const { deliverableIds, influencer, place } = await aScene({ deliverables: [asked({ quantity: 2 })] });
    for (const id of deliverableIds) {
      await aDecision(place.officer, (await aDraftVersion(influencer, id)).draftVersionId);
    }
    const both = await Promise.allSettled(
      deliverableIds.map((deliverableId) => submitPostProof(influencer.ctx, { deliverableId, url: POST })),
    );
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "conflict", fields: { url: [{ key: "content:error.url.used" }] } },
    });
    expect(await db().postProof.count()).toBe(1);
    expect(await db().deliverable.count({ where: { status: "APPROVED" } })).toBe(1);
  });
});

describe("what is due next", () => {
  it("lists the influencer's own steps by their date, and nothing that waits for the Lapas", async () => {
    const scene = await aScene({
      deliverables: [
        asked({ key: "late", dueDaysAfterAcceptance: 20 }),
        asked({ key: "soon", dueDaysAfterAcceptance: 3 }),
        asked({ key: "review", dueDaysAfterAcceptance: 1 }),
      ],
    });
    const [review = ""] = scene.deliverableIds;
    await aDraftVersion(scene.influencer, review);
    const open = await openDeliverablesOfCreator(scene.influencer.ctx);
    expect(open.map((piece) => piece.key)).toEqual(["soon#1", "late#1"]);
    expect(open[0]).toMatchObject({ turn: { who: "influencer" }, timeZone: "Asia/Jakarta" });
    await expect(openDeliverablesOfCreator(scene.place.officer)).rejects.toMatchObject({ code: "forbidden" });
  });
});
