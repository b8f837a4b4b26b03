import { expect, it } from "vitest";
import { readDashboardSearch } from "./dashboard-search";

const id = "01900000-0000-7000-8000-000000000001";
const read = (query: string) => readDashboardSearch(new URLSearchParams(query), ["region", "campaign"]);

it("reads what is there", () => {
  expect(
    read(`per=campaign&sort=-value&q=%20kopi&cursor=abc&produk=${id}&kampanye=${id}&influencer=${id}`),
  ).toEqual({
    by: "campaign",
    sort: "value",
    direction: "desc",
    search: "kopi",
    cursor: "abc",
    narrow: { productId: id, campaignId: id, creatorId: id },
  });
});

it("falls back where it is unknown or not of this page", () => {
  expect(read("per=creator&sort=-password&kampanye=1%27or%271")).toEqual({
    by: "region",
    sort: "human",
    direction: "desc",
    search: "",
    cursor: null,
    narrow: {},
  });
});

it("sorts upwards without a minus and cuts an endless search", () => {
  const search = read(`sort=name&q=${"x".repeat(500)}`);
  expect(search.direction).toBe("asc");
  expect(search.search).toHaveLength(80);
});
