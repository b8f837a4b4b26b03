import { env } from "~/platform/env.server";
import { askOutside, OutsideError, type OutsidePage, type Resolve } from "~/platform/http/outside.server";
import { type Finding, judgePage } from "../page-health";
import { mayAsk } from "../robots";

const NAME = "GaungLinkCheck";
const MAX_REDIRECTS = 5;

/** Says who asks, and where to read about us. */
function agent(): string {
  return `${NAME}/1.0 (+${env().PUBLIC_URL})`;
}

export type Visit = {
  finding: Finding;
  /** The host wants to be left alone (marketplaces say so by 403); its Retry-After, if it gave one. */
  refused: { retryAfter: string | undefined } | null;
};

const nothing = { httpStatus: null, finalUrl: null };

/** What each fault of asking says about the address. */
function faultFinding(error: OutsideError): Finding {
  // Whether the name is gone or our own look-up fails, the second time tells (health-schedule.ts).
  if (error.fault === "dns") return { ...nothing, outcome: "GONE", reason: "dns" };
  return { ...nothing, outcome: "UNSURE", reason: error.fault };
}

/** Asks addresses of one host after the other, minding its robots.txt. */
export class Visitor {
  readonly #robots = new Map<string, string>();

  constructor(private readonly resolve?: Resolve) {}

  /** Looks at an address and where its redirects lead, and judges what is there. */
  async visit(address: string): Promise<Visit> {
    let url = address;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const answer = await this.#ask(url);
      if ("outcome" in answer)
        return { finding: hop === 0 ? answer : { ...answer, finalUrl: url }, refused: null };
      const next = redirectOf(answer, url);
      if (!next) {
        const refused = [403, 429, 503].includes(answer.status);
        return {
          finding: judgePage(address, { url, status: answer.status, body: answer.body }),
          refused: refused ? { retryAfter: answer.headers["retry-after"] } : null,
        };
      }
      url = next;
    }
    return { finding: { ...nothing, outcome: "UNSURE", reason: "redirects", finalUrl: url }, refused: null };
  }

  async #ask(url: string): Promise<OutsidePage | Finding> {
    try {
      if (!(await this.#allowed(url))) return { ...nothing, outcome: "UNSURE", reason: "robots" };
      return await this.#page(url);
    } catch (error) {
      if (error instanceof OutsideError) return faultFinding(error);
      throw error;
    }
  }

  /** robots.txt is read once for each host; where there is none, or none that can be had, everything is allowed. */
  async #allowed(address: string): Promise<boolean> {
    const { origin, pathname, search } = new URL(address);
    let text = this.#robots.get(origin);
    if (text === undefined) {
      const page = await this.#page(`${origin}/robots.txt`);
      text = page.status === 200 ? page.body : "";
      this.#robots.set(origin, text);
    }
    return mayAsk(text, NAME.toLowerCase(), pathname + search);
  }

  #page(url: string): Promise<OutsidePage> {
    return askOutside(url, { agent: agent(), ...(this.resolve ? { resolve: this.resolve } : {}) });
  }
}

function redirectOf(answer: OutsidePage, from: string): string | null {
  const { location } = answer.headers;
  if (![301, 302, 303, 307, 308].includes(answer.status) || !location || !URL.canParse(location, from))
    return null;
  return new URL(location, from).href;
}
