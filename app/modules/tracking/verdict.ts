import { isbot } from "isbot";

/**
 * Who clicked, told from the user agent. The rules are data, tried from top to bottom; the first that matches gives
 * verdict and reason. Raise the version with every change: figures can then say by which rules they were made.
 */
export const VERDICT_RULES_VERSION = 1;

export const VERDICTS = ["HUMAN", "BOT", "PREVIEW", "PREFETCH"] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Judgement = { verdict: Verdict; reason: string };

type Rule = { reason: string; verdict: Verdict; matches: (agent: string) => boolean };

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

export const VERDICT_RULES: readonly Rule[] = [
  { reason: "ua:empty", verdict: "BOT", matches: (agent) => agent.trim() === "" || agent === "-" },
  { reason: "ua:preview", verdict: "PREVIEW", matches: test(PREVIEW_FETCHERS) },
  {
    reason: "ua:in-app",
    verdict: "HUMAN",
    matches: (agent) => IN_APP.test(agent) && SYSTEM_OF_A_PERSON.test(agent) && !SAYS_ROBOT.test(agent),
  },
  { reason: "ua:http-library", verdict: "BOT", matches: test(HTTP_LIBRARY) },
  { reason: "ua:isbot", verdict: "BOT", matches: isbot },
  { reason: "ua:not-a-browser", verdict: "BOT", matches: (agent) => !BROWSER.test(agent) },
  { reason: "ua:browser", verdict: "HUMAN", matches: () => true },
];

/** The longest agent that is looked at; real ones have up to some 400 characters. */
export const MAX_AGENT_LENGTH = 1_024;

/** Judges a user agent (null: none was sent). */
export function judgeAgent(agent: string | null | undefined): Judgement {
  const text = (agent ?? "").slice(0, MAX_AGENT_LENGTH);
  const rule = VERDICT_RULES.find((candidate) => candidate.matches(text));
  if (!rule) throw new Error("the last rule matches everything");
  return { verdict: rule.verdict, reason: rule.reason };
}

type PrefetchHeaders = { readonly [name: string]: string | string[] | undefined };

const PREFETCH = /prefetch|prerender|preview/i;

/** Whether a browser fetches ahead, before anybody has clicked (Chrome, Safari, Firefox, and Facebook's app). */
export function isPrefetch(headers: PrefetchHeaders): boolean {
  const says = (value: string | string[] | undefined) => value !== undefined && PREFETCH.test(String(value));
  return (
    says(headers["sec-purpose"]) ||
    says(headers.purpose) ||
    says(headers["x-purpose"]) ||
    says(headers["x-moz"])
  );
}
