import { beforeAll, describe, expect, it } from "vitest";
import { readDashboardSearch } from "~/modules/impact/dashboard-search";
import { creatorDue } from "~/modules/impact/queries/creator-due.server";
import { flagshipCoverage } from "~/modules/impact/queries/flagship-coverage.server";
import { institutionTodo } from "~/modules/impact/queries/institution-todo.server";
import { reportDashboard } from "~/modules/impact/queries/report-dashboard.server";
import { reportEvidence } from "~/modules/impact/queries/report-evidence.server";
import { reportRanking } from "~/modules/impact/queries/report-ranking.server";
import { reportSeries } from "~/modules/impact/queries/report-series.server";
import { reportTotals } from "~/modules/impact/queries/report-totals.server";
import type { ReportScope } from "~/modules/impact/report-scope";
import type { Ctx } from "~/platform/context.server";
import { useDatabase } from "../../setup/database";
import { type Country, makeCountry } from "./country";
import { as } from "./fixture";

const database = useDatabase();
let country: Country;
beforeAll(async () => {
  country = await makeCountry(database.db);
});

const period = { from: "2026-06-08", to: "2026-06-09", zone: "Asia/Jakarta" } as const;
const search = (query: string) => readDashboardSearch(new URLSearchParams(query), ["institution"]);
const region = (row: { id: string }): ReportScope => ({ kind: "region", regionId: row.id });
const institution = (row: { id: string; regionId: string }): ReportScope => ({
  kind: "institution",
  institutionId: row.id,
  regionId: row.regionId,
});

/** Every query of the module that takes a scope, so that none forgets to ask. */
async function codesOf(ctx: Ctx, scope: ReportScope): Promise<string[]> {
  const answers = await Promise.allSettled([
    reportTotals(ctx, { scope, period }),
    reportSeries(ctx, { scope, period }),
    reportEvidence(ctx, { scope, period }),
    reportRanking(ctx, { scope, period, by: "link" }),
    reportDashboard(ctx, { scope, period, search: search("") }),
  ]);
  return answers.map((answer) =>
    answer.status === "fulfilled" ? "ok" : (answer.reason as { code: string }).code,
  );
}

const allowed = ["ok", "ok", "ok", "ok", "ok"];
const refused = ["forbidden", "forbidden", "forbidden", "forbidden", "forbidden"];

describe("who sees what", () => {
  it("lets a Kanwil see its own region and institutions only", async () => {
    const ctx = as(database.db, "KANWIL", { regionId: country.java.id });
    expect(await codesOf(ctx, region(country.java))).toEqual(allowed);
    expect(await codesOf(ctx, institution(country.sidoarjo))).toEqual(allowed);
    expect(await codesOf(ctx, region(country.bali))).toEqual(refused);
    expect(await codesOf(ctx, institution(country.kerobokan))).toEqual(refused);
    expect(await codesOf(ctx, { kind: "nation" })).toEqual(refused);
  });

  it("lets an officer see the own institution only", async () => {
    const ctx = as(database.db, "LAPAS_PR", { institutionId: country.sidoarjo.id });
    expect(await codesOf(ctx, institution(country.sidoarjo))).toEqual(allowed);
    expect(await codesOf(ctx, institution(country.kerobokan))).toEqual(refused);
    expect(await codesOf(ctx, region(country.java))).toEqual(refused);
    expect(await codesOf(ctx, { kind: "nation" })).toEqual(refused);
  });

  it("lets an influencer see the own links only", async () => {
    const ctx = as(database.db, "INFLUENCER", { creatorId: country.rani.id });
    expect(await codesOf(ctx, { kind: "creator", creatorId: country.rani.id })).toEqual(allowed);
    expect(await codesOf(ctx, { kind: "creator", creatorId: country.budi.id })).toEqual(refused);
    expect(await codesOf(ctx, institution(country.sidoarjo))).toEqual(refused);
  });

  it("lets a partner see no figures", async () => {
    const ctx = as(database.db, "PARTNER");
    expect(await codesOf(ctx, { kind: "nation" })).toEqual(refused);
    expect(await codesOf(ctx, { kind: "creator", creatorId: country.rani.id })).toEqual(refused);
  });

  it("guards the to-do list, the due list and the flagships too", async () => {
    const officer = as(database.db, "LAPAS_PR", { institutionId: country.sidoarjo.id });
    const rani = as(database.db, "INFLUENCER", { creatorId: country.rani.id });
    const kanwil = as(database.db, "KANWIL", { regionId: country.java.id });
    await expect(
      institutionTodo(officer, { ...country.sidoarjo, timeZone: "Asia/Jakarta" }),
    ).resolves.toMatchObject({ claimsWaiting: 0 });
    await expect(
      institutionTodo(officer, { ...country.kerobokan, timeZone: "Asia/Makassar" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(creatorDue(rani, country.rani.id)).resolves.toEqual([]);
    await expect(creatorDue(rani, country.budi.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(flagshipCoverage(kanwil, { kind: "nation" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      flagshipCoverage(kanwil, { kind: "region", regionId: country.java.id }),
    ).resolves.toMatchObject({ registered: 2, withFlagship: 0 });
  });
});

describe("what a scope holds", () => {
  it("keeps the figures of a region to its own institutions", async () => {
    const ctx = as(database.db, "KANWIL", { regionId: country.java.id });
    const board = await reportDashboard(ctx, { scope: region(country.java), period, search: search("") });
    expect(board.totals).toMatchObject({ human: 15, raw: 55, conversions: 9 });
    expect(board.ranking.rows.map((row) => row.name)).toEqual(["lapas-sidoarjo", "lapas-sunyi"]);
  });

  it("shows neither figures nor the name of a campaign or influencer of elsewhere", async () => {
    const ctx = as(database.db, "KANWIL", { regionId: country.java.id });
    const narrowed = search(`kampanye=${country.silver.id}&produk=${country.silver.productId}`);
    const board = await reportDashboard(ctx, { scope: region(country.java), period, search: narrowed });
    expect(board.narrowed).toEqual({ product: null, campaign: null, creator: null });
    expect(board.totals).toMatchObject({ raw: null, human: null, conversions: null });
    expect(board.ranking.rows).toEqual([]);

    const rani = as(database.db, "INFLUENCER", { creatorId: country.rani.id });
    const own = await reportDashboard(rani, {
      scope: { kind: "creator", creatorId: country.rani.id },
      period,
      search: search(`influencer=${country.budi.id}`),
    });
    expect(own.narrowed.creator).toBeNull();
    expect(own.totals).toMatchObject({ human: 1_515 });
  });

  it("names what it is narrowed to, and compares with the period before", async () => {
    const board = await reportDashboard(as(database.db, "DIRECTORATE"), {
      scope: { kind: "nation" },
      period: { from: "2026-06-09", to: "2026-06-09", zone: "Asia/Jakarta" },
      search: search(
        `produk=${country.coffee.productId}&kampanye=${country.coffee.id}&influencer=${country.rani.id}`,
      ),
    });
    expect(board.narrowed).toEqual({
      product: {
        id: country.coffee.productId,
        name: "Kopi",
        institutionSlug: "lapas-sidoarjo",
        mayOpen: true,
      },
      campaign: { id: country.coffee.id, title: "Kopi", institutionSlug: "lapas-sidoarjo", mayOpen: true },
      creator: "Rani",
    });
    expect(board.totals).toMatchObject({ human: 8, conversions: 1 });
    expect(board.before).toMatchObject({ human: 7, conversions: 3 });
  });
});
