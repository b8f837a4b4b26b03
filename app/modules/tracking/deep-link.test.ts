import { describe, expect, it } from "vitest";
import type { Channel } from "~/modules/products/listings";
import { deepLink, type InApp, inAppOf, intentOf } from "./deep-link";
import { traitsOf } from "./traits";

const AGENTS: Record<InApp["app"], Record<InApp["system"], string>> = {
  instagram: {
    android:
      "Mozilla/5.0 (Linux; Android 11; Mi A3 Build/RKQ1.200903.002; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.14 Mobile Safari/537.36 Instagram 355.0.0.37.103 Android (30/11; 320dpi; 720x1411; Xiaomi; Mi A3; laurel_sprout; qcom; in_ID; 657300861)",
    ios: "Mozilla/5.0 (iPhone; CPU iPhone OS 26_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/23E254 Instagram 424.1.0.31.54 (iPhone18,4; iOS 26_4_1; id_ID; id; scale=3.00; 1260x2736; IABMV/1; 933996394) NW/3 Safari/604.1",
  },
  facebook: {
    android:
      "Mozilla/5.0 (Linux; Android 14; SM-A155F Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.58 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/486.0.0.66.70;]",
    ios: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.38.108;FBBV/615246811;FBDV/iPhone14,5]",
  },
  messenger: {
    android:
      "Mozilla/5.0 (Linux; Android 13; SM-A536E; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.43 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/439.0.0.29.119;]",
    ios: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21C62 [FBAN/MessengerForiOS;FBAV/438.1.0.54.119]",
  },
  threads: {
    android:
      "Mozilla/5.0 (Linux; Android 14; SM-S918B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/129.0.6668.54 Mobile Safari/537.36 Barcelona 350.0.0.40.109 Android (34/14)",
    ios: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21G80 Barcelona 350.0.0.26.109 (iPhone15,3; iOS 17_6; id_ID)",
  },
  tiktok: {
    android:
      "Mozilla/5.0 (Linux; Android 12; CPH2269 Build/SP1A.210812.016; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.113 Mobile Safari/537.36 trill_340003 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/trill app_version/34.0.3 ByteLocale/id BytedanceWebview/d8a21c6",
    ios: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 musical_ly_34.1.0 JsSdk/2.0 NetType/4G Channel/App Store ByteLocale/id Region/ID BytedanceWebview/d8a21c6",
  },
};

const CHROME =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
const DESKTOP =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

const LOCATIONS: Record<Channel, string> = {
  SHOPEE:
    "https://s.shopee.co.id/an_redir?origin_link=https%3A%2F%2Fshopee.co.id%2Fproduct%2F1%2F2&affiliate_id=1&sub_id=a-b-c-d-e",
  TOKOPEDIA: "https://www.tokopedia.com/lapas/kopi",
  TIKTOK_SHOP: "https://vt.tiktok.com/ZS1/",
  WHATSAPP: "https://wa.me/6281234567890?text=Halo",
  OWN: "https://toko.example.id/?gaung_click=x",
};

const APPS = Object.entries(AGENTS).flatMap(([app, systems]) =>
  Object.entries(systems).map(([system, agent]) => ({ app, system, agent })),
);
const SHOPS = Object.keys(LOCATIONS) as Channel[];

describe.each(APPS)("in $app on $system", ({ app, system, agent }) => {
  it("the app is known, as the traits of clicks know it", () => {
    expect(inAppOf(agent)).toEqual({ app, system });
    expect(traitsOf(agent)).toMatchObject({ app, system });
  });

  it.each(SHOPS)("%s", (shop) => {
    const location = LOCATIONS[shop];
    const ownShop = shop === "OWN" || (app === "tiktok" && shop === "TIKTOK_SHOP");
    const tapInVain = app !== "tiktok" && system === "android";
    const page = {
      kind: "page",
      shop,
      open: system === "android" ? intentOf(location) : location,
      onward: location,
    };
    expect(deepLink(location, shop, agent)).toEqual(
      ownShop || tapInVain ? { kind: "redirect", location } : page,
    );
  });

  it("a page of this site needs nothing", () => {
    expect(deepLink("/p/kopi", null, agent)).toEqual({ kind: "redirect", location: "/p/kopi" });
  });
});

describe.each([
  ["Chrome on Android", CHROME],
  ["Safari on iOS", SAFARI],
  ["a desktop", DESKTOP],
  ["Instagram's site on a desktop", `${DESKTOP} Instagram`],
  ["no agent", undefined],
])("in %s", (_, agent) => {
  it.each(SHOPS)("a plain redirect leads to %s", (shop) => {
    const location = LOCATIONS[shop];
    expect(deepLink(location, shop, agent)).toEqual({ kind: "redirect", location });
  });
});

describe("intentOf", () => {
  it("keeps the address whole and names itself as the way back", () => {
    const intent = intentOf(LOCATIONS.SHOPEE);
    expect(intent.startsWith("intent://s.shopee.co.id/an_redir?origin_link=https%3A%2F%2F")).toBe(true);
    expect(intent).toContain("#Intent;scheme=https;");
    expect(intent.endsWith(";end")).toBe(true);
    const fallback = /S\.browser_fallback_url=([^;]+);/.exec(intent)?.[1] ?? "";
    expect(decodeURIComponent(fallback)).toBe(LOCATIONS.SHOPEE);
  });
});
