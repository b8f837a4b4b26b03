import { beforeAll, describe, expect, it } from "vitest";
import { reportRanking } from "~/modules/impact/queries/report-ranking.server";
import { useDatabase } from "../../setup/database";
import { type Country, makeCountry } from "./country";
import { as } from "./fixture";

const database = useDatabase();
let country: Country;
beforeAll(async () => {
  country = await makeCountry(database.db);
});

const period = { from: "2026-06-08", to: "2026-06-09", zone: "Asia/Jakarta" } as const;
const nation = { kind: "nation" } as const;
const directorate = () => as(database.db, "DIRECTORATE");

describe("reportRanking", () => {
  it("ranks regions and puts those without a link last, with missing figures", async () => {
    const { rows } = await reportRanking(directorate(), { scope: nation, period, by: "region" });
    expect(rows.map((row) => [row.name, row.human])).toEqual([
      ["maluku", 150_000],
      ["bali", 1_500],
      ["jawa-timur", 15],
      ["aceh", null],
    ]);
  });

  it("keeps missing figures last when sorted upwards too", async () => {
    const { rows } = await reportRanking(directorate(), {
      scope: nation,
      period,
      by: "institution",
      sort: "raw",
      direction: "asc",
    });
    expect(rows.map((row) => [row.name, row.raw])).toEqual([
      ["lapas-sidoarjo", 55],
      ["lapas-kerobokan", 1_500],
      ["lapas-wahai", 150_000],
      ["lapas-sunyi", null],
    ]);
  });

  it.each([
    ["human", "desc"],
    ["conversions", "desc"],
    ["name", "asc"],
    ["name", "desc"],
    ["value", "asc"],
  ] as const)("pages through every row once by %s %s", async (sort, direction) => {
    const names: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page = await reportRanking(directorate(), {
        scope: nation,
        period,
        by: "region",
        sort,
        direction,
        cursor,
        limit: 1,
      });
      names.push(...page.rows.map((row) => row.name));
      cursor = page.next;
      pages++;
    } while (cursor && pages < 10);
    expect(pages).toBe(4);
    expect([...names].sort()).toEqual(["aceh", "bali", "jawa-timur", "maluku"]);
  });

  it("finds by part of the name or of the line under it, percent signs being nothing special", async () => {
    const search = async (text: string) =>
      (await reportRanking(directorate(), { scope: nation, period, by: "campaign", search: text })).rows.map(
        (row) => row.name,
      );
    expect(await search("  KOP ")).toEqual(["Kopi"]);
    expect(await search("wahai")).toEqual(["Pinisi"]);
    expect(await search("%")).toEqual([]);
  });

  it("ranks products, and narrows to one", async () => {
    const { rows } = await reportRanking(directorate(), { scope: nation, period, by: "product" });
    expect(rows.map((row) => [row.name, row.detail, row.human, row.unique, row.outbound])).toEqual([
      ["Pinisi", "lapas-wahai", 150_000, 50_000, 1_000],
      ["Perak", "lapas-kerobokan", 1_500, 1_100, null],
      ["Kopi", "lapas-sidoarjo", 15, 13, 7],
    ]);
    const campaigns = await reportRanking(directorate(), {
      scope: nation,
      narrow: { productId: country.silver.productId },
      period,
      by: "campaign",
    });
    expect(campaigns.rows.map((row) => [row.name, row.unique])).toEqual([["Perak", 1_100]]);
  });

  it("ranks influencers of one campaign, and campaigns of one influencer", async () => {
    const creators = await reportRanking(directorate(), {
      scope: nation,
      narrow: { campaignId: country.coffee.id },
      period,
      by: "creator",
    });
    expect(creators.rows.map((row) => [row.name, row.human, row.conversions])).toEqual([
      ["Rani", 15, 4],
      ["Budi", 0, null],
    ]);
    const institutions = await reportRanking(directorate(), {
      scope: nation,
      narrow: { creatorId: country.rani.id },
      period,
      by: "institution",
    });
    expect(institutions.rows.map((row) => row.name)).toEqual(["lapas-kerobokan", "lapas-sidoarjo"]);
  });

  it("lists an influencer's links with their codes and claims", async () => {
    const { rows } = await reportRanking(as(database.db, "INFLUENCER", { creatorId: country.budi.id }), {
      scope: { kind: "creator", creatorId: country.budi.id },
      period,
      by: "link",
    });
    expect(rows.map((row) => [row.ref, row.parentRef, row.human])).toEqual([
      [country.shipBudi.code, country.shipBudi.claimId, 150_000],
      [country.coffeeBudi.code, country.coffeeBudi.claimId, 0],
    ]);
  });

  it("refuses a cursor of a list in another order", async () => {
    const { next } = await reportRanking(directorate(), { scope: nation, period, by: "region", limit: 1 });
    const reused = reportRanking(directorate(), {
      scope: nation,
      period,
      by: "region",
      sort: "name",
      cursor: next,
    });
    await expect(reused).rejects.toMatchObject({ code: "malformed" });
  });
});
