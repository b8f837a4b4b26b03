import { isbot } from "isbot";
import type { Reason } from "../reasons";

/** What a user agent alone tells: a verdict with its reason, and what it claims to be. Worked out once per agent. */
export type AgentFacts = {
  verdict: "HUMAN" | "BOT" | "PREVIEW";
  reason: Reason;
  /** A browser inside an app, where a person has tapped a link. */
  inApp: boolean;
  /** The engine that it says it is, if it is so new that its headers are known; null for all others. */
  claims: "chromium" | "firefox" | "safari" | null;
};

/** The longest agent that is looked at; real ones have up to some 400 characters. */
export const MAX_AGENT_LENGTH = 1_024;

type AgentRule = {
  reason: Reason;
  verdict: AgentFacts["verdict"];
  matches: (agent: string, inApp: boolean) => boolean;
};

const test = (pattern: RegExp) => (agent: string) => pattern.test(agent);

/** Fetchers that draw the little card under a link in a chat or a post. They want Open Graph tags, not the shop. */
const PREVIEW_FETCHERS =
  /facebookexternalhit|facebookcatalog|facebot|^whatsapp\/|telegrambot|twitterbot|linkedinbot|slackbot|slack-imgproxy|discordbot|skypeuripreview|snap url preview|pinterestbot|pinterest\/0|redditbot|line-poker|vkshare|viber\/|zalobot|embedly|iframely|opengraph|mastodon\/|bitlybot|kakaotalk-scrap|google-pagerenderer|microsoftpreview|teamsbot/i;

/**
 * Browsers inside apps. A person has tapped a link there: these must never be called robots, whatever general list
 * says about the words in them. Real ones carry the system in brackets and, but for old Instagram, begin with Mozilla.
 */
const IN_APP =
  /\b(instagram|barcelona) \d|\[?fb(an|av|_iab|ios|4a)\b|musical_?ly|bytedancewebview|trill_\d|\bwhatsapp\/\d|\bline\/\d|\bzalo\b|\btwitter(android| for i)|linkedinapp|snapchat\/|pinterest for|micromessenger|telegram-android|shopee|tokopedia|lazada/i;
const SYSTEM_OF_A_PERSON = /^[^(]{0,60}\((linux;|linux; u;)? ?(android|iphone|ipad|ipod)|android \(\d/i;
const SAYS_ROBOT = /bot\b|crawl|spider|scrap|headless|lighthouse|\+?https?:\/\//i;

/** Programs' own HTTP libraries where isbot takes them for browsers: apps and systems that fetch by themselves. */
const HTTP_LIBRARY =
  /^dalvik\/|\bcfnetwork\/|^microsoft office|^ms-office|^outlook|^urlgrabber|^winhttp|^jakarta/i;

/** Words that every browser has, from Mosaic's children to the telephones of 2005. */
const BROWSER =
  /mozilla|opera|webkit|gecko|msie|midp|ucweb|ucbrowser|browser|blackberry|nokia|samsung|sonyericsson|symbian|series60|dolfin|netfront|openwave|up\.link|links|lynx|w3m|midori|konqueror|dillo|netsurf|icab|omniweb|docomo|kddi|instagram|amaya|nintendo|playstation/i;

/** The rules about the agent, from top to bottom; the first that matches decides. */
export const AGENT_RULES: readonly AgentRule[] = [
  { reason: "ua:empty", verdict: "BOT", matches: (agent) => agent.trim() === "" || agent === "-" },
  { reason: "ua:preview", verdict: "PREVIEW", matches: test(PREVIEW_FETCHERS) },
  { reason: "ua:in-app", verdict: "HUMAN", matches: (_, inApp) => inApp },
  { reason: "ua:http-library", verdict: "BOT", matches: test(HTTP_LIBRARY) },
  { reason: "ua:isbot", verdict: "BOT", matches: isbot },
  { reason: "ua:not-a-browser", verdict: "BOT", matches: (agent) => !BROWSER.test(agent) },
  { reason: "ua:browser", verdict: "HUMAN", matches: () => true },
];

export function examineAgent(header: string): AgentFacts {
  const agent = header.slice(0, MAX_AGENT_LENGTH);
  const inApp = IN_APP.test(agent) && SYSTEM_OF_A_PERSON.test(agent) && !SAYS_ROBOT.test(agent);
  const rule = AGENT_RULES.find((candidate) => candidate.matches(agent, inApp));
  if (!rule) throw new Error("the last rule matches everything");
  return { verdict: rule.verdict, reason: rule.reason, inApp, claims: claimOf(agent) };
}

const CHROMIUM = /\bchrom(?:e|ium)\/(\d{2,4})\b/i;
const FIREFOX = /\bfirefox\/(\d{2,4})\b/i;
const SAFARI = /\bversion\/(\d{2,3})(?:\.(\d{1,3}))?[^(]{0,60}\bsafari\//i;
const IOS = /\(ip(?:hone|ad|od)/i;

/**
 * Engines so new that they send Fetch Metadata (developer.mozilla.org, "Sec-Fetch-Dest", browser compatibility:
 * Chrome 80, Firefox 90, Safari 16.4) and, of course, Accept and Accept-Language. Every browser on iOS is WebKit.
 */
function claimOf(agent: string): AgentFacts["claims"] {
  if (Number(CHROMIUM.exec(agent)?.[1]) >= 80) return "chromium";
  if (Number(FIREFOX.exec(agent)?.[1]) >= 90) return "firefox";
  const safari = SAFARI.exec(agent);
  const release = Number(safari?.[1]) + Number(safari?.[2] ?? 0) / 100;
  return release >= 16.04 && (IOS.test(agent) || /macintosh/i.test(agent)) ? "safari" : null;
}
