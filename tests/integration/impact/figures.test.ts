import { beforeAll, describe, expect, it } from "vitest";
import type { Period } from "~/kernel/period";
import type { Zone } from "~/kernel/time";
import { productResults } from "~/modules/impact/queries/product-results.server";
import { reportEvidence } from "~/modules/impact/queries/report-evidence.server";
import { reportSeries } from "~/modules/impact/queries/report-series.server";
import { reportTotals } from "~/modules/impact/queries/report-totals.server";
import { useDatabase } from "../../setup/database";
import { type Country, makeCountry } from "./country";
import { as } from "./fixture";

const database = useDatabase();
let country: Country;
beforeAll(async () => {
  country = await makeCountry(database.db);
});

const period = (from: string, to: string, zone: Zone = "Asia/Jakarta"): Period => ({ from, to, zone });
const institution = (row: { id: string; regionId: string }) =>
  ({ kind: "institution", institutionId: row.id, regionId: row.regionId }) as const;

describe("a day in each zone", () => {
  it.each([
    // WIB: hours 14, 15 and 16 lie on 8 June, hour 17 on 9 June.
    ["sidoarjo", "Asia/Jakarta", { human: 1 + 2 + 4, raw: 37, unique: 6 }, { human: 8, raw: 18, unique: 7 }],
    // WITA: hour 16 is already 9 June.
    [
      "kerobokan",
      "Asia/Makassar",
      { human: 300, raw: 300, unique: 200 },
      { human: 1200, raw: 1200, unique: 900 },
    ],
    // WIT: hour 15 too.
    [
      "wahai",
      "Asia/Jayapura",
      { human: 10_000, raw: 10_000, unique: 0 },
      { human: 140_000, raw: 140_000, unique: 50_000 },
    ],
  ] as const)("%s counts by %s", async (name, zone, eighth, ninth) => {
    const ctx = as(database.db, "DIRECTORATE");
    const series = await reportSeries(ctx, {
      scope: institution(country[name]),
      period: period("2026-06-08", "2026-06-09", zone),
    });
    expect(series).toHaveLength(2);
    expect(series[0]).toMatchObject({ day: "2026-06-08", ...eighth });
    expect(series[1]).toMatchObject({ day: "2026-06-09", ...ninth });
  });

  it("lets the nation's days add up to the same total, in WIB", async () => {
    const ctx = as(database.db, "DIRECTORATE");
    const days = period("2026-06-08", "2026-06-09");
    const series = await reportSeries(ctx, { scope: { kind: "nation" }, period: days });
    expect(series.map((day) => day.human)).toEqual([7 + 700 + 70_000, 8 + 800 + 80_000]);
    const totals = await reportTotals(ctx, { scope: { kind: "nation" }, period: days });
    expect(totals).toEqual({
      raw: 40 + 15 + 1_500 + 150_000,
      human: 15 + 1_500 + 150_000,
      bot: 40,
      preview: 16,
      unique: 6 + 7 + 200 + 900 + 50_000,
      landed: 15 + 150_000,
      outbound: 2 + 1 + 4 + 1_000,
      outboundTo: { SHOPEE: 6, TOKOPEDIA: 0, TIKTOK_SHOP: 0, WHATSAPP: 1, OWN: 1_000 },
      conversions: 9,
      measured: 3,
      imported: 1,
      declared: 5,
      confirmed: 3,
      reversed: 1,
      valueRupiah: 380_000,
      commissionRupiah: 13_000,
    });
  });

  it("keeps the hour after the last day out", async () => {
    const totals = await reportTotals(as(database.db, "DIRECTORATE"), {
      scope: institution(country.sidoarjo),
      period: period("2026-06-08", "2026-06-08"),
    });
    expect(totals).toMatchObject({ human: 7, raw: 37, unique: 6, conversions: 3, valueRupiah: 90_000 });
  });
});

describe("on to a shop", () => {
  const days = period("2026-06-08", "2026-06-09");
  const directorate = () => as(database.db, "DIRECTORATE");

  it("is told by local day, with its parts by shop", async () => {
    const series = await reportSeries(directorate(), { scope: institution(country.sidoarjo), period: days });
    expect(series.map(({ landed, outbound, outboundTo }) => [landed, outbound, outboundTo.SHOPEE])).toEqual([
      [7, 3, 2],
      [8, 4, 4],
    ]);
  });

  it("is missing, not zero, where links lead straight to a shop", async () => {
    const input = { scope: institution(country.kerobokan), period: days };
    const totals = await reportTotals(directorate(), input);
    expect(totals).toMatchObject({ human: 1_500, landed: null, outbound: null });
    const [day] = await reportSeries(directorate(), input);
    expect(day).toMatchObject({
      human: 700,
      landed: null,
      outbound: null,
      outboundTo: { SHOPEE: null },
    });
  });

  it("is zero where people came to the product's page and none went on", async () => {
    const totals = await reportTotals(directorate(), {
      scope: institution(country.sidoarjo),
      period: period("2026-06-02", "2026-06-03"),
    });
    expect(totals).toMatchObject({ human: 0, landed: 0, outbound: 0, outboundTo: { OWN: 0 } });
  });
});

describe("products", () => {
  it("has the unique visitors of a product, however many campaigns it has", async () => {
    const entityId = country.coffee.productId;
    // Two people of one product who came by two of its links: one visitor of the product.
    await database.db.uniqueDaily.update({
      where: { level_entityId_day: { level: "PRODUCT", entityId, day: new Date("2026-06-08") } },
      data: { visitors: 5 },
    });
    const totals = await reportTotals(as(database.db, "DIRECTORATE"), {
      scope: { kind: "nation" },
      narrow: { productId: entityId },
      period: period("2026-06-08", "2026-06-09"),
    });
    expect(totals).toMatchObject({ human: 15, unique: 5 + 7, outbound: 7, conversions: 4 });
  });
});

describe("a product's results on its officers' page", () => {
  const input = () => ({
    institution: {
      ...institution(country.sidoarjo),
      id: country.sidoarjo.id,
      timeZone: "Asia/Jakarta" as const,
    },
    productId: country.coffee.productId,
  });

  it("are its clicks, people and orders of four weeks", async () => {
    const officer = as(database.db, "LAPAS_PR", { institutionId: country.sidoarjo.id });
    const results = await productResults(officer, input());
    expect(results?.period).toMatchObject({ from: "2026-05-14", to: "2026-06-10" });
    expect(results?.totals).toMatchObject({ raw: 55, human: 15, unique: 5 + 7, conversions: 4 });
  });

  it("are not for those who may read the product only", async () => {
    expect(await productResults(as(database.db, "PARTNER"), input())).toBeNull();
  });
});

describe("missing and zero", () => {
  it("is a dash before the first link and after today, and zero on a day without clicks", async () => {
    const series = await reportSeries(as(database.db, "DIRECTORATE"), {
      scope: institution(country.sidoarjo),
      period: period("2026-05-31", "2026-06-11"),
    });
    const human = Object.fromEntries(series.map((day) => [day.day, day.human]));
    expect(human["2026-05-31"]).toBeNull();
    expect(human["2026-06-01"]).toBe(0);
    expect(human["2026-06-10"]).toBe(0);
    expect(human["2026-06-11"]).toBeNull();
    expect(series.find((day) => day.day === "2026-06-03")?.conversions).toBeNull();
  });

  it("is a dash for an institution without a link, and zero for a link that nobody clicked", async () => {
    const ctx = as(database.db, "DIRECTORATE");
    const days = period("2026-06-08", "2026-06-09");
    const silent = await reportTotals(ctx, { scope: institution(country.silent), period: days });
    expect(silent).toMatchObject({ raw: null, human: null, unique: null, conversions: null });
    const budi = await reportTotals(ctx, {
      scope: institution(country.sidoarjo),
      narrow: { creatorId: country.budi.id },
      period: days,
    });
    expect(budi).toMatchObject({ raw: 0, human: 0, unique: 0, conversions: null });
  });
});

describe("evidence", () => {
  it("keeps the grades apart and says how many nobody is credited with", async () => {
    const evidence = await reportEvidence(as(database.db, "DIRECTORATE"), {
      scope: institution(country.sidoarjo),
      period: period("2026-06-08", "2026-06-09"),
    });
    expect(evidence).toEqual([
      { grade: "MEASURED", conversions: 3, confirmed: 2, valueRupiah: 90_000, unattributed: 0 },
      { grade: "IMPORTED", conversions: 1, confirmed: 1, valueRupiah: 40_000, unattributed: 0 },
      { grade: "DECLARED", conversions: 5, confirmed: 0, valueRupiah: 250_000, unattributed: 5 },
    ]);
  });

  it("counts unattributed orders for the institution, never for an influencer", async () => {
    const totals = await reportTotals(as(database.db, "INFLUENCER", { creatorId: country.rani.id }), {
      scope: { kind: "creator", creatorId: country.rani.id },
      period: period("2026-06-08", "2026-06-09"),
    });
    expect(totals).toMatchObject({
      human: 1_515,
      conversions: 4,
      valueRupiah: 130_000,
      commissionRupiah: 13_000,
    });
  });
});
