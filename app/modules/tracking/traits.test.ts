import fc from "fast-check";
import { expect, it } from "vitest";
import { APP_CODES, DEVICE_CODES, SYSTEM_CODES, traitsOf } from "./traits";

/** As they stand in rows. Append here; never change a line. */
it("never changes what a number in a row means", () => {
  expect(Object.keys(DEVICE_CODES).join()).toBe("other,mobile,tablet,desktop,tv");
  expect(Object.keys(SYSTEM_CODES).join()).toBe(
    "other,android,ios,windows,macos,linux,chromeos,harmonyos,kaios",
  );
  expect(Object.keys(APP_CODES).join()).toBe(
    "other,instagram,facebook,messenger,threads,tiktok,whatsapp,line,telegram,x,snapchat,youtube,shopee,tokopedia,wechat,chrome,safari,samsung,opera,uc,firefox,edge,miui,vivo,heytap,huawei,duckduckgo,brave,webview,google,lazada,zalo,kakaotalk,pinterest,linkedin",
  );
  for (const codes of [DEVICE_CODES, SYSTEM_CODES, APP_CODES]) {
    expect(Object.values(codes)).toEqual(Object.keys(codes).map((_, index) => index));
  }
});

const IOS = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const webView = (model: string) =>
  `Mozilla/5.0 (Linux; Android 13; ${model} Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.179 Mobile Safari/537.36`;
const android = (rest: string) =>
  `Mozilla/5.0 (Linux; Android 13; CPH2239) AppleWebKit/537.36 (KHTML, like Gecko) ${rest}`;

it.each([
  [`${IOS} Mobile/15E148 Instagram 339.0.3.12.91 (iPhone14,5; iOS 17_5)`, "mobile", "ios", "instagram"],
  [`${webView("SM-A135F")} Instagram 331.0.0.37.90 Android (33/13)`, "mobile", "android", "instagram"],
  [`${IOS} Mobile/15E148 Barcelona 331.0.0.29.109 (iPhone15,2; iOS 17_5)`, "mobile", "ios", "threads"],
  [`${webView("CPH2239")} [FB_IAB/FB4A;FBAV/461.0.0.0.21;]`, "mobile", "android", "facebook"],
  [`${IOS} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/450.0;FBDV/iPhone12,1]`, "mobile", "ios", "messenger"],
  [`${webView("RMX2185")} trill_320905 JsSdk/1.0 BytedanceWebview/d8a21c6`, "mobile", "android", "tiktok"],
  [`${webView("M2006C3LG")} WhatsApp/2.24.1.6`, "mobile", "android", "whatsapp"],
  [`${IOS} Mobile/15E148 Safari Line/13.21.0`, "mobile", "ios", "line"],
  [`${webView("SM-A057F")} Telegram-Android/10.9.1 (Samsung SM-A057F)`, "mobile", "android", "telegram"],
  [`${webView("SM-S911B")} TwitterAndroid`, "mobile", "android", "x"],
  [`${IOS} Mobile/15E148 Snapchat/12.80.0.34`, "mobile", "ios", "snapchat"],
  [webView("SM-A057F"), "mobile", "android", "webview"],
  [android("Chrome/126.0.0.0 Mobile Safari/537.36"), "mobile", "android", "chrome"],
  [android("Chrome/126.0.0.0 Safari/537.36").replace("CPH2239", "SM-T290"), "tablet", "android", "chrome"],
  [android("SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36"), "mobile", "android", "samsung"],
  [android("Chrome/121.0.0.0 Mobile Safari/537.36 OPR/79.0.0"), "mobile", "android", "opera"],
  [
    android("Version/4.0 Chrome/100.0 Mobile Safari/537.36 XiaoMi/MiuiBrowser/13.30"),
    "mobile",
    "android",
    "miui",
  ],
  [android("Version/4.0 Chrome/87.0 Mobile Safari/537.36 VivoBrowser/12.1"), "mobile", "android", "vivo"],
  [android("Version/4.0 Chrome/87.0 Mobile Safari/537.36 HeyTapBrowser/45.9"), "mobile", "android", "heytap"],
  [
    "Mozilla/5.0 (Linux; Android 12; HarmonyOS; LIO-AN00; HMSCore 6.5) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0 HuaweiBrowser/12.0 Mobile Safari/537.36",
    "mobile",
    "harmonyos",
    "huawei",
  ],
  [
    "Mozilla/5.0 (Linux; U; Android 9; id; Redmi) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/78.0 UCBrowser/13.4 Mobile Safari/537.36",
    "mobile",
    "android",
    "uc",
  ],
  [
    "Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5",
    "mobile",
    "kaios",
    "firefox",
  ],
  [`${IOS} Version/17.5 Mobile/15E148 Safari/604.1`, "mobile", "ios", "safari"],
  [`${IOS} CriOS/126.0.0.0 Mobile/15E148 Safari/604.1`, "mobile", "ios", "chrome"],
  [
    "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1",
    "tablet",
    "ios",
    "safari",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
    "desktop",
    "windows",
    "edge",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    "desktop",
    "macos",
    "safari",
  ],
  [
    "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0",
    "desktop",
    "linux",
    "firefox",
  ],
  [
    "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "desktop",
    "chromeos",
    "chrome",
  ],
  [
    "Mozilla/5.0 (SMART-TV; Linux; Tizen 5.5) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/3.0 TV Safari/537.36",
    "tv",
    "other",
    "samsung",
  ],
  [
    "Mozilla/5.0 (PlayStation 5 3.11) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 Safari/605.1.15",
    "other",
    "other",
    "safari",
  ],
  ["NokiaC2-00/2.0 (03.45) Profile/MIDP-2.1 UCWEB/2.0 UCBrowser/9.4.1.482", "mobile", "other", "uc"],
  [
    "Opera/9.80 (Android; Opera Mini/36.2.2254/191.283; U; id) Presto/2.12.423 Version/12.16",
    "mobile",
    "android",
    "opera",
  ],
  ["curl/8.5.0", "other", "other", "other"],
  ["", "other", "other", "other"],
])("%s", (agent, device, system, app) => {
  expect(traitsOf(agent)).toEqual({ device, system, app });
});

it("answers with something from the lists for anything", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (agent) => {
      const { device, system, app } = traitsOf(agent);
      expect([DEVICE_CODES[device], SYSTEM_CODES[system], APP_CODES[app]]).not.toContain(undefined);
    }),
  );
});
