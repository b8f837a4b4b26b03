import { beforeEach, describe, expect, it } from "vitest";
import { type BoardFilter, readBoardFilter } from "~/modules/campaigns/board-filter";
import { pauseCampaign } from "~/modules/campaigns/commands/pause-campaign.server";
import { briefBySlug } from "~/modules/campaigns/queries/brief-by-slug.server";
import { campaignBoard } from "~/modules/campaigns/queries/campaign-board.server";
import { institutionCampaigns } from "~/modules/campaigns/queries/institution-campaigns.server";
import type { Ctx } from "~/platform/context.server";
import { aCampaign, aDraftCampaign } from "../../factories/campaigns";
import { aClaim, anAcceptedClaim } from "../../factories/claims";
import { anInfluencer, type Influencer } from "../../factories/creators";
import { useDatabase } from "../../setup/database";
import { aPlace, clock, NOW, officerOf, type Place, system } from "./world";

useDatabase({ resetEach: true });

const DAY_MS = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS).toISOString();
const filter = (query = ""): BoardFilter => readBoardFilter(new URLSearchParams(query));

let sidoarjo: Place;
let bali: Place;
let reader: Influencer;

beforeEach(async () => {
  clock.set(NOW);
  sidoarjo = await aPlace({ name: "Lapas Kelas IIA Sidoarjo", city: "Sidoarjo" });
  bali = await aPlace({
    name: "Lapas Kelas IIA Kerobokan",
    city: "Badung",
    region: "Bali",
    product: { name: "Cincin perak", kind: "FASHION" },
  });
  reader = await anInfluencer(system());
});

async function titles(ctx: Ctx, query = ""): Promise<string[]> {
  return (await campaignBoard(ctx, filter(query))).rows.map((card) => card.title);
}

describe("the board", () => {
  beforeEach(async () => {
    await aCampaign(sidoarjo.officer, sidoarjo, { title: "Kapal untuk rumah", closesAt: later(20) });
    clock.set(new Date(NOW.getTime() + 1_000));
    await aCampaign(bali.officer, bali, {
      title: "Perak dari Bali",
      closesAt: later(5),
      slots: 1,
      commission: { kind: "fixed", rupiah: 15_000 },
      deliverables: [
        {
          key: "tiktok-video",
          platform: "TIKTOK",
          format: "video",
          quantity: 1,
          dueDaysAfterAcceptance: 7,
          dueAt: null,
          note: "",
        },
      ],
    });
  });

  it("shows open briefs, newest or soonest first, and no drafts, paused or past ones", async () => {
    await aDraftCampaign(sidoarjo.officer, sidoarjo, { title: "Masih ditulis" });
    const paused = await aCampaign(sidoarjo.officer, sidoarjo, { title: "Sedang dijeda" });
    await pauseCampaign(sidoarjo.officer, paused);
    expect(await titles(reader.ctx)).toEqual(["Perak dari Bali", "Kapal untuk rumah"]);
    expect(await titles(reader.ctx, "sort=closing")).toEqual(["Perak dari Bali", "Kapal untuk rumah"]);
    clock.set(new Date(NOW.getTime() + 6 * DAY_MS));
    expect(await titles(reader.ctx)).toEqual(["Kapal untuk rumah"]);
  });

  it.each([
    ["q=BALI", ["Perak dari Bali"]],
    ["q=kapal+sidoarjo", ["Kapal untuk rumah"]],
    ["q=pinisi", ["Kapal untuk rumah"]],
    ["q=kapal+bali", []],
    ["platform=TIKTOK", ["Perak dari Bali"]],
    ["kind=CRAFT", ["Kapal untuk rumah"]],
    ["region=bali", ["Perak dari Bali"]],
    ["commission=fixed", ["Perak dari Bali"]],
    ["commission=percent&platform=INSTAGRAM", ["Kapal untuk rumah"]],
    ["platform=NOPE&kind=%27", ["Perak dari Bali", "Kapal untuk rumah"]],
  ])("answers %s", async (query, expected) => {
    expect(await titles(reader.ctx, query)).toEqual(expected);
  });

  it("says what is full, what is left, and what the reader claimed", async () => {
    const { rows } = await campaignBoard(reader.ctx, filter("q=perak"));
    const [card] = rows;
    expect(card).toMatchObject({ slotsLeft: 1, availability: "open", claim: null });
    await anAcceptedClaim(bali.officer, reader, card?.id ?? "");
    expect((await campaignBoard(reader.ctx, filter("q=perak"))).rows[0]).toMatchObject({
      slotsLeft: 0,
      availability: "full",
      claim: { status: "ACCEPTED" },
    });
    const other = await anInfluencer(system());
    expect((await campaignBoard(other.ctx, filter("q=perak"))).rows[0]?.claim).toBeNull();
    expect(await titles(reader.ctx, "free=1")).toEqual(["Kapal untuk rumah"]);
  });

  it("pages by key without losing or repeating rows, also when some share a date", async () => {
    for (let index = 0; index < 7; index += 1) {
      await aCampaign(sidoarjo.officer, sidoarjo, { title: `Serentak nomor ${index}`, closesAt: later(9) });
    }
    for (const sort of ["newest", "closing"]) {
      const seen: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page = await campaignBoard(reader.ctx, filter(`sort=${sort}&cursor=${cursor}`), 2);
        seen.push(...page.rows.map((card) => card.id));
        cursor = page.next;
      }
      expect(seen).toHaveLength(9);
      expect(new Set(seen).size).toBe(9);
    }
    await expect(campaignBoard(reader.ctx, filter("cursor=nonsense"))).rejects.toMatchObject({
      code: "malformed",
    });
  });
});

describe("a brief's page", () => {
  it("is there once published and stays; drafts are not found", async () => {
    const draft = await aDraftCampaign(sidoarjo.officer, sidoarjo);
    await expect(briefBySlug(reader.ctx, draft)).rejects.toMatchObject({ code: "not_found" });
    const { slug } = await aCampaign(sidoarjo.officer, sidoarjo, { title: "Brief yang terbit" });
    const page = await briefBySlug(reader.ctx, { slug });
    expect(page).toMatchObject({
      availability: "open",
      slotsLeft: 5,
      revision: { number: 1 },
      institution: { city: "Sidoarjo", region: "Jawa Timur" },
    });
    expect(page.brief.title).toBe("Brief yang terbit");
  });
});

describe("an institution's list", () => {
  it("counts its groups and its waiting claims, for its own people and its Kanwil only", async () => {
    const campaign = await aCampaign(sidoarjo.officer, sidoarjo);
    await aDraftCampaign(sidoarjo.officer, sidoarjo);
    await aClaim(reader, campaign.campaignId);
    const list = await institutionCampaigns(sidoarjo.officer, { ...sidoarjo, group: "running" });
    expect(list.counts).toEqual({ running: 1, drafts: 1, past: 0 });
    expect(list.rows).toHaveLength(1);
    expect(list.rows[0]).toMatchObject({ waiting: 1, availability: "open" });
    const kanwil = await officerOf(sidoarjo, "KANWIL");
    await expect(institutionCampaigns(kanwil, { ...sidoarjo, group: "drafts" })).resolves.toMatchObject({
      rows: [{ status: "DRAFT" }],
    });
    for (const stranger of [bali.officer, await officerOf(bali, "KANWIL"), reader.ctx]) {
      await expect(institutionCampaigns(stranger, { ...sidoarjo, group: "running" })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});
