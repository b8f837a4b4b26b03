import { CHANNELS, type Channel } from "~/modules/products/listings";
import { CLICK_STEPS } from "../click";
import { ClickTokens, readClickToken } from "../click-token.server";
import { type DeepLink, deepLink } from "../deep-link";
import { type Destination, locationOf } from "../destination";
import { SIGNAL } from "../signals";
import { ClickFacts, type FactSources } from "./click-facts.server";
import type { ClickRequest } from "./click-request";
import type { LinkEntry } from "./link-entries.server";
import type { ClickKind } from "./redirect-metrics.server";
import { clickInQuery, type RedirectPath } from "./redirect-path";

const ARRIVAL = CLICK_STEPS.indexOf("ARRIVAL");

/** What a request to a live link asks for. */
export type Goal = {
  destination: Destination;
  /** Its place in CLICK_STEPS. */
  step: number;
};

/** A click, read: what is written down of it and what its answer takes. */
export type Reading = {
  line: string;
  kind: ClickKind;
  /** Where a 302 leads, and where a 307 does, without a click id. */
  location: string;
  plain: string;
  /** The page that takes a visitor inside another app on to a shop's; null for all others. */
  way: OnwardPage | null;
};

export type OnwardPage = Extract<DeepLink, { kind: "page" }>;

/** Where a request leads; null where the link leads nowhere at the moment, or not to this shop. */
export function goalOf({ shop }: RedirectPath, link: LinkEntry): Goal | null {
  if (shop === undefined) {
    return link.state === "live" && link.destination
      ? { destination: link.destination, step: ARRIVAL }
      : null;
  }
  // Whoever stands before the product may buy it, also when its campaign has ended meanwhile.
  const destination = shop === null ? undefined : link.shops.get(shop);
  return shop !== null && destination ? { destination, step: 1 + CHANNELS.indexOf(shop) } : null;
}

/** A visitor inside another app is taken to the shop's app by a page; everybody else by a plain 302. */
function onwardPage(location: string, shop: Channel, agent: string | undefined): OnwardPage | null {
  const way = deepLink(location, shop, agent);
  return way.kind === "page" ? way : null;
}

/** What a request to a live link is for the one who answers it. */
function kindOf(signals: number, isPreview: boolean, step: number): ClickKind {
  if ((signals & SIGNAL.HEAD) !== 0) return "head";
  if ((signals & SIGNAL.PREFETCH) !== 0) return "prefetch";
  if (step !== ARRIVAL) return "outbound";
  return isPreview ? "preview" : "click";
}

/** Reads requests to live links: what to write down, and what to answer. */
export class ClickReader {
  readonly #facts: ClickFacts;
  readonly #tokens = new ClickTokens();

  constructor(sources: FactSources) {
    this.#facts = new ClickFacts(sources);
  }

  /** The token of the click that led to the page where a shop was chosen, if it was made for this very link. */
  arrivalToken(request: ClickRequest, link: LinkEntry): string | null {
    const text = clickInQuery(request.url);
    const token = text === null ? null : readClickToken(text);
    return token !== null && this.#tokens.isFor(token, link.compact)
      ? `${token.clickId}.${token.code}`
      : null;
  }

  read(request: ClickRequest, link: LinkEntry, { destination, step }: Goal): Reading {
    const { id, line, signals, isPreview } = this.#facts.read(request, link, step, Date.now());
    const kind = kindOf(signals, isPreview, step);
    const { plain, shop } = destination;
    let location = plain;
    let way: OnwardPage | null = null;
    if (kind === "click") {
      // Most shops take no token, and signing one is a tenth of what a click costs.
      const token = destination.mark === "token" ? this.#tokens.sign(id, link.compact) : "";
      location = locationOf(destination, id, token);
      if (shop) way = onwardPage(location, shop, request.headers["user-agent"]);
    } else if (kind === "outbound") {
      const token = this.arrivalToken(request, link) ?? this.#tokens.sign(id, link.compact);
      location = locationOf(destination, token.slice(0, id.length), token);
    }
    return { line, kind, location, plain, way };
  }
}
