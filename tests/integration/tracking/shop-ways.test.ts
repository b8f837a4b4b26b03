import { beforeAll, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { shopWays } from "~/modules/tracking/queries/shop-ways.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, type Place, system } from "../campaigns/world";

let place: Place;
let link: TrackedLink;

beforeAll(async () => {
  place = await aPlace();
  link = await aTrackedLink(system(), place);
}, 60_000);

const tokenFor = (linkId: string) => new ClickTokens().sign(compactId(newId()), compactId(linkId));
const ways = (click: string | null, productId = place.productId) => shopWays(system(), { productId, click });

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
