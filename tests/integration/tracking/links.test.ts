import { beforeAll, describe, expect, it } from "vitest";
import { CODE_ALPHABET } from "~/modules/tracking/codes";
import { issueLink } from "~/modules/tracking/commands/issue-link.server";
import { claimLinks } from "~/modules/tracking/queries/claim-links.server";
import { claimQr } from "~/modules/tracking/queries/claim-qr.server";
import { db } from "~/platform/db.server";
import { aCampaign } from "../../factories/campaigns";
import { aClaim } from "../../factories/claims";
import { anInfluencer } from "../../factories/creators";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, officerOf, type Place, system } from "../campaigns/world";

let place: Place;
let link: TrackedLink;

beforeAll(async () => {
  place = await aPlace();
  link = await aTrackedLink(system(), place);
}, 60_000);

describe("issueLink", () => {
  it("gives an accepted claim a code, a coupon and a destination on this site", async () => {
    expect(link.code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{7}$`));
    const row = await db().referralLink.findUniqueOrThrow({ where: { id: link.linkId } });
    expect(row).toMatchObject({
      ...{ claimId: link.claimId, campaignId: link.campaignId, creatorId: link.influencer.creatorId },
      ...{ institutionId: place.institutionId, regionId: place.regionId, productId: place.productId },
    });
    expect(row.destinationUrl).toMatch(/^\/p\/produk-\d+$/);
  });

  it("gives the same again, also to ten workers at once", async () => {
    const { linkId, code, coupon } = link;
    const all = await Promise.all(
      Array.from({ length: 10 }, () => issueLink(system(), { claimId: link.claimId })),
    );
    for (const each of all) expect(each).toEqual({ linkId, code, coupon });
    // One for the product's page, one for the shop where it is listed.
    expect(await db().referralLink.count({ where: { claimId: link.claimId } })).toBe(2);
    expect(await db().couponCode.count({ where: { claimId: link.claimId } })).toBe(1);
  });

  it("leads to the shop that the brief names", async () => {
    const shop = await aTrackedLink(system(), place, {
      brief: { destination: { kind: "listing", channel: "SHOPEE" } },
    });
    const row = await db().referralLink.findUniqueOrThrow({ where: { id: shop.linkId } });
    expect(row.destinationUrl).toMatch(/^https:\/\/shopee\.co\.id\/product\/1\/\d+$/);
  });

  it("gives nothing to a claim that waits", async () => {
    const { campaignId } = await aCampaign(place.officer, place);
    const claim = await aClaim(await anInfluencer(system()), campaignId);
    await expect(issueLink(system(), claim)).rejects.toMatchObject({ code: "conflict" });
    expect(await claimLinks(system(), claim)).toMatchObject({ links: [], coupon: null });
  });
});

describe("claimLinks", () => {
  it("are for the influencer and the officers of the claim", async () => {
    const own = await claimLinks(link.influencer.ctx, link);
    expect(own.links[0]).toMatchObject({
      ...{ id: link.linkId, code: link.code, url: `http://localhost:3000/r/${link.code}` },
      ...{ live: true, closed: false, destination: "PRODUCT", placement: "MAIN", listed: true, health: null },
      figures: { raw: 0, human: 0, unique: 0 },
    });
    expect(own.links.map(({ destination }) => destination)).toEqual(["PRODUCT", "SHOPEE"]);
    expect(own).toMatchObject({ running: true, room: 18 });
    expect(own.coupon).toBe(link.coupon);
    expect(await claimLinks(place.officer, link)).toEqual(own);
    const rival = await anInfluencer(system());
    await expect(claimLinks(rival.ctx, link)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await officerOf(await aPlace());
    await expect(claimLinks(stranger, link)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("have a QR code that holds the link", async () => {
    const svg = await claimQr(link.influencer.ctx, { claimId: link.claimId, format: "svg" });
    expect(svg.body.toString()).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
    const png = await claimQr(link.influencer.ctx, { claimId: link.claimId, format: "png" });
    expect(png.body.subarray(1, 4).toString()).toBe("PNG");
    expect(png.body.readUInt32BE(16)).toBe(1_024);
    const rival = await anInfluencer(system());
    await expect(claimQr(rival.ctx, { claimId: link.claimId, format: "svg" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
