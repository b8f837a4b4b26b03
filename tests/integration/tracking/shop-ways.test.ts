import { beforeAll, expect, it, vi } from "vitest";
import { newId } from "~/kernel/id";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { shopWays } from "~/modules/tracking/queries/shop-ways.server";
import { aClick, aTrackedLink, record, type TrackedLink } from "../../factories/tracking";
import { aPlace, type Place, system } from "../campaigns/world";

let place: Place;
let link: TrackedLink;

beforeAll(async () => {
  place = await aPlace();
  link = await aTrackedLink(system(), place);
}, 60_000);

const tokenFor = (linkId: string) => new ClickTokens().sign(compactId(newId()), compactId(linkId));
const ways = (click: string | null, productId = place.productId, code: string | null = link.code) =>
  shopWays(system(), { productId, click, code });

it("lead through the link that the visitor came by, with its click, before the click is even counted", async () => {
  const click = tokenFor(link.linkId);
  expect(await ways(click)).toMatchObject({
    SHOPEE: `/r/${link.code}/ke/shopee?gaung_click=${click}`,
    TIKTOK_SHOP: `/r/${link.code}/ke/tiktok-shop?gaung_click=${click}`,
    WHATSAPP: `/r/${link.code}/ke/whatsapp?gaung_click=${click}`,
  });
});

it("are nothing for a click that nobody signed, or that is another product's", async () => {
  const click = tokenFor(link.linkId);
  expect(await ways(null)).toEqual({});
  expect(await ways("hello")).toEqual({});
  expect(await ways(`${click.slice(0, -1)}${click.endsWith("A") ? "B" : "A"}`)).toEqual({});
  expect(await ways(click, (await aPlace()).productId)).toEqual({});
});

it("are found from an address without the link's code once the click is counted, and from one with another's", async () => {
  const clickId = newId();
  const click = new ClickTokens().sign(compactId(clickId), compactId(link.linkId));
  expect(await ways(click, place.productId, null)).toEqual({});
  await record(system(), [{ ...aClick(link.linkId, new Date()), id: clickId }]);
  const led = { SHOPEE: `/r/${link.code}/ke/shopee?gaung_click=${click}` };
  expect(await ways(click, place.productId, null)).toMatchObject(led);
  expect(await ways(click, place.productId, (await aTrackedLink(system(), place)).code)).toMatchObject(led);
  expect(await ways(click, place.productId, "<script>")).toMatchObject(led);
  const forged = `${click.slice(0, -1)}${click.endsWith("A") ? "B" : "A"}`;
  expect(await ways(forged, place.productId, null)).toEqual({});
});

it("cost a page one signature, whatever its address says and however many links there are", async () => {
  for (let count = 0; count < 3; count += 1) await aTrackedLink(system(), place);
  const signed = vi.spyOn(ClickTokens.prototype, "isFor");
  expect(await ways(tokenFor(newId()))).toEqual({});
  expect(signed).toHaveBeenCalledTimes(1);
});
