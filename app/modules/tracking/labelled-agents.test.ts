import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { judgeAgent } from "./verdict";

/*
 * How well the agent alone tells people from robots, on agents that others have labelled: robots by
 * `crawler-user-agents`, people by `user-agents` (drawn from real visits) and `top-user-agents`, and people inside
 * apps by the forms in which those apps name themselves.
 */

const AT_LEAST = { people: 0.99, robots: 0.97 };

const fromPackage = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), "utf8"));

const unique = (agents: readonly string[]) => [...new Set(agents)];

/** An entry of crawler-user-agents: the pattern of one robot and agents in which it was seen. */
type Crawler = { pattern: string; instances: string[] };

const robots = unique(
  (fromPackage("crawler-user-agents/crawler-user-agents.json") as Crawler[]).flatMap(
    ({ instances }) => instances,
  ),
);

const people = unique([
  ...(fromPackage("user-agents/dist/user-agents.json") as { userAgent: string }[]).map(
    ({ userAgent }) => userAgent,
  ),
  ...["index", "desktop", "mobile"].flatMap(
    (list) => fromPackage(`top-user-agents/src/${list}.json`) as string[],
  ),
]);

const MODELS = [
  "SM-A135F",
  "CPH2239",
  "M2006C3LG",
  "vivo 1904",
  "RMX2185",
  "Infinix X6511",
  "CUBOT X18 Plus",
  "Redmi Note 8",
  "itel L6006",
  "Discovery X2",
  "ASUS_X00TD",
  "SCAN 5 Radar",
  "Feed Capture Pro",
  "M bot 60",
  "POWER BOT",
  "IDbot553",
  "Spider X1",
];
const ANDROID = MODELS.map(
  (model) =>
    `Mozilla/5.0 (Linux; Android 13; ${model} Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.179 Mobile Safari/537.36`,
);
const IOS = ["17_5", "16_6_1", "15_8", "12_5_7"].flatMap((version) => [
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148`,
  `Mozilla/5.0 (iPad; CPU OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148`,
]);

/** What the apps write behind the WebView's own agent. */
const BEHIND_ANDROID = [
  "Instagram 331.0.0.37.90 Android (33/13; 300dpi; 720x1464; samsung; SM-A135F; a13; exynos850; in_ID; 599082453)",
  "Barcelona 331.0.0.29.109 Android (33/13; 300dpi; 720x1464; samsung; SM-A135F; a13; exynos850; in_ID; 599082453)",
  "[FB_IAB/FB4A;FBAV/461.0.0.0.21;]",
  "[FB_IAB/Orca-Android;FBAV/461.0.0.0.21;]",
  "[FBAN/EMA;FBLC/id_ID;FBAV/400.0.0.9.115;FBCX/modulariab;]",
  "[FBAN/MessengerLiteForAndroid;FBAV/318.0.0.8.106;FBPN/com.facebook.mlite;FBLC/id_ID;FBCR/TELKOMSEL;FBMF/realme]",
  "MetaIAB Facebook",
  "trill_320905 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/32.9.5 ByteLocale/id-ID ByteFullLocale/id-ID Region/ID BytedanceWebview/d8a21c6",
  "musical_ly_2023209050 JsSdk/1.0 NetType/4G Channel/googleplay AppName/musical_ly app_version/32.9.5 ByteLocale/id-ID",
  "BytedanceWebview/d8a21c6",
  "WhatsApp/2.24.1.6",
  "Line/13.16.1/IAB",
  "Telegram-Android/10.9.1 (Samsung SM-A057F; Android 14; SDK 34; AVERAGE)",
  "TwitterAndroid",
  "Snapchat/12.80.0.34 (like Safari/8617.2.4.10.8, panda)",
  "Shopee ID BR2.85.32 Android appver=28532 language=id app_type=1",
  "tokopedia-lite/2.36 Tokopedia/3.250",
  "Zalo android/240501402 ZaloTheme/light ZaloLanguage/en",
  "KAKAOTALK/10.4.5 (INAPP)",
  "MicroMessenger/8.0.47.2560(0x28002F36) WeChat/arm64 Weixin NetType/WIFI Language/id ABI/arm64",
  "[Pinterest/Android]",
  "[LinkedInApp]/4.1.900",
  "Lazada/7.40",
  "Grab/5.264.0 (Android 13; Build 1)",
  "GSA/15.20.35.29.arm64",
  "Gojek/4.98.1 (com.gojek.app; build:5001; Android 13)",
  "BigoLive/5.40.2",
  "SnackVideo/10.2.30.536302",
  "Kwai/10.2.30",
  "Helo/2.9.9",
  "DANA/2.60.0",
  "MyTelkomsel/8.9.0",
  "detikcom/Android/7.5",
  "VivoBrowser/11.2.5.0",
];
const BEHIND_IOS = [
  "Instagram 339.0.3.12.91 (iPhone14,5; iOS 17_5; id_ID; id; scale=3.00; 1170x2532; 613911116) NW/3",
  "Barcelona 331.0.0.29.109 (iPhone15,2; iOS 17_5; id_ID; id; scale=3.00; 1179x2556; 600000000)",
  "[FBAN/FBIOS;FBAV/450.0.0.38.108;FBBV/564431005;FBDV/iPhone12,1;FBMD/iPhone;FBSN/iOS;FBSV/16.6;FBSS/2;FBID/phone;FBLC/id_ID;FBOP/5;FBRV/567052743]",
  "[FBAN/MessengerForiOS;FBAV/450.0.0.38.108;FBDV/iPhone12,1;FBLC/id_ID]",
  "musical_ly_2022803040 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/id Region/ID isDarkMode/0 WKWebView/1 RevealType/Dialog BytedanceWebview/d8a21c6 FalconTag/",
  "WhatsApp/2.24.10.74",
  "Safari Line/13.21.0",
  "Twitter for iPhone/10.40",
  "Snapchat/12.80.0.34 (like Safari/8617.2.4.10.8, panda)",
  "[Pinterest/iOS]",
  "[LinkedInApp]",
  "MicroMessenger/8.0.49(0x18003130) NetType/WIFI Language/id",
  "KAKAOTALK 10.3.5",
  "Shopee ID BR2.85.32 iOS appver=28532",
  "GSA/318.0.635848170 Safari/604.1",
  "NAVER(inapp; search; 2000; 12.3.6; 14PRO)",
  "Gojek/4.98",
  "Kwai/10.2",
  "ChatGPT/1.2024.150",
];

const inApps = [
  ...ANDROID.flatMap((base) => BEHIND_ANDROID.map((app) => `${base} ${app}`)),
  ...IOS.flatMap((base) => BEHIND_IOS.map((app) => `${base} ${app}`)),
];

it("calls nobody inside an app a robot", () => {
  expect(inApps.filter((agent) => judgeAgent(agent).verdict !== "HUMAN")).toEqual([]);
});

it("tells people from robots by the agent alone", () => {
  const everybody = [...people, ...inApps];
  const rightPeople = everybody.filter((agent) => judgeAgent(agent).verdict === "HUMAN").length;
  const rightRobots = robots.filter((agent) => judgeAgent(agent).verdict !== "HUMAN").length;
  const takenForRobots = everybody.length - rightPeople;
  const figures = {
    people: rightPeople / everybody.length,
    robots: rightRobots / robots.length,
    precision: rightRobots / (rightRobots + takenForRobots),
  };
  console.info(
    `people ${rightPeople}/${everybody.length} (${figures.people.toFixed(4)}), robots ${rightRobots}/${robots.length} ` +
      `(recall ${figures.robots.toFixed(4)}, precision ${figures.precision.toFixed(4)})`,
  );
  expect(everybody.length).toBeGreaterThan(1_200);
  expect(robots.length).toBeGreaterThan(1_500);
  expect(figures.people).toBeGreaterThanOrEqual(AT_LEAST.people);
  expect(figures.robots).toBeGreaterThanOrEqual(AT_LEAST.robots);
  expect(figures.precision).toBeGreaterThanOrEqual(AT_LEAST.robots);
});
