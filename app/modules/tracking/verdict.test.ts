import type { IncomingHttpHeaders } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REASONS, type Reason } from "./reasons";
import { readSignals, SIGNAL } from "./signals";
import { judge, judgeAgent, VERDICTS } from "./verdict";

const IOS = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID = (model: string) =>
  `Mozilla/5.0 (Linux; Android 13; ${model} Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.179 Mobile Safari/537.36`;

/** As the apps send them when somebody taps a link inside. */
const PEOPLE_IN_APPS = [
  `${IOS} Mobile/15E148 Instagram 339.0.3.12.91 (iPhone14,5; iOS 17_5; id_ID; id; scale=3.00; 1170x2532; 613911116) NW/3`,
  `${ANDROID("SM-A135F")} Instagram 331.0.0.37.90 Android (33/13; 300dpi; 720x1464; samsung; SM-A135F; a13; exynos850; in_ID; 599082453)`,
  "Instagram 3.0.4 Android (8/2.2.1; 240dpi; 480x800; HTC/verizon_wwe; ADR6400L; mecha; mecha; en_US)",
  `${IOS} Mobile/15E148 Barcelona 331.0.0.29.109 (iPhone15,2; iOS 17_5; id_ID; id; scale=3.00; 1179x2556; 600000000)`,
  `${IOS} Mobile/15E148 [FBAN/FBIOS;FBAV/450.0.0.38.108;FBBV/564431005;FBDV/iPhone12,1;FBMD/iPhone;FBSN/iOS;FBSV/16.6;FBSS/2;FBID/phone;FBLC/id_ID;FBOP/5;FBRV/567052743]`,
  `${ANDROID("CPH2239")} [FB_IAB/FB4A;FBAV/461.0.0.0.21;]`,
  `${ANDROID("RMX2185")} [FBAN/MessengerLiteForAndroid;FBAV/318.0.0.8.106;FBPN/com.facebook.mlite;FBLC/id_ID;FBBV/312313111;FBCR/TELKOMSEL;FBMF/realme]`,
  `${ANDROID("RMX2185")} trill_320905 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/32.9.5 ByteLocale/id-ID ByteFullLocale/id-ID Region/ID BytedanceWebview/d8a21c6`,
  `${IOS} Mobile/15E148 musical_ly_2022803040 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/id Region/ID isDarkMode/0 WKWebView/1 RevealType/Dialog BytedanceWebview/d8a21c6 FalconTag/`,
  `${ANDROID("M2006C3LG")} WhatsApp/2.24.1.6`,
  `${IOS} Mobile/15E148 Safari Line/13.21.0`,
  `${ANDROID("vivo 1904")} Line/13.16.1/IAB`,
  `${ANDROID("CUBOT X18 Plus")} Instagram 331.0.0.37.90 Android (33/13; 300dpi; 720x1464; CUBOT; X18_Plus; in_ID; 599082453)`,
  `${ANDROID("SM-S911B")} TwitterAndroid`,
  `${IOS} Mobile/15E148 Twitter for iPhone/10.40`,
  `${ANDROID("SM-A057F")} Zalo android/240501402 ZaloTheme/light ZaloLanguage/en`,
  `${ANDROID("SM-A057F")} Telegram-Android/10.9.1 (Samsung SM-A057F; Android 14; SDK 34; AVERAGE)`,
  `${IOS} Mobile/15E148 Snapchat/12.80.0.34 (like Safari/8617.2.4.10.8, panda)`,
  `${IOS} Mobile/15E148 [Pinterest/iOS]`,
];

/** Telephones and apps with a robot's word in their names, and Facebook's list without its brackets. */
const PEOPLE_WITH_ODD_WORDS = [
  "FBAN/FBIOS;FBAV/182.0.0.42.80;FBBV/118457561;FBDV/iPhone10,3;FBMD/iPhone;FBSN/iOS;FBSV/11.4.1;FBSS/3;FBLC/id_ID",
  "FBAN/FB4A;FBAV/440.0.0.30.117;FBBV/541864825;FBLC/id_ID;FBDV/SM-A125F;FBSV/12",
  "[FBAN/FB4A;FBAV/440.0.0.30.117;FBLC/id_ID;FBDV/POWER BOT;FBSV/7]",
  `${ANDROID("M bot 60")} Instagram 300.0.0.29.110 Android (31/12; 320dpi; 720x1449; mbot; M bot 60; mbot60; mt6765; es_MX; 591984325)`,
  `${ANDROID("B BOT 550")} [FB_IAB/FB4A;FBAV/461.0.0.0.21;]`,
  `${ANDROID("SM-A135F")} Instagram 330.0.0.40.92 Android (33/13; 300dpi; 720x1449; samsung; SM-A135F) https://l.instagram.com`,
  `${ANDROID("Spider X1")} WhatsApp/2.24.1.6`,
];

/** The same in a browser, or in an app that no list knows. */
const PEOPLE_IN_UNKNOWN_APPS = [
  `${ANDROID("M bot 60")}`,
  `${ANDROID("SM-A135F")} AnalysysAgent/Hybrid`,
  `${ANDROID("SM-A135F")} [air.com.A888poker/1.0]`,
  `${ANDROID("SM-A135F")} https://www.tribunnews.com`,
  `${ANDROID("SM-A135F")} (compatible; LivinByMandiri/1.0)`,
  `${ANDROID("SM-A135F")} SpiderMan-Fans/1.0`,
  `${ANDROID("SM-A135F")} MyTelkomsel/8.0 AppCheckerAgent/1.0`,
  `${IOS} Mobile/15E148 Perplexity/2.2`,
  "Mozilla/5.0 (Linux; U; Android 6.0; es-mx; IDbot553 Build/MRA58K) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/58.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; Android 7.1.1; M_bot_tab_1150) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0 Safari/537.36",
  "Mozilla/5.0 (Linux; U; Android 4.2.2; it-it; S308 Build/CUBOT) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30",
];

/** Televisions, telephones of other systems, mail programs, small browsers. */
const PEOPLE_BEFORE_OTHER_DEVICES = [
  "Mozilla/5.0 (SAMSUNG; SAMSUNG-GT-S8500/S8500XXJF8; U; Bada/1.0; nl-nl) AppleWebKit/533.1 (KHTML, like Gecko) Dolfin/2.0 Mobile WVGA SMM-MMS/1.2.0 OPN-B",
  "Mozilla/5.0 (webOS/1.4.5; U; en-US) AppleWebKit/532.2 (KHTML, like Gecko) Version/1.0 Safari/532.2 Pre/1.1",
  "Mozilla/5.0 (compatible; MSIE 9.0; Windows Phone OS 7.5; Trident/5.0; IEMobile/9.0; HTC; Radar 4G)",
  "LOEWE/TV HbbTV/1.1.1 CE-HTML/1.0 SL121/16.16.0",
  "OPR/19.0.1325.0 OMI/4.1.4.54, KreaTV/15.99.2.1 (ARRIS, IPC1100P2, wired)",
  "DLNADOC/1.50 SHARP-AQUOS-DMP/2.0W",
  "Mozilla/5.0 (Linux armv7l) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/78.0.3904.108 Safari/537.36 OPR/46.0.2207.0 OMI/4.20.5.80.Catcher4.26 Model/Vestel-MB130 VSTVB MB100 FVC/5.0 (VESTEL; MB130; )",
  "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US) AppleWebKit/527+ (KHTML, like Gecko) QtWeb Internet Browser/2.5 http://www.QtWeb.net",
  "Mozilla/5.0 (Macintosh; U; Intel Mac OS X 10_6_3; en-us) AppleWebKit/531.22.7 (KHTML, like Gecko) NetNewsWire/3.2.7",
  "MAUI_WAP_Browser",
  "Sleipnir Version2.x",
  "The Bat! 4.0.0.22",
  "VLC/2.1.0 LibVLC/2.1.0",
];

const PEOPLE_IN_BROWSERS = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
  "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0",
  `${IOS} Version/17.5 Mobile/15E148 Safari/604.1`,
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; Android 9; CUBOT_X18) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/89.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; U; Android 11; id-id; Redmi 9A Build/RP1A.200720.011) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.127 Mobile Safari/537.36 XiaoMi/MiuiBrowser/13.30.1-gn",
  "Opera/9.80 (Android; Opera Mini/36.2.2254/191.283; U; id) Presto/2.12.423 Version/12.16",
  "NokiaC2-00/2.0 (03.45) Profile/MIDP-2.1 Configuration/CLDC-1.1 UCWEB/2.0 (Java; U; MIDP-2.0; id; NokiaC2-00) U2/1.0.0 UCBrowser/9.4.1.482 U2/1.0.0 Mobile UNTRUSTED/1.0",
  "SAMSUNG-GT-E2232/1.0 Openwave/6.2.3 Profile/MIDP-2.0 Configuration/CLDC-1.1 UP.Browser/6.2.3.3.c.1.101 (GUI) MMP/2.0",
  "BlackBerry9700/5.0.0.862 Profile/MIDP-2.1 Configuration/CLDC-1.1 VendorID/102",
  "ELinks (0.4.3; NetBSD 3.0.2_PATCH sparc64; 141x19)",
];

const PREVIEWS = [
  "WhatsApp/2.23.20.0",
  "WhatsApp/2.2336.7.0 W",
  "WhatsApp/2.23.12.75 A",
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
  "facebookexternalhit/1.1;line-poker/1.0",
  "TelegramBot (like TwitterBot)",
  "Twitterbot/1.0",
  "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
  "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
  "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
  "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
  "Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots",
];

/** Apps that ask by the system's own means, on a telephone that they name. */
const PEOPLE_BEFORE_APPS = [
  "Dalvik/2.1.0 (Linux; U; Android 9; SM-J530F Build/PPR1.180610.011)",
  "Tokopedia/3.2 CFNetwork/1474 Darwin/23.0.0",
  "Hulu/6.8.1 (iOS 13.3; en_US; iPhone12,1; 17C54)",
];

const ROBOTS: [string | undefined, string][] = [
  [undefined, "ua:empty"],
  ["", "ua:empty"],
  ["-", "ua:empty"],
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "ua:robot"],
  [
    "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)",
    "ua:robot",
  ],
  [
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "ua:robot",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/119.0.0.0 Safari/537.36",
    "ua:robot",
  ],
  ["Claude-User/1.0", "ua:robot"],
  ["curl/8.5.0", "ua:http-library"],
  ["python-requests/2.31.0", "ua:http-library"],
  ["Go-http-client/2.0", "ua:http-library"],
  ["okhttp/4.12.0", "ua:http-library"],
  ["Site24x7", "ua:robot"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36 PageWatcherMonitor/1.0",
    "ua:service",
  ],
  ["Microsoft Office/16.0 (Windows NT 10.0; Microsoft Word 16.0.17126; Pro)", "ua:http-library"],
  ["&as_qdr=all", "ua:not-a-browser"],
  ["Mozilla/5.0 (pc-x86_64-linux-gnu) Siege/4.0.7", "ua:robot"],
  ["Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.19045; en-US) PowerShell/7.4.0", "ua:robot"],
  ["Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0; Nessus SOAP)", "ua:robot"],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 OWASP ZAP",
    "ua:robot",
  ],
  ["Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/22.1.0", "ua:robot"],
  [
    "Mozilla/5.0 (Linux; Android 5.0; SM-G900P) AppleWebKit/537.36 Chrome/61.0 Mobile Safari/537.36 Rendertron",
    "ua:robot",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) wkhtmltoimage Safari/538.1",
    "ua:robot",
  ],
  [
    "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0 Safari/537.36 (Safe Links)",
    "ua:robot",
  ],
  ["libhttp/10.00 (PlayStation 4)", "ua:robot"],
  ["stagefright/1.2 (Linux;Android 9)", "ua:robot"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Freshping",
    "ua:service",
  ],
];

describe("judgeAgent", () => {
  it.each(PEOPLE_IN_APPS)("a person inside an app: %s", (agent) => {
    expect(judgeAgent(agent)).toEqual({ verdict: "HUMAN", reason: "ua:in-app" });
  });

  it.each(PEOPLE_WITH_ODD_WORDS)("a person inside an app, whatever its words: %s", (agent) => {
    expect(judgeAgent(agent)).toEqual({ verdict: "HUMAN", reason: "ua:in-app" });
  });

  it.each([...PEOPLE_IN_UNKNOWN_APPS, ...PEOPLE_BEFORE_OTHER_DEVICES])("a person: %s", (agent) => {
    expect(judgeAgent(agent).verdict).toBe("HUMAN");
  });

  it.each(PEOPLE_IN_BROWSERS)("a person in a browser: %s", (agent) => {
    expect(judgeAgent(agent)).toEqual({ verdict: "HUMAN", reason: "ua:browser" });
  });

  it.each(PEOPLE_BEFORE_APPS)("an app on somebody's telephone: %s", (agent) => {
    expect(judgeAgent(agent)).toEqual({ verdict: "HUMAN", reason: "ua:app" });
  });

  it.each(PREVIEWS)("a preview: %s", (agent) => {
    expect(judgeAgent(agent)).toEqual({ verdict: "PREVIEW", reason: "ua:preview" });
  });

  it.each(ROBOTS)("a robot: %s", (agent, reason) => {
    expect(judgeAgent(agent)).toEqual({ verdict: "BOT", reason });
  });

  it.each([
    `${ANDROID("SM-A135F")} Instagram 331.0.0.37.90 Android (compatible; EvilBot/1.0; +http://evil.example)`,
    `${ANDROID("SM-A135F")} Instagram 331.0.0.37.90 EvilBot/1.0`,
    `${ANDROID("SM-A135F").replace("Chrome/", "HeadlessChrome/")} Instagram 331.0.0.37.90`,
    `${IOS} Mobile/15E148 Twitter for iPhone BrandVerity/1.0 (http://www.brandverity.com/why-is-brandverity-visiting-me)`,
    `${ANDROID("SM-A135F")} (compatible; Bytespider; spider-feedback@bytedance.com)`,
  ])("does not believe a robot that dresses as an app: %s", (agent) => {
    expect(judgeAgent(agent)).toEqual({ verdict: "BOT", reason: "ua:robot" });
  });
});

const CHROME = PEOPLE_IN_BROWSERS[0] ?? "";
const FIREFOX = PEOPLE_IN_BROWSERS[1] ?? "";
const SAFARI = PEOPLE_IN_BROWSERS[2] ?? "";
const OLD_PHONE =
  "Mozilla/5.0 (Linux; U; Android 4.4.2; id) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30";
const INSTAGRAM = PEOPLE_IN_APPS[1] ?? "";

const HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
/** Over TLS, as Chrome sends it. */
const VISIT = {
  accept: HTML,
  "accept-language": "id-ID,id;q=0.9",
  "accept-encoding": "gzip, deflate, br",
  "sec-fetch-mode": "navigate",
  "sec-fetch-dest": "document",
  "sec-fetch-user": "?1",
};
const HINTS = { "sec-ch-ua": '"Chromium";v="126", "Google Chrome";v="126", "Not-A.Brand";v="99"' };

function verdictOf(agent: string, headers: IncomingHttpHeaders, method = "GET", more = 0) {
  return judge(agent, readSignals(method, headers) | more);
}

describe("judge", () => {
  it.each<[string, string, IncomingHttpHeaders]>([
    ["Chrome over TLS", CHROME, { ...VISIT, ...HINTS }],
    ["Firefox over TLS", FIREFOX, VISIT],
    ["Safari over TLS", SAFARI, VISIT],
    ["Chrome over plain HTTP", CHROME, { accept: HTML, "accept-language": "id" }],
    ["a replayed access log: the agent alone", CHROME, {}],
    ["a privacy proxy that drops the language", CHROME, { accept: HTML, "accept-encoding": "gzip" }],
    ["a proxy that says so and drops nearly everything", CHROME, { accept: "*/*", via: "1.1 proxy" }],
    ["a browser that asks for anything, in a language", CHROME, { accept: "*/*", "accept-language": "id" }],
    ["a visit in a frame", CHROME, { ...VISIT, "sec-fetch-dest": "iframe" }],
    ["an app's WebView", INSTAGRAM, { ...VISIT, "x-requested-with": "com.instagram.android" }],
    ["an app's WebView with hardly a header", INSTAGRAM, { accept: "*/*", "accept-encoding": "gzip" }],
    ["an app on iOS beside hints of its own making", PEOPLE_IN_APPS[0] ?? "", HINTS],
    ["an old telephone that sends little", OLD_PHONE, { accept: "*/*", "accept-encoding": "gzip" }],
  ])("a person: %s", (_, agent, headers) => {
    expect(verdictOf(agent, headers).verdict).toBe("HUMAN");
  });

  it.each<[Reason, string, IncomingHttpHeaders]>([
    ["headers:from", CHROME, { ...VISIT, from: "robot@example.com" }],
    ["headers:headless", CHROME, { ...VISIT, "sec-ch-ua": '"HeadlessChrome";v="126"' }],
    ["headers:fetch-dest", CHROME, { ...VISIT, "sec-fetch-dest": "image", "sec-fetch-mode": "no-cors" }],
    ["headers:fetch-dest", INSTAGRAM, { ...VISIT, "sec-fetch-dest": "empty" }],
    ["headers:fetch-mode", CHROME, { accept: "*/*", "accept-language": "*", "sec-fetch-mode": "cors" }],
    ["headers:hints", FIREFOX, { ...VISIT, ...HINTS }],
    ["headers:hints", SAFARI, { ...VISIT, ...HINTS }],
    ["headers:bare", CHROME, { accept: "*/*" }],
    ["headers:bare", CHROME, { "accept-encoding": "gzip" }],
    ["headers:bare", SAFARI, { accept: "application/json, text/plain, */*", "accept-encoding": "gzip" }],
  ])("a robot in a browser's clothes, %s", (reason, agent, headers) => {
    expect(verdictOf(agent, headers)).toEqual({ verdict: "BOT", reason });
  });

  it("hears the request before the agent", () => {
    expect(verdictOf(CHROME, VISIT, "HEAD")).toEqual({ verdict: "BOT", reason: "method:head" });
    expect(verdictOf(CHROME, { ...VISIT, purpose: "prefetch" })).toEqual({
      verdict: "PREFETCH",
      reason: "prefetch:header",
    });
    expect(verdictOf(CHROME, VISIT, "GET", SIGNAL.STAFF)).toEqual({
      verdict: "STAFF",
      reason: "staff:device",
    });
  });

  it("gives a robot the agent's reason, whatever its headers", () => {
    expect(verdictOf("curl/8.5.0", { accept: "*/*", from: "a@b.example" }).reason).toBe("ua:http-library");
  });

  it("knows all reasons that it can give", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: 2 ** 19 - 1 }), (agent, signals) => {
        const { verdict, reason } = judge(agent, signals);
        expect(VERDICTS).toContain(verdict);
        expect(REASONS[reason]).toBeGreaterThan(0);
      }),
    );
  });
});
