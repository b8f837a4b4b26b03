import { beforeEach, describe, expect, it } from "vitest";
import { setListings } from "~/modules/products/commands/set-listings.server";
import { completeLinks } from "~/modules/tracking/commands/complete-links.server";
import { followListings } from "~/modules/tracking/commands/follow-listings.server";
import { issueLink } from "~/modules/tracking/commands/issue-link.server";
import { db } from "~/platform/db.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { useDatabase } from "../../setup/database";
import { aPlace, jobs, type Place, system } from "../campaigns/world";

useDatabase({ resetEach: true });

let place: Place;
let tracked: TrackedLink;

beforeEach(async () => {
  place = await aPlace();
  tracked = await aTrackedLink(system(), place);
});

const SHOPEE = "https://shopee.co.id/product/7/77";
const OWN = "https://toko.example.id/miniatur";

async function mainLinks() {
  const rows = await db().referralLink.findMany({
    where: { claimId: tracked.claimId, placement: "MAIN" },
    select: { code: true, destination: true, destinationUrl: true },
    orderBy: { no: "asc" },
  });
  return new Map(rows.map((row) => [row.destination, row]));
}

async function list(listings: Parameters<typeof setListings>[1]["listings"]) {
  await setListings(place.officer, { productId: place.productId, listings });
  expect((await jobs()).at(-1)).toEqual({
    job: "products.listingsChanged",
    payload: { productId: place.productId },
  });
  return followListings(system(), { productId: place.productId });
}

describe("links of a claim", () => {
  it("lead to the product's page and to every shop", async () => {
    const links = await mainLinks();
    expect([...links.keys()]).toEqual(["PRODUCT", "SHOPEE"]);
    expect(links.get("PRODUCT")?.destinationUrl).toMatch(/^\/p\/produk-/);
    expect(tracked.code).toBe(links.get("PRODUCT")?.code);
  });

  it("have numbers of their own, one after the other", async () => {
    const rows = await db().referralLink.findMany({ select: { no: true } });
    expect(new Set(rows.map(({ no }) => no)).size).toBe(2);
  });

  it("follow a shop that moves, and come for one that is new, under the same codes", async () => {
    const before = await mainLinks();
    expect(await list({ SHOPEE, OWN })).toEqual({ turned: 1, made: 1 });
    const after = await mainLinks();
    expect(after.get("SHOPEE")).toEqual({ ...before.get("SHOPEE"), destinationUrl: SHOPEE });
    expect(after.get("OWN")?.destinationUrl).toBe(OWN);
    expect(await followListings(system(), { productId: place.productId })).toEqual({ turned: 0, made: 0 });
  });

  it("lead to the page where a shop is gone, and back when it is there again", async () => {
    const codes = await mainLinks();
    await list({ OWN });
    expect((await mainLinks()).get("SHOPEE")?.destinationUrl).toMatch(/^\/p\//);
    await list({ OWN, SHOPEE });
    const back = await mainLinks();
    expect(back.get("SHOPEE")).toMatchObject({ code: codes.get("SHOPEE")?.code, destinationUrl: SHOPEE });
  });

  it("are made up for hourly, where a claim lacks one", async () => {
    expect(await completeLinks(system())).toEqual({ claims: 0 });
    await setListings(place.officer, { productId: place.productId, listings: { SHOPEE, OWN } });
    await db().couponCode.deleteMany({ where: { claimId: tracked.claimId } });
    expect(await completeLinks(system())).toEqual({ claims: 1 });
    expect([...(await mainLinks()).keys()]).toEqual(["PRODUCT", "SHOPEE", "OWN"]);
    expect(await completeLinks(system())).toEqual({ claims: 0 });
  });

  it("are one for each destination, whoever writes them", async () => {
    const { id, ...row } = await db().referralLink.findFirstOrThrow({
      where: { claimId: tracked.claimId, destination: "PRODUCT" },
      omit: { no: true },
    });
    const copy = { ...row, utm: {}, code: "lainlagi" };
    await expect(db().referralLink.create({ data: copy })).rejects.toMatchObject({ code: "P2002" });
    await expect(
      db().referralLink.create({ data: { ...copy, placement: "BIO", code: row.code.replace("", "-") } }),
    ).rejects.toMatchObject({ code: "P2002" });
    await db().referralLink.create({ data: { ...copy, placement: "BIO" } });
    expect((await issueLink(system(), { claimId: tracked.claimId })).linkId).toBe(id);
  });
});
