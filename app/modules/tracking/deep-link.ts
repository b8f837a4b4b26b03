import type { Channel } from "~/modules/products/listings";

/*
 * Links in Instagram, Facebook, Threads, Messenger and TikTok open in the app's own browser, a bare WebView in which
 * nobody is signed in to a shop. What is known of getting from there into the shop's app:
 *
 * - A universal link opens an app when a person taps it as an ordinary link; not when a WebView is started on it or
 *   is sent there by a redirect or a script (help.impact.com "Troubleshooting Universal Links in App-to-App Tracking";
 *   openradar 25238920 and 34038424, open since 2016; firebase/quickstart-ios#291 on Facebook, WhatsApp, Line).
 * - Android starts another app from `intent:` addresses, and Chrome only on a person's gesture, with
 *   `S.browser_fallback_url` for where it cannot (developer.chrome.com/docs/android/intents). The form
 *   `intent://HOST/PATH#Intent;scheme=https;end` worked in TikTok, Threads, Facebook, Instagram and Messenger in
 *   October 2024 (shalanah/inapp-debugger#7), and no longer in Meta's apps two weeks later (#11): there a tap on one
 *   may end on the blank page below, and a tap on an https address stays in the WebView.
 * - A redirect to an address of another scheme leaves an Android WebView with ERR_UNKNOWN_URL_SCHEME, a blank stop
 *   (react-native-webview#3946, Midtrans/midtrans-php#39, bradvin/social-share-urls#681 for WhatsApp). So nothing here
 *   ever redirects to anything but https.
 * - Ways out of Instagram by `x-safari-https:` and `instagram://extbrowser` come and go with its versions
 *   (shalanah/inapp-debugger#15, #22, #23) and are blank where they are gone: not used.
 *
 * So where a tap can open the shop's app (on iOS, and on Android in TikTok) a link to a shop that has one shows a light
 * page with a real link to tap, which goes on to the shop's page by itself after some seconds. Everywhere else, Meta's
 * apps on Android included, a plain 302 to the shop's page does all that can be done.
 */

export type InApp = {
  app: "instagram" | "facebook" | "messenger" | "threads" | "tiktok";
  system: "android" | "ios";
};

const APPS: readonly (readonly [InApp["app"], RegExp])[] = [
  ["messenger", /FBAN\/Messenger|MessengerLite|FB_IAB\/(?:Orca|Messenger)/i],
  ["threads", /\bBarcelona \d/],
  ["instagram", /\bInstagram\b/],
  ["facebook", /\bFB(?:AN|AV|_IAB|IOS|4A)\b/],
  ["tiktok", /musical_?ly|BytedanceWebview|\btrill_\d|\bTikTok\b/i],
];

/** The app in whose browser a link was opened on a telephone; null for everything else. */
export function inAppOf(agent: string): InApp | null {
  const system = /\bAndroid\b/.test(agent)
    ? "android"
    : /\b(?:iPhone|iPad|iPod|iOS)\b/.test(agent)
      ? "ios"
      : null;
  if (!system) return null;
  const found = APPS.find(([, pattern]) => pattern.test(agent));
  return found ? { app: found[0], system } : null;
}

export type DeepLink =
  | { kind: "redirect"; location: string }
  /** `open` is for a person to tap; `onward` is where the page goes by itself. */
  | { kind: "page"; shop: AppShop; open: string; onward: string };

/** Shops with an app that answers to their addresses; the Lapas' own shop has none. */
export type AppShop = Exclude<Channel, "OWN">;

/**
 * How a visitor gets to a shop.
 * @param location where the click goes, with its mark
 * @param shop the shop that this is; null for pages of this site
 * @param agent the user agent, as sent
 */
export function deepLink(location: string, shop: Channel | null, agent: string | undefined): DeepLink {
  if (shop === null || shop === "OWN" || agent === undefined) return { kind: "redirect", location };
  const inApp = inAppOf(agent);
  // TikTok knows its own shop's addresses.
  if (!inApp) return { kind: "redirect", location };
  const { app, system } = inApp;
  if (app === "tiktok" ? shop === "TIKTOK_SHOP" : system === "android") return { kind: "redirect", location };
  return {
    kind: "page",
    shop,
    open: system === "android" ? intentOf(location) : location,
    onward: location,
  };
}

/** An https address as Android's intent for whichever app answers to it, with itself as the way back. */
export function intentOf(location: string): string {
  const url = new URL(location);
  const rest = `${url.host}${url.pathname}${url.search}`;
  return (
    `intent://${rest}#Intent;scheme=https;action=android.intent.action.VIEW;` +
    `category=android.intent.category.BROWSABLE;S.browser_fallback_url=${encodeURIComponent(location)};end`
  );
}
