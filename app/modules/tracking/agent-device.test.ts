import { expect, it } from "vitest";
import { agentNamesDevice } from "./agent-device";

const WEB_VIEW =
  "AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.179 Mobile Safari/537.36";
const IOS = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

it.each([
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0",
  "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0.0.0 Mobile Safari/537.36",
  `Mozilla/5.0 (Linux; Android 10; K; wv) ${WEB_VIEW}`,
  `${IOS} Version/17.5 Mobile/15E148 Safari/604.1`,
  `${IOS} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`,
  `${IOS} Mobile/15E148 musical_ly_35.1.0 JsSdk/2.0 NetType/WIFI Channel/App Store BytedanceWebview/d8a21c6`,
  "Opera/9.80 (Android; Opera Mini/69.0.2254/191.303; U; id) Presto/2.12.423 Version/12.16",
  "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile",
])("a crowd may send %s", (agent) => {
  expect(agentNamesDevice(agent)).toBe(false);
});

it.each([
  `Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A.220624.014; wv) ${WEB_VIEW} Instagram 331.0.0.37.90 Android`,
  "Mozilla/5.0 (Linux; Android 14; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; U; Android 11; in-id; Redmi Note 8 Build/RKQ1.201004.002) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.127 Mobile Safari/537.36",
  `${IOS} Mobile/15E148 Instagram 339.0.3.12.91 (iPhone14,5; iOS 17_5; id_ID; id; scale=3.00; 1170x2532; 613911116)`,
  "FBAN/FB4A;FBAV/440.0.0.30.117;FBLC/id_ID;FBDV/SM-A125F;FBSV/12",
  "Instagram 275.0.0.27.98 Android (33/13; 280dpi; 720x1423; samsung; SM-A127F; a12s; exynos850; en_GB; 458229237)",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
  "SAMSUNG-GT-E2232/1.0 Openwave/6.2.3 Profile/MIDP-2.0",
  "",
])("one device sends %s", (agent) => {
  expect(agentNamesDevice(agent)).toBe(true);
});
