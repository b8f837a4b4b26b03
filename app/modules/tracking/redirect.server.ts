import type { IncomingMessage, ServerResponse } from "node:http";
import { type Db, db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import type { FastConnection, Take } from "~/platform/http/fast-path.server";
import type { PlainGet } from "~/platform/http/plain-get";
import { type Logger, log } from "~/platform/log.server";
import type { ClickCarrier } from "./click-carrier.server";
import { isOwnDevice } from "./device-mark.server";
import { ClickReader, goalOf, type Reading } from "./internal/click-reader.server";
import { type ClickRequest, requestOf, requestOfPlain } from "./internal/click-request";
import { ClickStore, type ClickStoreOptions } from "./internal/click-store.server";
import { clientAddress } from "./internal/client-address";
import { openCountries } from "./internal/country.server";
import type { LinkEntry } from "./internal/link-entries.server";
import { LinkTable } from "./internal/link-table.server";
import { networkOf } from "./internal/network";
import { refuseMethod, refusePrefetch, sendOn } from "./internal/redirect-answers.server";
import { exposeRedirectMetrics, redirectCounts } from "./internal/redirect-metrics.server";
import { RedirectPages } from "./internal/redirect-pages.server";
import { type RedirectPath, readRedirectPath } from "./internal/redirect-path";
import { VisitorSalts } from "./internal/salts.server";

export type RedirectOptions = {
  carrier: ClickCarrier;
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
  /** Answers a request to /r/* that came as a plain GET, where a 302 is all it needs; else `handle` is to have it. */
  takeQuickly: Take;
  /** Resolves when links and salts are in memory and the spool can be written. */
  ready(): Promise<void>;
  /** Null while clicks are taken, else why they are not. */
  trouble(): string | null;
  /** Settles all clicks that wait and lets go of the database. Call it when no more requests come. */
  drain(): Promise<void>;
};

/** A click whose answer waits until it is laid down. */
type Pending = {
  reading: Reading;
  to: ServerResponse | FastConnection;
  /** Answers what is neither 302 nor 307; null where nothing of the kind is needed. */
  instead: (() => void) | null;
};

const SALT_REFRESH_MS = 10 * 60_000;

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
  const reader = new ClickReader({
    salts,
    countries: openCountries(),
    trustProxy: settings.trustProxy,
    isStaff: isOwnDevice,
  });
  let store: ClickStore<Pending> | undefined;
  let saltTimer: NodeJS.Timeout | undefined;

  function handle(incoming: IncomingMessage, response: ServerResponse): void {
    if (incoming.method !== "GET" && incoming.method !== "HEAD") {
      redirectCounts.outcomes.refused += 1;
      refuseMethod(response);
      return;
    }
    const request = requestOf(incoming);
    const path = readRedirectPath(request.url);
    const link = path.code === null ? undefined : links.find(path.code);
    if (link) answer(request, response, path, link);
    else void answerUnknown(request, response, path);
  }

  /** Who asks for a code that is not in memory. Kept for a minute at most, and only in memory. */
  function clientOf({ peer, headers }: ClickRequest): string {
    const address = clientAddress(peer, headers["x-forwarded-for"], settings.trustProxy);
    // One customer has a whole IPv6 network to take addresses from.
    return address.includes(":") ? networkOf(address) : address;
  }

  async function answerUnknown(request: ClickRequest, response: ServerResponse, path: RedirectPath) {
    const found =
      path.code === null ? "unknown" : await links.lookUp(path.code, clientOf(request), Date.now());
    if (typeof found === "object") answer(request, response, path, found);
    else await pages.instead(request, response, found === "unknown" ? "unknown" : "busy");
  }

  function answer(
    request: ClickRequest,
    response: ServerResponse,
    path: RedirectPath,
    link: LinkEntry,
  ): void {
    const goal = goalOf(path, link);
    if (goal) {
      const reading = reader.read(request, link, goal);
      take({ reading, to: response, instead: otherAnswer(reading, request, response, link) });
    } else if (path.shop === undefined) {
      void pages.instead(request, response, link.state === "paused" ? "paused" : "closed", link);
    } else void pages.product(response, link, reader.arrivalToken(request, link));
  }

  function takeQuickly(get: PlainGet, connection: FastConnection): boolean {
    const path = readRedirectPath(get.url);
    const link = path.code === null ? undefined : links.find(path.code);
    const goal = link && goalOf(path, link);
    if (!goal) return false;
    const reading = reader.read(requestOfPlain(get, connection.peer), link, goal);
    if (reading.way || reading.kind === "preview" || reading.kind === "prefetch") return false;
    take({ reading, to: connection, instead: null });
    return true;
  }

  function otherAnswer(
    { kind, way }: Reading,
    request: ClickRequest,
    response: ServerResponse,
    link: LinkEntry,
  ): Pending["instead"] {
    if (kind === "preview") return () => void pages.preview(response, link);
    if (kind === "prefetch") return () => refusePrefetch(response);
    return way ? () => void pages.onward(request, response, link, way) : null;
  }

  function take(pending: Pending): void {
    if (!store?.batcher.add(pending.reading.line, pending)) settle(pending, false);
  }

  function settle({ reading, to, instead }: Pending, stored: boolean): void {
    const { kind, location, plain } = reading;
    if (stored) redirectCounts.accepted[kind] += 1;
    else redirectCounts.lost += 1;
    if (kind === "preview" || kind === "prefetch") {
      redirectCounts.outcomes[kind] += 1;
      instead?.();
    } else if (stored) {
      redirectCounts.outcomes[kind === "click" ? "redirected" : kind] += 1;
      if (instead) instead();
      else sendOn(to, 302, location);
    } else {
      redirectCounts.outcomes.uncounted += 1;
      sendOn(to, 307, plain);
    }
  }

  return {
    handle,
    takeQuickly,
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
