import { type AgentFacts, examineAgent } from "./internal/agent-facts";
import type { Reason } from "./reasons";
import { SIGNAL } from "./signals";

export { isPrefetch } from "./signals";

/**
 * Who clicked, told from facts that are kept with the click: the user agent and the signals of its headers
 * (signals.ts). The rules are data, tried from top to bottom; the first that matches gives verdict and reason. Raise
 * the version with every change of a rule, here or in internal/agent-*.ts: figures can then say by which rules they
 * were made, and old clicks can be judged again.
 */
export const VERDICT_RULES_VERSION = 3;

/** DUPLICATE and SUSPICIOUS are decided from other clicks, where they are recorded; the rest is decided here. */
export const VERDICTS = ["HUMAN", "BOT", "PREVIEW", "PREFETCH", "STAFF", "DUPLICATE", "SUSPICIOUS"] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Judgement = { verdict: Verdict; reason: Reason };

type SignalRule = Judgement & { matches: (signals: number, facts: AgentFacts) => boolean };

const has = (signals: number, bits: number) => (signals & bits) !== 0;
const lacks = (signals: number, bits: number) => (signals & bits) === 0;

/** What the request says of itself comes before what the agent says. */
const REQUEST_RULES: readonly SignalRule[] = [
  { reason: "method:head", verdict: "BOT", matches: (signals) => has(signals, SIGNAL.HEAD) },
  { reason: "prefetch:header", verdict: "PREFETCH", matches: (signals) => has(signals, SIGNAL.PREFETCH) },
  { reason: "staff:device", verdict: "STAFF", matches: (signals) => has(signals, SIGNAL.STAFF) },
];

/**
 * Headers that a browser cannot have sent, for agents that look like people. Each needs something that is there and
 * contradicts the agent: a header that is only missing proves nothing (plain HTTP has no Sec-Fetch-*, privacy proxies
 * drop headers, replays have none). What apps send for the people inside them differs too much for rules about
 * missing or odd headers, so those look at browsers only.
 */
const HEADER_RULES: readonly SignalRule[] = [
  { reason: "headers:from", verdict: "BOT", matches: (signals) => has(signals, SIGNAL.FROM) },
  {
    reason: "headers:headless",
    verdict: "BOT",
    matches: (signals) => has(signals, SIGNAL.HEADLESS_HINTS),
  },
  {
    // An image, a script, a fetch(): part of another page, which nobody clicked.
    reason: "headers:fetch-dest",
    verdict: "BOT",
    matches: (signals) =>
      has(signals, SIGNAL.FETCH_DEST) && lacks(signals, SIGNAL.FETCH_DOCUMENT | SIGNAL.FETCH_FRAME),
  },
  {
    // A script's own request: a visit is always `navigate` (Fetch Metadata, section 2.2). Node's fetch says `cors`.
    reason: "headers:fetch-mode",
    verdict: "BOT",
    matches: (signals, facts) =>
      !facts.inApp && has(signals, SIGNAL.FETCH_MODE) && lacks(signals, SIGNAL.FETCH_NAVIGATE),
  },
  {
    // Client hints are Chromium's alone: neither Gecko nor WebKit, and so no browser on iOS, sends Sec-CH-UA.
    reason: "headers:hints",
    verdict: "BOT",
    matches: (signals, facts) =>
      !facts.inApp &&
      (facts.claims === "firefox" || facts.claims === "safari") &&
      has(signals, SIGNAL.CLIENT_HINTS),
  },
  {
    // An HTTP library's own headers under a browser's name. Browsers ask for text/html in the languages of their
    // user; here neither is there, although headers came through and no proxy says that it was at work.
    reason: "headers:bare",
    verdict: "BOT",
    matches: (signals, facts) =>
      !facts.inApp &&
      facts.claims !== null &&
      has(signals, SIGNAL.ACCEPT | SIGNAL.ACCEPT_ENCODING) &&
      lacks(signals, BROWSER_HEADERS),
  },
];

/** Any one of these, and a request is not an HTTP library's bare one. */
const BROWSER_HEADERS =
  SIGNAL.ACCEPT_HTML |
  SIGNAL.ACCEPT_LANGUAGE |
  SIGNAL.FETCH_NAVIGATE |
  SIGNAL.CLIENT_HINTS |
  SIGNAL.X_REQUESTED_WITH |
  SIGNAL.COOKIE |
  SIGNAL.VIA;

/** Judges a click by its agent and the signals of its headers. */
export function judge(agent: string, signals: number): Judgement {
  return judgeFacts(examineAgent(agent), signals);
}

/**
 * The same for an agent that was examined before: well under a microsecond, where examining an agent takes about ten.
 * Keep the facts of agents that come again.
 */
export function judgeFacts(facts: AgentFacts, signals: number): Judgement {
  const { verdict, reason } = decidingRule(facts, signals) ?? facts;
  return { verdict, reason };
}

function decidingRule(facts: AgentFacts, signals: number): Judgement | undefined {
  if (signals === 0) return undefined;
  const applies = (rule: SignalRule) => rule.matches(signals, facts);
  return REQUEST_RULES.find(applies) ?? (facts.verdict === "HUMAN" ? HEADER_RULES.find(applies) : undefined);
}

/** Judges a user agent alone (null: none was sent). */
export function judgeAgent(agent: string | null | undefined): Judgement {
  const { verdict, reason } = examineAgent(agent ?? "");
  return { verdict, reason };
}
