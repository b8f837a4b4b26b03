import { beforeAll, describe, expect, it } from "vitest";
import { attachDraftMedia } from "~/modules/content/commands/attach-draft-media.server";
import { openDeliverables } from "~/modules/content/commands/open-deliverables.server";
import { submitDraft } from "~/modules/content/commands/submit-draft.server";
import { submitPostProof } from "~/modules/content/commands/submit-post-proof.server";
import { claimDeliverables } from "~/modules/content/queries/claim-deliverables.server";
import { deliverableDetail } from "~/modules/content/queries/deliverable-detail.server";
import { contextOf } from "~/modules/identity/context.server";
import type { Ctx } from "~/platform/context.server";
import { aDecision, aDraftVersion, aPicture } from "../../factories/content";
import { anInfluencer } from "../../factories/creators";
import { useDatabase } from "../../setup/database";
import { aPlace, clock, officerOf, system } from "../campaigns/world";
import { aScene } from "./world";

useDatabase();

let scene: Awaited<ReturnType<typeof aScene>>;
let draftVersionId: string;
let people: Record<string, Ctx>;

beforeAll(async () => {
  scene = await aScene();
  ({ draftVersionId } = await aDraftVersion(scene.influencer, scene.deliverableId));
  const elsewhere = await aPlace({ region: "Bali" });
  people = {
    kanwil: await officerOf(scene.place, "KANWIL"),
    directorate: await officerOf(scene.place, "DIRECTORATE"),
    otherOfficer: elsewhere.officer,
    otherKanwil: await officerOf(elsewhere, "KANWIL"),
    otherInfluencer: (await anInfluencer(system())).ctx,
    partner: await officerOf(scene.place, "PARTNER"),
    anonymous: contextOf({ kind: "anonymous" }, { clock }),
  };
});

const refusal = { code: expect.stringMatching(/^(forbidden|unauthenticated)$/) };

describe("who may read content", () => {
  it("are the two sides, the Kanwil and the directorate", async () => {
    const readers = [scene.influencer.ctx, scene.place.officer, people.kanwil, people.directorate];
    for (const reader of readers) {
      if (!reader) throw new Error("a reader is missing");
      expect((await deliverableDetail(reader, scene)).id).toBe(scene.deliverableId);
      expect(await claimDeliverables(reader, scene)).toHaveLength(1);
    }
    for (const name of ["otherOfficer", "otherKanwil", "otherInfluencer", "partner", "anonymous"]) {
      const stranger = people[name] ?? scene.influencer.ctx;
      await expect(deliverableDetail(stranger, scene)).rejects.toMatchObject(refusal);
      await expect(claimDeliverables(stranger, scene)).rejects.toMatchObject(refusal);
    }
  });

  it("learn that what does not exist does not", async () => {
    const missing = "0193a000-0000-7000-8000-000000000000";
    for (const deliverableId of [missing, "bukan-id"]) {
      await expect(deliverableDetail(scene.place.officer, { deliverableId })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    await expect(claimDeliverables(scene.place.officer, { claimId: missing })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("who may write content", () => {
  it("is the influencer for drafts and proofs, and nobody else", async () => {
    const bytes = await aPicture();
    const { deliverableId } = scene;
    for (const [name, stranger] of [...Object.entries(people), ["officer", scene.place.officer] as const]) {
      const draft = { deliverableId, caption: name, note: "" };
      await expect(submitDraft(stranger, draft)).rejects.toMatchObject(refusal);
      await expect(attachDraftMedia(stranger, { deliverableId, bytes })).rejects.toMatchObject(refusal);
      const proof = { deliverableId, url: "https://www.instagram.com/p/C9abcde12X/" };
      await expect(submitPostProof(stranger, proof)).rejects.toMatchObject(refusal);
    }
  });

  it("is the institution for decisions: reading is not deciding", async () => {
    for (const stranger of [...Object.values(people), scene.influencer.ctx]) {
      await expect(aDecision(stranger, draftVersionId)).rejects.toMatchObject(refusal);
      await expect(openDeliverables(stranger, scene)).rejects.toMatchObject(refusal);
    }
    const head = await officerOf(scene.place, "LAPAS_HEAD");
    await aDecision(head, draftVersionId);
    expect((await deliverableDetail(scene.influencer.ctx, scene)).status).toBe("APPROVED");
  });
});
