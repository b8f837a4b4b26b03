import type { IncomingMessage, ServerResponse } from "node:http";
import { CHANNELS, type Channel } from "~/modules/products/listings";
import { type Db, db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { type Logger, log } from "~/platform/log.server";
import type { JobQueue } from "~/platform/queue.server";
import { CLICK_STEPS } from "./click";
import { ClickTokens, readClickToken } from "./click-token.server";
import { type DeepLink, deepLink } from "./deep-link";
import { type Destination, locationOf } from "./destination";
import { isOwnDevice } from "./device-mark.server";
import { ClickFacts } from "./internal/click-facts.server";
import { ClickStore, type ClickStoreOptions } from "./internal/click-store.server";
import { openCountries } from "./internal/country.server";
import type { LinkEntry } from "./internal/link-entries.server";
import { LinkTable } from "./internal/link-table.server";
import { refuseMethod, refusePrefetch, sendOn } from "./internal/redirect-answers.server";
import { type ClickKind, exposeRedirectMetrics, redirectCounts } from "./internal/redirect-metrics.server";
import { RedirectPages } from "./internal/redirect-pages.server";
import { clickInQuery, type RedirectPath, readRedirectPath } from "./internal/redirect-path";
import { VisitorSalts } from "./internal/salts.server";
import { SIGNAL } from "./signals";

export type RedirectOptions = {
  queue: JobQueue;
  db?: Db;
  databaseUrl?: string;
  log?: Logger;
  publicUrl?: string;
  /** How many proxies of ours stand before this process. */
  trustProxy?: number;
  spoolDir?: string;
  spoolMaxBytes?: number;
  /** Links held in memory at most. */
  mostLinks?: number;
  shipping?: ClickStoreOptions<never>["shipping"];
};

export type Redirect = {
  /** Answers a request to /r/*. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Resolves when links and salts are in memory and the spool can be written. */
  ready(): Promise<void>;
  /** Null while clicks are taken, else why they are not. */
  trouble(): string | null;
  /** Settles all clicks that wait and lets go of the database. Call it when no more requests come. */
  drain(): Promise<void>;
};

/** A click whose answer waits until it is laid down. */
type Pending = {
  response: ServerResponse;
  link: LinkEntry;
  kind: ClickKind;
  /** Where a 302 leads, and where a 307 does, without a click id. */
  location: string;
  plain: string;
  /** The page that takes a visitor inside another app on to a shop's; null for all others. */
  page: { request: IncomingMessage; way: OnwardPage } | null;
};

type OnwardPage = Extract<DeepLink, { kind: "page" }>;

const SALT_REFRESH_MS = 10 * 60_000;
const ARRIVAL = CLICK_STEPS.indexOf("ARRIVAL");

/**
 * `GET /r/CODE` and `GET /r/CODE/ke/SHOP`. A 302 is a promise: its click is on this machine's disk. Where the disk
 * does not take it the visitor is still sent on, by a 307 without a click id, and the loss is counted and logged.
 */
export function createRedirect(options: RedirectOptions): Redirect {
  const settings = {
    db: db(),
    databaseUrl: env().DATABASE_URL,
    log: log(),
    publicUrl: env().PUBLIC_URL,
    trustProxy: env().TRUST_PROXY,
    spoolDir: env().SPOOL_DIR,
    spoolMaxBytes: env().SPOOL_MAX_MB * 2 ** 20,
    mostLinks: env().LINK_CACHE_MAX,
    ...options,
  };
  const links = new LinkTable(settings.db, settings.log, settings.mostLinks);
  const salts = new VisitorSalts(settings.db, settings.log);
  const pages = new RedirectPages(settings);
  const tokens = new ClickTokens();
  const facts = new ClickFacts({
    salts,
    countries: openCountries(),
    trustProxy: settings.trustProxy,
    isStaff: isOwnDevice,
  });
  let store: ClickStore<Pending> | undefined;
  let saltTimer: NodeJS.Timeout | undefined;

  function handle(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== "GET" && request.method !== "HEAD") {
      redirectCounts.outcomes.refused += 1;
      refuseMethod(response);
      return;
    }
    const path = readRedirectPath(request.url ?? "");
    const link = path.code === null ? undefined : links.find(path.code);
    if (link) answer(request, response, path, link);
    else void answerUnknown(request, response, path);
  }

  async function answerUnknown(request: IncomingMessage, response: ServerResponse, path: RedirectPath) {
    const found = path.code === null ? "unknown" : await links.lookUp(path.code, Date.now());
    if (typeof found === "object") answer(request, response, path, found);
    else await pages.instead(request, response, found === "unknown" ? "unknown" : "busy");
  }

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    { shop }: RedirectPath,
    link: LinkEntry,
  ): void {
    if (shop === undefined) {
      if (link.state === "live" && link.destination) take(request, response, link, link.destination, ARRIVAL);
      else void pages.instead(request, response, link.state === "paused" ? "paused" : "closed", link);
      return;
    }
    // Whoever stands before the product may buy it, also when its campaign has ended meanwhile.
    const destination = shop === null ? undefined : link.shops.get(shop);
    if (shop === null || !destination) void pages.product(response, link, arrivalToken(request, link));
    else take(request, response, link, destination, 1 + CHANNELS.indexOf(shop));
  }

  /** The token of the click that led to the page where a shop was chosen, if it was made for this very link. */
  function arrivalToken(request: IncomingMessage, link: LinkEntry): string | null {
    const text = clickInQuery(request.url ?? "");
    const token = text === null ? null : readClickToken(text);
    return token !== null && tokens.isFor(token, link.compact) ? `${token.clickId}.${token.code}` : null;
  }

  function take(
    request: IncomingMessage,
    response: ServerResponse,
    link: LinkEntry,
    destination: Destination,
    step: number,
  ): void {
    const { id, line, signals, isPreview } = facts.read(request, link, step, Date.now());
    const kind = kindOf(signals, isPreview, step);
    let location = destination.plain;
    if (kind === "click") location = locationOf(destination, id, tokens.sign(id, link.compact));
    else if (kind === "outbound") {
      const token = arrivalToken(request, link) ?? tokens.sign(id, link.compact);
      location = locationOf(destination, token.slice(0, id.length), token);
    }
    const pending = {
      response,
      link,
      kind,
      location,
      plain: destination.plain,
      page: kind === "click" && destination.shop ? onwardPage(request, location, destination.shop) : null,
    };
    if (!store?.batcher.add(line, pending)) settle(pending, false);
  }

  function settle({ response, link, kind, location, plain, page }: Pending, stored: boolean): void {
    if (stored) redirectCounts.accepted[kind] += 1;
    else redirectCounts.lost += 1;
    if (kind === "preview") void pages.preview(response, link);
    else if (kind === "prefetch") {
      redirectCounts.outcomes.prefetch += 1;
      refusePrefetch(response);
    } else if (stored) {
      redirectCounts.outcomes[kind === "click" ? "redirected" : kind] += 1;
      if (page) void pages.onward(page.request, response, link, page.way);
      else sendOn(response, 302, location);
    } else {
      redirectCounts.outcomes.uncounted += 1;
      sendOn(response, 307, plain);
    }
  }

  return {
    handle,
    async ready() {
      const [opened] = await Promise.all([
        ClickStore.open<Pending>({ ...settings, settle }),
        links.open(settings.databaseUrl),
        salts.refresh(new Date()),
      ]);
      store = opened;
      exposeRedirectMetrics({ store: opened, links: () => links.size });
      saltTimer = setInterval(() => {
        salts.refresh(new Date()).catch((error: unknown) => {
          settings.log.error({ err: error }, "visitor salts could not be read again");
        });
      }, SALT_REFRESH_MS).unref();
    },
    trouble: () => (store ? store.trouble : "the spool is not open"),
    async drain() {
      clearInterval(saltTimer);
      await store?.close();
      await links.close();
    },
  };
}

/** A visitor inside another app is taken to the shop's app by a page; everybody else by a plain 302. */
function onwardPage(request: IncomingMessage, location: string, shop: Channel): Pending["page"] {
  const way = deepLink(location, shop, request.headers["user-agent"]);
  return way.kind === "page" ? { request, way } : null;
}

/** What a request to a live link is for the one who answers it. */
function kindOf(signals: number, isPreview: boolean, step: number): ClickKind {
  if ((signals & SIGNAL.HEAD) !== 0) return "head";
  if ((signals & SIGNAL.PREFETCH) !== 0) return "prefetch";
  if (step !== ARRIVAL) return "outbound";
  return isPreview ? "preview" : "click";
}
