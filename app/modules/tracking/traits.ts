import { UAParser } from "ua-parser-js";

/**
 * With what somebody clicked: three closed lists. Rows keep the numbers, so the lists are append-only: a number never
 * gets another meaning.
 */
export const DEVICE_CODES = { other: 0, mobile: 1, tablet: 2, desktop: 3, tv: 4 } as const;

export const SYSTEM_CODES = {
  other: 0,
  android: 1,
  ios: 2,
  windows: 3,
  macos: 4,
  linux: 5,
  chromeos: 6,
  harmonyos: 7,
  kaios: 8,
} as const;

/** The app that the link was opened in: one with a browser of its own inside, or a browser. */
export const APP_CODES = {
  other: 0,
  instagram: 1,
  facebook: 2,
  messenger: 3,
  threads: 4,
  tiktok: 5,
  whatsapp: 6,
  line: 7,
  telegram: 8,
  x: 9,
  snapchat: 10,
  youtube: 11,
  shopee: 12,
  tokopedia: 13,
  wechat: 14,
  chrome: 15,
  safari: 16,
  samsung: 17,
  opera: 18,
  uc: 19,
  firefox: 20,
  edge: 21,
  miui: 22,
  vivo: 23,
  heytap: 24,
  huawei: 25,
  duckduckgo: 26,
  brave: 27,
  webview: 28,
  google: 29,
  lazada: 30,
  zalo: 31,
  kakaotalk: 32,
  pinterest: 33,
  linkedin: 34,
} as const;

export type DeviceTrait = keyof typeof DEVICE_CODES;
export type SystemTrait = keyof typeof SYSTEM_CODES;
export type AppTrait = keyof typeof APP_CODES;
export type Traits = { device: DeviceTrait; system: SystemTrait; app: AppTrait };

/** Apps name themselves beside the browser that they are built on, so they are looked for first, from top to bottom. */
const IN_APPS: readonly (readonly [AppTrait, RegExp])[] = [
  [
    "messenger",
    /FBAN\/Messenger|MessengerLite|FB_IAB\/(?:Orca|Messenger)|FBPN\/com\.facebook\.(?:orca|mlite)/i,
  ],
  ["threads", /\bBarcelona \d/],
  ["instagram", /\bInstagram\b/],
  ["facebook", /\[?\bFB(?:AN|AV|_IAB|IOS|4A)\b/],
  ["tiktok", /musical_?ly|BytedanceWebview|\btrill_\d|\bTikTok\b|\baweme_/i],
  ["whatsapp", /\bWhatsApp\b/],
  ["line", /\bLine\/\d/],
  ["telegram", /\bTelegram(?:-Android|Bot)?\b/],
  ["x", /\bTwitter(?:Android| for )/],
  ["snapchat", /\bSnapchat\b/],
  ["shopee", /shopee/i],
  ["tokopedia", /tokopedia/i],
  ["lazada", /lazada/i],
  ["wechat", /MicroMessenger/i],
  ["zalo", /\bZalo\b/],
  ["kakaotalk", /KAKAOTALK/i],
  ["youtube", /\bcom\.google\.(?:android|ios)\.youtube\b|\bYouTube\//i],
  ["pinterest", /\bPinterest(?: for |\/(?:iOS|Android))/],
  ["linkedin", /\bLinkedInApp\b/],
  ["google", /\bGSA\/\d|\bGoogleApp\b/],
  ["brave", /\bBrave\b/],
  ["duckduckgo", /\bDuckDuckGo\/\d|\bDdg\/\d/],
  ["vivo", /\bVivoBrowser\//],
  ["heytap", /\bHeyTapBrowser\/|\bOppoBrowser\//],
];

/** What the library calls browsers. */
const BROWSERS: Record<string, AppTrait> = {
  Chrome: "chrome",
  "Mobile Chrome": "chrome",
  Chromium: "chrome",
  "Chrome Headless": "chrome",
  Safari: "safari",
  "Mobile Safari": "safari",
  "Samsung Internet": "samsung",
  Opera: "opera",
  "Opera Mini": "opera",
  "Opera Mobi": "opera",
  "Opera Touch": "opera",
  "Opera GX": "opera",
  "Opera Tablet": "opera",
  UCBrowser: "uc",
  Firefox: "firefox",
  "Mobile Firefox": "firefox",
  "Firefox Focus": "firefox",
  "Firefox Reality": "firefox",
  Edge: "edge",
  "MIUI Browser": "miui",
  "Huawei Browser": "huawei",
  DuckDuckGo: "duckduckgo",
  Brave: "brave",
  "Chrome WebView": "webview",
  WebKit: "webview",
  "Android Browser": "webview",
};

/** What the library calls systems; Linux' many names end up as Linux below. */
const SYSTEMS: Record<string, SystemTrait> = {
  Android: "android",
  "Android-x86": "android",
  "Fire OS": "android",
  iOS: "ios",
  Windows: "windows",
  "Windows Phone": "other",
  "Windows Mobile": "other",
  "Mac OS": "macos",
  "Chromium OS": "chromeos",
  HarmonyOS: "harmonyos",
  OpenHarmony: "harmonyos",
  KAIOS: "kaios",
  Tizen: "other",
  WebOS: "other",
  PlayStation: "other",
  Nintendo: "other",
};

const DEVICE_TYPES: Record<string, DeviceTrait> = {
  mobile: "mobile",
  tablet: "tablet",
  smarttv: "tv",
  console: "other",
  wearable: "other",
  embedded: "other",
};

/** Systems of machines that stand on a desk, for what the library gives no type of device. */
const DESKTOP_SYSTEMS = new Set<SystemTrait>(["windows", "macos", "linux", "chromeos"]);

/** Device, system and app of a user agent. Takes some tens of microseconds: keep what it said of agents that return. */
export function traitsOf(agent: string): Traits {
  const parser = new UAParser(agent);
  const system = systemOf(parser.getOS().name, agent);
  return { device: deviceOf(parser.getDevice().type, system, agent), system, app: appOf(parser, agent) };
}

function systemOf(name: string | undefined, agent: string): SystemTrait {
  if (name === undefined) return "other";
  return SYSTEMS[name] ?? (/\b(?:linux|x11)\b/i.test(agent) ? "linux" : "other");
}

function deviceOf(type: string | undefined, system: SystemTrait, agent: string): DeviceTrait {
  const known = type === undefined ? undefined : DEVICE_TYPES[type];
  if (known) return known;
  if (DESKTOP_SYSTEMS.has(system)) return "desktop";
  if (system === "kaios" || /\b(?:midp|mobile|symbian|series ?60|nokia|blackberry|opera mini)/i.test(agent)) {
    return "mobile";
  }
  // Android's own convention: telephones say "Mobile", tablets do not.
  return system === "android" || system === "harmonyos" ? "tablet" : "other";
}

function appOf(parser: UAParser, agent: string): AppTrait {
  const inside = IN_APPS.find(([, pattern]) => pattern.test(agent));
  if (inside) return inside[0];
  const name = parser.getBrowser().name;
  return (name === undefined ? undefined : BROWSERS[name]) ?? "other";
}
