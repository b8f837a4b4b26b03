import { existsSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { attachDraftMedia } from "~/modules/content/commands/attach-draft-media.server";
import { carryDraftMedia } from "~/modules/content/commands/carry-draft-media.server";
import { removeDraftMedia } from "~/modules/content/commands/remove-draft-media.server";
import { sweepOrphanMedia } from "~/modules/content/commands/sweep-orphan-media.server";
import { MAX_DRAFT_IMAGES, PENDING_MEDIA_DAYS } from "~/modules/content/draft-media";
import { deliverableDetail } from "~/modules/content/queries/deliverable-detail.server";
import { draftPicture } from "~/modules/content/queries/draft-picture.server";
import { contextOf } from "~/modules/identity/context.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { aDecision, aDraftVersion, aPicture } from "../../factories/content";
import { anInfluencer } from "../../factories/creators";
import { useDatabase } from "../../setup/database";
import { aPlace, clock, NOW, officerOf, system } from "../campaigns/world";
import { aScene } from "./world";

useDatabase({ resetEach: true });
// Pictures are encoded for real, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;

beforeEach(() => clock.set(NOW));

const onDisk = (storageKey: string) => existsSync(path.join(env().GAUNG_HOME, "storage", storageKey));
const pending = (deliverableId: string) =>
  db().draftMedia.findMany({ where: { deliverableId, draftVersionId: null }, orderBy: { position: "asc" } });

describe("pictures of a draft that is being made", () => {
  it("are kept in their order, can be taken out, and go with the draft", async () => {
    const { deliverableId, influencer } = await aScene();
    for (const colour of ["#aa0000", "#00aa00", "#0000aa"]) {
      await attachDraftMedia(influencer.ctx, { deliverableId, bytes: await aPicture(colour) });
    }
    const [first, second, third] = await pending(deliverableId);
    await removeDraftMedia(influencer.ctx, { deliverableId, mediaId: second?.id ?? "" });
    expect(onDisk(second?.storageKey ?? "")).toBe(false);
    expect(onDisk(first?.storageKey ?? "")).toBe(true);

    const { draftVersionId } = await aDraftVersion(influencer, deliverableId, { pictures: 0 });
    const kept = await db().draftMedia.findMany({ where: { draftVersionId }, orderBy: { position: "asc" } });
    expect(kept.map((media) => media.id)).toEqual([first?.id, third?.id]);
    await expect(
      removeDraftMedia(influencer.ctx, { deliverableId, mediaId: first?.id ?? "" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("are at most ten, also when more arrive at the same time, and the refused leave no file", async () => {
    const { deliverableId, influencer } = await aScene();
    const bytes = await aPicture("#884422", 320, 320);
    for (let index = 0; index < MAX_DRAFT_IMAGES - 1; index += 1) {
      await attachDraftMedia(influencer.ctx, { deliverableId, bytes });
    }
    const rest = await Promise.allSettled(
      [1, 2, 3].map(() => attachDraftMedia(influencer.ctx, { deliverableId, bytes })),
    );
    expect(rest.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of rest) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ userMessage: { key: "content:error.tooManyImages" } });
      }
    }
    const kept = await pending(deliverableId);
    expect(kept.map((media) => media.position)).toEqual(
      Array.from({ length: MAX_DRAFT_IMAGES }, (_, index) => index),
    );
  });

  it("are refused while the draft is in review", async () => {
    const { deliverableId, influencer } = await aScene();
    await aDraftVersion(influencer, deliverableId);
    await expect(
      attachDraftMedia(influencer.ctx, { deliverableId, bytes: await aPicture() }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("can be those of the last version, as copies that leave it untouched", async () => {
    const { deliverableId, influencer, place } = await aScene();
    const { draftVersionId } = await aDraftVersion(influencer, deliverableId, { pictures: 2 });
    await aDecision(place.officer, draftVersionId, "REVISION_REQUESTED");
    expect(await carryDraftMedia(influencer.ctx, { deliverableId })).toEqual({ carried: 2 });
    const copies = await pending(deliverableId);
    expect(copies).toHaveLength(2);
    for (const copy of copies) await removeDraftMedia(influencer.ctx, { deliverableId, mediaId: copy.id });
    const originals = await db().draftMedia.findMany({ where: { draftVersionId } });
    expect(originals).toHaveLength(2);
    expect(originals.every((media) => onDisk(`${media.storageKey}/320.webp`))).toBe(true);
  });
});

describe("who sees a picture", () => {
  it("is the influencer before it is handed in, and the Lapas and those above it afterwards", async () => {
    const { deliverableId, influencer, place } = await aScene();
    await attachDraftMedia(influencer.ctx, { deliverableId, bytes: await aPicture() });
    const mediaId = (await pending(deliverableId))[0]?.id ?? "";
    const elsewhere = await aPlace({ region: "Bali" });
    const asSeenBy = {
      influencer: influencer.ctx,
      officer: place.officer,
      kanwil: await officerOf(place, "KANWIL"),
      directorate: await officerOf(place, "DIRECTORATE"),
      otherInfluencer: (await anInfluencer(system())).ctx,
      otherOfficer: elsewhere.officer,
      otherKanwil: await officerOf(elsewhere, "KANWIL"),
      partner: await officerOf(place, "PARTNER"),
      anonymous: contextOf({ kind: "anonymous" }, { clock }),
    };
    const seers = async () => {
      const names: string[] = [];
      for (const [name, ctx] of Object.entries(asSeenBy)) {
        const seen = await draftPicture(ctx, { mediaId, file: "320.webp" }).then(
          () => true,
          (error: { code: string }) => {
            expect(["forbidden", "unauthenticated"]).toContain(error.code);
            return false;
          },
        );
        if (seen) names.push(name);
      }
      return names;
    };
    expect(await seers()).toEqual(["influencer"]);
    expect((await deliverableDetail(place.officer, { deliverableId })).pending).toEqual([]);
    expect((await deliverableDetail(influencer.ctx, { deliverableId })).pending).toHaveLength(1);
    await aDraftVersion(influencer, deliverableId, { pictures: 0 });
    expect(await seers()).toEqual(["influencer", "officer", "kanwil", "directorate"]);
  });

  it("gets only renditions that exist", async () => {
    const { deliverableId, influencer } = await aScene();
    const bytes = await aPicture("#8a4b2a", 900, 1_200);
    const { mediaId } = await attachDraftMedia(influencer.ctx, { deliverableId, bytes });
    const read = (id: string, file: string) => draftPicture(influencer.ctx, { mediaId: id, file });
    expect(await read(mediaId, "900.jpg")).toMatchObject({ contentType: "image/jpeg" });
    for (const [id, file] of [
      [mediaId, "321.webp"],
      [mediaId, "../../secret"],
      [mediaId, "320.svg"],
      ["kosong", "320.webp"],
    ] as const) {
      await expect(read(id, file)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("the sweep", () => {
  it("throws away what lay for two weeks or can no longer be handed in, and nothing else", async () => {
    const old = await aScene();
    await attachDraftMedia(old.influencer.ctx, { deliverableId: old.deliverableId, bytes: await aPicture() });
    const [forgotten] = await pending(old.deliverableId);
    const handedIn = await aScene();
    await aDraftVersion(handedIn.influencer, handedIn.deliverableId);

    clock.set(new Date(NOW.getTime() + (PENDING_MEDIA_DAYS + 1) * DAY_MS));
    const fresh = await aScene();
    await attachDraftMedia(fresh.influencer.ctx, {
      deliverableId: fresh.deliverableId,
      bytes: await aPicture(),
    });

    expect(await sweepOrphanMedia(system())).toEqual({ removed: 1 });
    expect(onDisk(forgotten?.storageKey ?? "")).toBe(false);
    expect(await pending(old.deliverableId)).toEqual([]);
    expect(await pending(fresh.deliverableId)).toHaveLength(1);
    expect(await db().draftMedia.count({ where: { draftVersionId: { not: null } } })).toBe(1);
    expect(await sweepOrphanMedia(system())).toEqual({ removed: 0 });
  });

  it("is the system's alone", async () => {
    const { place } = await aScene();
    await expect(sweepOrphanMedia(place.officer)).rejects.toMatchObject({ code: "forbidden" });
  });
});
