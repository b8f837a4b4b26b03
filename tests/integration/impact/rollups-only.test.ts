import { beforeAll, expect, it } from "vitest";
import { readDashboardSearch } from "~/modules/impact/dashboard-search";
import { publicFigures } from "~/modules/impact/queries/public-figures.server";
import { reportDashboard } from "~/modules/impact/queries/report-dashboard.server";
import { reportRanking } from "~/modules/impact/queries/report-ranking.server";
import { DIMENSIONS } from "~/modules/impact/report-scope";
import { useDatabase } from "../../setup/database";
import { type Country, makeCountry } from "./country";
import { as } from "./fixture";

/*
 * The table of clicks grows without end, so no dashboard may touch it, not even through a view or a join that the
 * planner adds. Here it is taken away: whatever plan reads it fails.
 */
const database = useDatabase();
let country: Country;
beforeAll(async () => {
  country = await makeCountry(database.db);
  await database.db.$executeRaw`ALTER TABLE click RENAME TO click_out_of_reach`;
  await database.db.$executeRaw`ALTER TABLE visitor_window RENAME TO visitor_window_out_of_reach`;
});

const period = { from: "2026-06-01", to: "2026-06-10", zone: "Asia/Jakarta" } as const;

it("would notice: a query of clicks fails here", async () => {
  await expect(database.db.click.count()).rejects.toThrow(/does not exist/);
});

it("shows every dashboard without the table of clicks", async () => {
  const ctx = as(database.db, "DIRECTORATE");
  const search = readDashboardSearch(new URLSearchParams(), ["region"]);
  const board = await reportDashboard(ctx, { scope: { kind: "nation" }, period, search });
  expect(board.totals.human).toBe(151_515);
  for (const by of DIMENSIONS) {
    const { rows } = await reportRanking(ctx, { scope: { kind: "nation" }, period, by });
    expect(rows.reduce((sum, row) => sum + (row.human ?? 0), 0)).toBe(151_515);
  }
  const rani = as(database.db, "INFLUENCER", { creatorId: country.rani.id });
  const own = await reportDashboard(rani, {
    scope: { kind: "creator", creatorId: country.rani.id },
    period,
    search,
  });
  expect(own.totals.human).toBe(1_515);
  expect((await publicFigures(ctx)).human).toBe(151_515);
});
