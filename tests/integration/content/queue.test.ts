import { beforeAll, describe, expect, it } from "vitest";
import { withdrawClaim } from "~/modules/claims/commands/withdraw-claim.server";
import { submitPostProof } from "~/modules/content/commands/submit-post-proof.server";
import { contentWaitingCount } from "~/modules/content/queries/content-waiting-count.server";
import {
  type QueueRow,
  queueCounts,
  type ReviewQueueInput,
  reviewQueue,
} from "~/modules/content/queries/review-queue.server";
import type { Ctx } from "~/platform/context.server";
import { aCampaign } from "../../factories/campaigns";
import { aDecision, aDraftVersion, openedContent } from "../../factories/content";
import { anInfluencer } from "../../factories/creators";
import { useDatabase } from "../../setup/database";
import { aPlace, clock, NOW, officerOf, type Place, system } from "../campaigns/world";
import { asked } from "./world";

useDatabase();

const HOUR_MS = 3_600_000;
const VIDEO = { pictures: 0, videoUrl: "https://youtu.be/EJNPYff3lxU" };

let place: Place;
let elsewhere: Place;

const later = (hours: number) => clock.set(new Date(NOW.getTime() + hours * HOUR_MS));

/** Twelve pieces of two influencers in every state, and one of another institution. */
beforeAll(async () => {
  clock.set(NOW);
  place = await aPlace();
  elsewhere = await aPlace({ region: "Bali" });
  const deliverables = [
    asked({ quantity: 5 }),
    asked({ key: "tiktok", platform: "TIKTOK", format: "video", dueDaysAfterAcceptance: 3 }),
  ];
  const { campaignId } = await aCampaign(place.officer, place, {
    title: "Sambal Bu Tini untuk lebaran",
    deliverables,
  });
  const ayu = await anInfluencer(system(), { name: "Ayu Lestari" });
  const budi = await anInfluencer(system(), { name: "Budi 50% Hemat" });
  const first = await openedContent(system(), place.officer, ayu, campaignId);
  const second = await openedContent(system(), place.officer, budi, campaignId);

  const [tiktok = "", a = "", b = "", c = "", d = ""] = first.deliverableIds;
  later(2);
  await aDraftVersion(ayu, a, VIDEO);
  later(1);
  await aDraftVersion(ayu, tiktok, VIDEO);
  later(30);
  await aDecision(place.officer, (await aDraftVersion(ayu, b, VIDEO)).draftVersionId, "REVISION_REQUESTED");
  later(24 * 6);
  await aDecision(place.officer, (await aDraftVersion(ayu, c, VIDEO)).draftVersionId, "APPROVED");
  await aDecision(place.officer, (await aDraftVersion(ayu, d, VIDEO)).draftVersionId, "REJECTED");
  const [proved = "", waiting = ""] = second.deliverableIds;
  await aDecision(
    place.officer,
    (await aDraftVersion(budi, proved, { pictures: 0, videoUrl: "https://vt.tiktok.com/ZSabc123/" }))
      .draftVersionId,
  );
  await submitPostProof(budi.ctx, { deliverableId: proved, url: "https://vt.tiktok.com/ZSabc123/" });
  later(24 * 7);
  await aDraftVersion(budi, waiting, VIDEO);

  const gone = await anInfluencer(system(), { name: "Citra Pergi" });
  const left = await openedContent(system(), place.officer, gone, campaignId);
  await aDraftVersion(gone, left.deliverableIds[0] ?? "", VIDEO);
  await withdrawClaim(gone.ctx, {
    claimId: left.claimId,
    reason: "Saya pindah kota dan tidak dapat melanjutkan.",
  });

  const other = await aCampaign(elsewhere.officer, elsewhere);
  const theirs = await openedContent(system(), elsewhere.officer, ayu, other.campaignId);
  await aDraftVersion(ayu, theirs.deliverableIds[0] ?? "", VIDEO);
}, 60_000);

function queue(input: Partial<ReviewQueueInput> = {}, ctx: Ctx = place.officer) {
  const { institutionId, regionId } = place;
  return reviewQueue(ctx, { institutionId, regionId, group: "all", limit: 50, ...input });
}

const RANK: Record<QueueRow["status"], number> = {
  IN_REVIEW: 0,
  AWAITING_DRAFT: 1,
  REVISION_REQUESTED: 1,
  APPROVED: 1,
  REJECTED: 2,
  LIVE: 2,
};

describe("the review queue", () => {
  it("holds the institution's content alone, without what a withdrawn claim left open", async () => {
    const { rows } = await queue();
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map((row) => row.creatorName))).toEqual(new Set(["Ayu Lestari", "Budi 50% Hemat"]));
    expect(await queueCounts(place.officer, place)).toEqual({ all: 12, waiting: 3, influencer: 7, done: 2 });
    expect(await contentWaitingCount(place.officer, place.institutionId)).toBe(3);
  });

  it("shows what waits first, and in each group by the same date that the page names", async () => {
    const { rows } = await queue();
    const keys = rows.map((row) => [RANK[row.status], (row.turn?.until ?? row.dueAt).getTime()] as const);
    const sorted = [...keys].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
    expect(keys).toEqual(sorted);
    expect(rows.slice(0, 3).map((row) => [row.platform, row.creatorName])).toEqual([
      ["TIKTOK", "Ayu Lestari"],
      ["INSTAGRAM", "Ayu Lestari"],
      ["INSTAGRAM", "Budi 50% Hemat"],
    ]);
    expect(rows.slice(0, 3).map((row) => row.overdue)).toEqual([true, true, false]);
  });

  it("pages without repeating or losing a row", async () => {
    const whole = (await queue()).rows.map((row) => row.id);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof queue>> = await queue({ limit: 5, cursor });
      paged.push(...page.rows.map((row) => row.id));
      cursor = page.next;
    } while (cursor);
    expect(paged).toEqual(whole);
  });

  it("filters by group, platform and words, taking % for a percent sign", async () => {
    const count = async (input: Partial<ReviewQueueInput>) => (await queue(input)).rows.length;
    expect(await count({ group: "waiting" })).toBe(3);
    expect(await count({ group: "done" })).toBe(2);
    expect(await count({ platform: "TIKTOK" })).toBe(2);
    expect(await count({ search: "sambal" })).toBe(12);
    expect(await count({ search: "50%" })).toBe(6);
    expect(await count({ search: "5%" })).toBe(0);
    expect(await count({ group: "waiting", search: "ayu", platform: "TIKTOK" })).toBe(1);
  });

  it("refuses a cursor of somebody's own making", async () => {
    const forged = btoa(JSON.stringify(["9|yesterday", "nobody"]));
    await expect(queue({ cursor: forged })).rejects.toMatchObject({ code: "malformed" });
  });

  it("is open to the institution, its Kanwil and the directorate, and to nobody else", async () => {
    for (const role of ["LAPAS_PR", "LAPAS_HEAD", "KANWIL", "DIRECTORATE", "ADMIN"] as const) {
      expect((await queue({}, await officerOf(place, role))).rows).toHaveLength(12);
    }
    const strangers = [
      elsewhere.officer,
      await officerOf(elsewhere, "KANWIL"),
      await officerOf(place, "PARTNER"),
      (await anInfluencer(system())).ctx,
    ];
    for (const stranger of strangers) {
      await expect(queue({}, stranger)).rejects.toMatchObject({ code: "forbidden" });
      await expect(queueCounts(stranger, place)).rejects.toMatchObject({ code: "forbidden" });
      await expect(contentWaitingCount(stranger, place.institutionId)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});
