import { clickLine } from "../click";
import { primaryLanguage } from "../language";
import { referrerHost } from "../referrer";
import { readSignals, SIGNAL } from "../signals";
import { AgentCache } from "./agents";
import { nextClickId } from "./click-ids.server";
import type { ClickRequest } from "./click-request";
import { clientAddress } from "./client-address";
import type { Countries } from "./country.server";
import type { LinkEntry } from "./link-entries.server";
import { networkOf } from "./network";
import { ownText } from "./own-text";
import type { VisitorSalts } from "./salts.server";
import { TwoGenerations } from "./two-generations";

/** A request to a link, read: what is written down of it, and what the answer depends on. */
export type ReadClick = {
  /** Without hyphens. */
  id: string;
  line: string;
  signals: number;
  /** Comes for Open Graph tags. */
  isPreview: boolean;
};

export type FactSources = {
  salts: VisitorSalts;
  countries: Pick<Countries, "of">;
  /** How many proxies of ours stand before this process. */
  trustProxy: number;
  /** Whether the request comes from a device of the house, or of the link's own influencer. */
  isStaff?: (cookies: string, link: LinkEntry) => boolean;
};

/** Reads the facts of clicks. Runs for every click: everything that can be remembered is. */
export class ClickFacts {
  readonly #agents = new AgentCache();
  readonly #languages = new TwoGenerations<string, { tag: string | null }>(1_000, ownText);

  constructor(private readonly sources: FactSources) {}

  /** @param step its place in CLICK_STEPS */
  read(request: ClickRequest, link: LinkEntry, step: number, nowMs: number): ReadClick {
    const { salts, countries, trustProxy, isStaff } = this.sources;
    const { headers } = request;
    const address = clientAddress(request.peer, headers["x-forwarded-for"], trustProxy);
    const agent = this.#agents.get(headers["user-agent"]);
    const accepted = headers["accept-language"];
    const id = nextClickId(nowMs);
    let signals = readSignals(request.method, headers);
    if (headers.cookie !== undefined && isStaff?.(headers.cookie, link)) signals |= SIGNAL.STAFF;
    // Thousands share a carrier's address and many of them one telephone. These headers tell more of them apart and
    // stay the same on all of a person's visits.
    const visitor = `${address}\n${agent.text}\n${accepted}\n${headers.accept}\n${headers["accept-encoding"]}\n${headers["sec-ch-ua"]}\n${headers["sec-ch-ua-mobile"]}\n${headers["sec-ch-ua-platform"]}\n${headers["x-requested-with"]}`;
    const line = clickLine({
      id,
      linkId: link.compact,
      visitorHash: salts.visitorHash(link.zone, nowMs, visitor),
      networkHash: salts.networkHash(link.zone, nowMs, networkOf(address)),
      signals,
      country: countries.of(address),
      language: accepted === undefined ? null : this.#language(accepted),
      step,
      referrerHost: referrerHost(headers.referer),
      agent: agent.text,
    });
    return { id, line, signals, isPreview: agent.isPreview };
  }

  #language(accepted: string): string | null {
    const known = this.#languages.get(accepted);
    if (known) return known.tag;
    const tag = primaryLanguage(accepted);
    this.#languages.set(accepted, { tag });
    return tag;
  }
}
