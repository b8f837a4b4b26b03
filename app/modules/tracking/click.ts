import { CHANNELS, type Channel } from "~/modules/products/listings";
import { MAX_AGENT_LENGTH } from "./internal/agent-facts";

/** Where on its way a click was seen: at our link, or on from the product's page to one of its shops. */
export const CLICK_STEPS = ["ARRIVAL", ...CHANNELS] as const;
export type ClickStep = "ARRIVAL" | Channel;

/**
 * One click as it travels from the web process to the worker: facts only. Who it was (a person, a robot, a repeat) is
 * judged by the worker, so that all clicks are judged by one set of rules and can be judged again when it changes.
 * When it happened is in its id (UUID version 7).
 */
export type ClickFact = {
  /** Without hyphens, as it stands in batches. */
  id: string;
  linkId: string;
  step: ClickStep;
  /** As it was sent, cut to MAX_AGENT_LENGTH; empty where none was. */
  agent: string;
  /** What the other headers said, as bits; see signals.ts. */
  signals: number;
  /** 64 bits as 16 hexadecimal digits. */
  visitorHash: string;
  /** 32 bits of the network (IPv4 /24, IPv6 /48) as 8 hexadecimal digits, salted as the visitor is. */
  networkHash: string;
  referrerHost: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** ISO 639, two or three letters. */
  language: string | null;
};

/** The shape of a batch; raise it when the text changes, and keep reading the one before. */
export const BATCH_VERSION = 2;

/*
 * A batch is one text, a line a click: what the spool appends, the queue carries and the worker reads is the same
 * text, so that nothing is encoded twice on the way. Fields of fixed width, then the referrer, a tab, the agent.
 */
const LINE = /^[0-9a-f]{94}(?:[A-Z]{2}|--)(?:[a-z]{3}|[a-z]{2}-|---)[0-5][a-z0-9.-]{0,100}\t[^\n]{0,1024}$/;

/** How many characters of a line never change their place: enough to name it in an error without its agent. */
const FIXED = 32 + 32;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what would break a line
const CONTROL = /[\u0000-\u001f\u007f]/g;

/** A UUID without its hyphens, as it stands in batches and tokens. */
export function compactId(id: string): string {
  return id.replaceAll("-", "");
}

/** A UUID in its usual form again. */
export function fullId(compact: string): string {
  return `${compact.slice(0, 8)}-${compact.slice(8, 12)}-${compact.slice(12, 16)}-${compact.slice(16, 20)}-${compact.slice(20)}`;
}

/** The instant in a UUID version 7, in milliseconds since 1970 (RFC 9562, section 5.7). */
export function timeOfId(id: string): number {
  return Number.parseInt(id.charAt(8) === "-" ? id.slice(0, 8) + id.slice(9, 13) : id.slice(0, 12), 16);
}

/** The lowest id that a click of this instant can have: a bound for ranges of ids that are ranges of time. */
export function firstIdAt(ms: number): string {
  return fullId(`${ms.toString(16).padStart(12, "0")}${"0".repeat(20)}`);
}

/** The parts of a line as the redirect has them at hand. */
export type ClickParts = {
  /** Without hyphens. */
  id: string;
  /** Without hyphens. */
  linkId: string;
  visitorHash: string;
  networkHash: string;
  signals: number;
  country: string | null;
  language: string | null;
  /** Its place in CLICK_STEPS. */
  step: number;
  referrerHost: string | null;
  agent: string;
};

/** One line of a batch, with its line break. The agent must be free of control characters and cut to length. */
export function clickLine(parts: ClickParts): string {
  const { id, linkId, visitorHash, networkHash, step, referrerHost, agent } = parts;
  const signals = (0x1000000 | parts.signals).toString(16).slice(1);
  const language = parts.language === null ? "---" : parts.language.padEnd(3, "-");
  return `${id}${linkId}${visitorHash}${networkHash}${signals}${parts.country ?? "--"}${language}${step}${referrerHost ?? ""}\t${agent}\n`;
}

/** An agent as lines hold it. */
export function tidyAgent(agent: string): string {
  const cut = agent.length > MAX_AGENT_LENGTH ? agent.slice(0, MAX_AGENT_LENGTH) : agent;
  return cut.replace(CONTROL, " ");
}

/** A batch of clicks, for what does not come through the redirect (demo data, tests). */
export function encodeClicks(clicks: readonly ClickFact[]): string {
  return clicks
    .map((click) =>
      clickLine({
        ...click,
        id: compactId(click.id),
        linkId: compactId(click.linkId),
        step: CLICK_STEPS.indexOf(click.step),
        agent: tidyAgent(click.agent),
      }),
    )
    .join("");
}

/** Where the fields of a line begin. */
const AT = {
  link: 32,
  visitor: 64,
  network: 80,
  signals: 88,
  country: 94,
  language: 96,
  step: 99,
  referrer: 100,
};

/** @param fullIds what ids of links were made of before: a batch holds few links and many clicks */
function decodeLine(line: string, fullIds: Map<string, string>): ClickFact {
  if (!LINE.test(line)) throw new RangeError(`not a click: ${line.slice(0, FIXED)}`);
  const compactLink = line.slice(AT.link, AT.visitor);
  let linkId = fullIds.get(compactLink);
  if (linkId === undefined) {
    linkId = fullId(compactLink);
    fullIds.set(compactLink, linkId);
  }
  const country = line.slice(AT.country, AT.language);
  const language = line.slice(AT.language, AT.step);
  const tab = line.indexOf("\t", AT.referrer);
  return {
    id: line.slice(0, AT.link),
    linkId,
    step: CLICK_STEPS[Number(line.charAt(AT.step))] ?? "ARRIVAL",
    agent: line.slice(tab + 1),
    signals: Number.parseInt(line.slice(AT.signals, AT.country), 16),
    visitorHash: line.slice(AT.visitor, AT.network),
    networkHash: line.slice(AT.network, AT.signals),
    referrerHost: tab === AT.referrer ? null : line.slice(AT.referrer, tab),
    country: country === "--" ? null : country,
    language: language === "---" ? null : language.replace("-", ""),
  };
}

/** Whether a text, without its line break, is a click's line. */
export function isClickLine(line: string): boolean {
  return LINE.test(line);
}

/** The clicks of a batch. @throws RangeError for a line of another form. */
export function decodeClicks(text: string): ClickFact[] {
  const fullIds = new Map<string, string>();
  const clicks: ClickFact[] = [];
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    clicks.push(decodeLine(text.slice(start, end), fullIds));
    start = end + 1;
  }
  return clicks;
}
