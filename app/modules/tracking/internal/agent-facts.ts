import { isbot } from "isbot";
import { agentNamesDevice } from "../agent-device";
import type { Reason } from "../reasons";
import * as patterns from "./agent-patterns";
import { isbotOnBrowser, isbotOnDevice, isbotOnOldBrowser } from "./isbot-words";

/** What a user agent alone tells: a verdict with its reason, and what it claims to be. Worked out once per agent. */
export type AgentFacts = {
  verdict: "HUMAN" | "BOT" | "PREVIEW";
  reason: Reason;
  /** A browser inside an app, where a person has tapped a link. */
  inApp: boolean;
  /** The engine that it says it is, if it is so new that its headers are known; null for all others. */
  claims: "chromium" | "firefox" | "safari" | null;
  /** Whether it can stand for one device; else many people behind one address look the same. */
  namesDevice: boolean;
};

/** The longest agent that is looked at; real ones have up to some 400 characters. */
export const MAX_AGENT_LENGTH = 1_024;

type AgentRule = { reason: Reason; verdict: AgentFacts["verdict"]; matches: (agent: string) => boolean };

const test = (pattern: RegExp) => (agent: string) => pattern.test(agent);

/** Internet Explorer, Netscape, Presto, and Gecko before 2011. */
const OLD =
  /^mozilla\/[1-4]\.|\bmsie \d|\btrident\/|presto\/|^opera|gecko\/200\d|\brv:[01]\.|firefox\/[0-3]\.|konqueror\/|netscape/i;

const saysRobot = (agent: string) =>
  patterns.SAYS_ROBOT.test(agent) ||
  patterns.KNOWN_SERVICE.test(agent) ||
  patterns.TESTING_TOOL.test(agent) ||
  (/https?:\/\//i.test(agent) && !patterns.BROWSER_WITH_HOME_PAGE.test(agent)) ||
  (patterns.COMPATIBLE.test(agent) && !patterns.REALLY_COMPATIBLE.test(agent)) ||
  patterns.NAME_BEFORE_COMPATIBLE.test(agent);

/**
 * Telephones are called M bot 60, POWER BOT and CUBOT: no model is a robot's word, and no robot was seen to stand in
 * its place.
 */
const withoutModel = (agent: string) => agent.replace(patterns.ANDROID_MODEL, "$1");

const BROWSER_START = /^(?:mozilla\/[1-6]\.|opera[/ ])/i;
const ENGINE = /applewebkit|gecko\/|msie \d|trident\/|presto\/|khtml/i;

const isDevice = (agent: string) =>
  patterns.FEATURE_PHONE.test(agent) ||
  patterns.TELEVISION.test(agent) ||
  (patterns.PERSONAL_DEVICE.test(agent) && (BROWSER_START.test(agent) || ENGINE.test(agent)));

const isInApp = (agent: string) =>
  patterns.IN_APP.test(agent) &&
  (patterns.PERSONAL_DEVICE.test(agent) ||
    BROWSER_START.test(agent) ||
    patterns.FACEBOOK_ALONE.test(agent)) &&
  !patterns.IMPERSONATOR.test(agent);

/**
 * A system's web view: the page stands inside an app, whatever the app calls itself (SpiderMan-Fans, AnalysysAgent,
 * air.com.game). Only what programs alone say is held against it.
 */
const isWebView = (agent: string) =>
  (patterns.ANDROID_WEB_VIEW.test(agent) ||
    (patterns.IOS_WEB_VIEW.test(agent) && !/\bsafari\//i.test(agent))) &&
  !patterns.IMPERSONATOR.test(agent) &&
  !patterns.TESTING_TOOL.test(agent);

/** The rules about the agent, from top to bottom; the first that matches decides. */
export const AGENT_RULES: readonly AgentRule[] = [
  { reason: "ua:empty", verdict: "BOT", matches: (agent) => agent.trim() === "" || agent === "-" },
  { reason: "ua:preview", verdict: "PREVIEW", matches: test(patterns.PREVIEW_FETCHER) },
  { reason: "ua:in-app", verdict: "HUMAN", matches: isInApp },
  { reason: "ua:browser", verdict: "HUMAN", matches: isWebView },
  { reason: "ua:robot", verdict: "BOT", matches: saysRobot },
  {
    reason: "ua:browser",
    verdict: "HUMAN",
    matches: (agent) => isDevice(agent) && !isbotOnDevice(agent),
  },
  {
    reason: "ua:app",
    verdict: "HUMAN",
    matches: (agent) => patterns.APP_ON_DEVICE.test(agent) && !isbotOnDevice(agent),
  },
  {
    reason: "ua:http-library",
    verdict: "BOT",
    matches: (agent) => patterns.HTTP_LIBRARY_FIRST.test(agent) || patterns.HTTP_LIBRARY_LATER.test(agent),
  },
  { reason: "ua:malformed", verdict: "BOT", matches: test(patterns.NONSENSE) },
  {
    reason: "ua:browser",
    verdict: "HUMAN",
    matches: (agent) =>
      OLD.test(agent) &&
      BROWSER_START.test(agent) &&
      patterns.OLD_SYSTEM.test(agent) &&
      !isbotOnOldBrowser(agent),
  },
  {
    reason: "ua:service",
    verdict: "BOT",
    matches: (agent) =>
      !patterns.PROGRAM_WITH_ENGINE.test(agent) &&
      (patterns.SERVICE_PRODUCT.test(agent) ||
        patterns.SERVICE_ENDING.test(agent) ||
        patterns.PLAIN_NAME_AFTER_CHROME.test(agent)),
  },
  {
    reason: "ua:browser",
    verdict: "HUMAN",
    matches: (agent) =>
      (patterns.OTHER_BROWSER.test(agent) ||
        patterns.MAIL_OR_PLAYER.test(agent) ||
        (BROWSER_START.test(agent) && ENGINE.test(agent))) &&
      (patterns.PROGRAM_WITH_ENGINE.test(agent) || !isbotOnBrowser(agent)),
  },
  { reason: "ua:isbot", verdict: "BOT", matches: isbot },
  { reason: "ua:not-a-browser", verdict: "BOT", matches: (agent) => !patterns.BROWSER_WORD.test(agent) },
  { reason: "ua:browser", verdict: "HUMAN", matches: () => true },
];

/** Reads a user agent: some tens of microseconds. */
export function examineAgent(header: string): AgentFacts {
  const agent = withoutModel(header.slice(0, MAX_AGENT_LENGTH));
  const rule = AGENT_RULES.find((candidate) => candidate.matches(agent));
  if (!rule) throw new Error("the last rule matches everything");
  const { verdict, reason } = rule;
  return {
    verdict,
    reason,
    inApp: reason === "ua:in-app",
    claims: claimOf(agent),
    namesDevice: agentNamesDevice(header.slice(0, MAX_AGENT_LENGTH)),
  };
}

const CHROMIUM = /\bchrom(?:e|ium)\/(\d{2,4})\b/i;
const FIREFOX = /\bfirefox\/(\d{2,4})\b/i;
const SAFARI = /\bversion\/(\d{2,3})(?:\.(\d{1,3}))?[^(]{0,60}\bsafari\//i;
const APPLE = /\(ip(?:hone|ad|od)|\(macintosh/i;

/**
 * Engines so new that they send Fetch Metadata (developer.mozilla.org, "Sec-Fetch-Dest", browser compatibility:
 * Chrome 80, Firefox 90, Safari 16.4) and, of course, Accept and Accept-Language. Every browser on iOS is WebKit.
 */
function claimOf(agent: string): AgentFacts["claims"] {
  if (Number(CHROMIUM.exec(agent)?.[1]) >= 80) return "chromium";
  if (Number(FIREFOX.exec(agent)?.[1]) >= 90) return "firefox";
  const safari = SAFARI.exec(agent);
  const release = Number(safari?.[1]) + Number(safari?.[2] ?? 0) / 100;
  return release >= 16.04 && APPLE.test(agent) ? "safari" : null;
}
