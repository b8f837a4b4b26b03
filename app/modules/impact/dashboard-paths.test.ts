import { describe, expect, it } from "vitest";
import { csvPath, drillDownPath } from "./dashboard-paths";

const period = { from: "2026-06-01", to: "2026-06-09" };
const row = { id: "k1", ref: "bali", parentRef: "p1" };

describe("drillDownPath", () => {
  const place = { path: "/dasbor/nasional", period, narrow: {} };
  it("leads to the places themselves, on the same days", () => {
    expect(drillDownPath("region", row, place)).toBe("/dasbor/kanwil/bali?from=2026-06-01&to=2026-06-09");
    expect(drillDownPath("institution", row, place)).toBe("/lapas/bali?from=2026-06-01&to=2026-06-09");
    expect(drillDownPath("link", row, place)).toBe("/klaim/p1");
  });
  it("narrows this dashboard to a campaign, keeping the influencer", () => {
    expect(drillDownPath("campaign", row, { ...place, narrow: { creatorId: "c1" } })).toBe(
      "/dasbor/nasional?from=2026-06-01&to=2026-06-09&kampanye=k1&influencer=c1&per=creator",
    );
    expect(drillDownPath("product", row, { ...place, narrow: { creatorId: "c1" } })).toBe(
      "/dasbor/nasional?from=2026-06-01&to=2026-06-09&produk=k1&influencer=c1&per=campaign",
    );
    expect(drillDownPath("creator", row, place)).toBe(
      "/dasbor/nasional?from=2026-06-01&to=2026-06-09&influencer=k1&per=campaign",
    );
  });
});

it("asks for the CSV of what is shown", () => {
  expect(
    csvPath("/lapas/x", "campaign", {
      period,
      narrow: { productId: "p", campaignId: "k" },
      search: "a&b",
      sort: "-raw",
    }),
  ).toBe(
    "/lapas/x/unduh.csv?isi=campaign&from=2026-06-01&to=2026-06-09&produk=p&kampanye=k&q=a%26b&sort=-raw",
  );
});
