import type { IncomingMessage, ServerResponse } from "node:http";
import { type Db, db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { type Logger, log } from "~/platform/log.server";
import { type JobQueue, jobOptions } from "~/platform/queue.server";
import { BATCH_VERSION, encodeRecord } from "./click";
import { ClickTokens } from "./click-token.server";
import { readLinkCode } from "./codes";
import { AgentCache } from "./internal/agents";
import { ClickBatcher } from "./internal/click-batcher.server";
import { nextClickId } from "./internal/click-ids.server";
import { clientAddress } from "./internal/client-address";
import {
  linkPage,
  PAGE_HEADERS,
  type PageKind,
  pageLanguage,
  previewPage,
} from "./internal/link-pages.server";
import { LinkProducts } from "./internal/link-product.server";
import { type LinkEntry, LinkTable } from "./internal/link-table.server";
import {
  exposeRedirectMetrics,
  type RedirectOutcome,
  redirectCounts,
} from "./internal/redirect-metrics.server";
import { VisitorSalts } from "./internal/salts.server";
import { referrerHost } from "./referrer";
import { recordClicksJob } from "./tracking.jobs";
import { isPrefetch, type Verdict } from "./verdict";

export type RedirectOptions = {
  queue: JobQueue;
  db?: Db;
  databaseUrl?: string;
  log?: Logger;
  publicUrl?: string;
  /** How many proxies of ours stand before this process. */
  trustProxy?: number;
  /** How long a click waits for the queue, in ms. */
  patienceMs?: number;
  lanes?: number;
};

export type Redirect = {
  /** Answers a request to /r/CODE. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Resolves when links and salts are in memory and the queue answers. */
  ready(): Promise<void>;
  /** Settles all clicks that wait and lets go of the database. Call it when no more requests come. */
  drain(): Promise<void>;
};

/** A click whose answer waits until it is stored. */
type Pending = { response: ServerResponse; link: LinkEntry; location: string; verdict: Verdict };

const PREFIX = "/r/";
const SALT_REFRESH_MS = 10 * 60_000;
const OPTIONS = jobOptions(recordClicksJob);

const HEAD_COMMON = [
  "Cache-Control",
  "no-store",
  "Referrer-Policy",
  "strict-origin-when-cross-origin",
  "X-Robots-Tag",
  "noindex",
  "Content-Length",
  "0",
];

/**
 * `GET /r/CODE`. A 302 is a promise: its click is stored in the queue. Where the queue does not take it in time the
 * visitor is still sent on, by a 307 without a click id, and the loss is counted and logged.
 */
export function createRedirect(options: RedirectOptions): Redirect {
  const settings = {
    db: db(),
    databaseUrl: env().DATABASE_URL,
    log: log(),
    publicUrl: env().PUBLIC_URL,
    trustProxy: env().TRUST_PROXY,
    ...options,
  };
  const { queue, trustProxy, publicUrl } = settings;
  const links = new LinkTable(settings.db, settings.log);
  const salts = new VisitorSalts(settings.db, settings.log);
  const products = new LinkProducts(settings.db, settings.log);
  const tokens = new ClickTokens();
  const agents = new AgentCache();
  const batcher = new ClickBatcher<Pending>({
    // The first click's id names the job: storing the batch again, when an answer was lost, adds it once; and BullMQ
    // need not count its jobs in one row of PostgreSQL, on which batches side by side would wait for each other.
    store: (clicks) =>
      queue.add(
        recordClicksJob.name,
        { v: BATCH_VERSION, clicks },
        { ...OPTIONS, jobId: `b-${clicks.slice(0, 32)}` },
      ),
    settle,
    log: settings.log,
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
    ...(options.lanes === undefined ? {} : { lanes: options.lanes }),
  });
  exposeRedirectMetrics({
    waiting: () => batcher.waiting,
    batches: () => batcher.batches,
    links: () => links.size,
  });
  let saltTimer: NodeJS.Timeout | undefined;

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const method = request.method;
    if (method !== "GET" && method !== "HEAD") {
      count("refused");
      response.writeHead(405, ["Allow", "GET, HEAD", "Content-Length", "0"]).end();
      return;
    }
    const code = codeOf(request.url ?? "");
    const link = code === null ? undefined : links.find(code);
    if (link) answer(request, response, link);
    else void answerUnknown(request, response, code);
  }

  function answer(request: IncomingMessage, response: ServerResponse, link: LinkEntry): void {
    const { destination } = link;
    if (link.state !== "live" || !destination) {
      void sendPage(request, response, link.state === "paused" ? "paused" : "closed", link);
      return;
    }
    const headers = request.headers;
    if (request.method === "HEAD") {
      count("head");
      sendOn(response, 302, destination.plain);
      return;
    }
    if (isPrefetch(headers)) {
      refusePrefetch(response);
      return;
    }
    const now = Date.now();
    const agentHeader = headers["user-agent"];
    const agent = agents.get(agentHeader);
    const id = nextClickId(now);
    const visitor = `${clientAddress(request, trustProxy)}\n${agentHeader}\n${headers["accept-language"]}`;
    const record = encodeRecord(
      id,
      link.compact,
      agent.letters,
      salts.visitorHash(link.zone, now, visitor),
      agent.reason,
      referrerHost(headers.referer),
    );
    const location = destination.before + tokens.sign(id, link.compact) + destination.after;
    if (batcher.add(record, { response, link, location, verdict: agent.verdict })) return;
    redirectCounts.lost += 1;
    sendUncounted(response, link);
  }

  function settle(pending: Pending, stored: boolean): void {
    const { response, link, verdict } = pending;
    if (stored) redirectCounts.verdicts[verdict] += 1;
    else redirectCounts.lost += 1;
    if (verdict === "PREVIEW") void sendPreview(response, link);
    else if (stored) {
      count("redirected");
      sendOn(response, 302, pending.location);
    } else sendUncounted(response, link);
  }

  async function answerUnknown(request: IncomingMessage, response: ServerResponse, code: string | null) {
    const found = code === null ? "unknown" : await links.lookUp(code, Date.now());
    if (typeof found === "object") answer(request, response, found);
    else await sendPage(request, response, found === "unknown" ? "unknown" : "busy");
  }

  const STATUS: Record<PageKind, number> = { unknown: 404, paused: 404, closed: 410, busy: 503 };

  async function sendPage(
    request: IncomingMessage,
    response: ServerResponse,
    kind: PageKind,
    link?: LinkEntry,
  ) {
    count(kind);
    const product = link ? await products.of(link.id, Date.now()) : null;
    const retry = link ? PREFIX + link.code : (request.url ?? "").split("?")[0];
    const page = linkPage(kind, pageLanguage(request.headers["accept-language"]), product, retry);
    const waits = kind === "busy" ? ["Retry-After", "2"] : [];
    sendHtml(response, STATUS[kind], page, waits, request.method === "HEAD");
  }

  async function sendPreview(response: ServerResponse, link: LinkEntry): Promise<void> {
    count("preview");
    const product = await products.of(link.id, Date.now());
    sendHtml(response, 200, previewPage(product, publicUrl, PREFIX + link.code));
  }

  return {
    handle,
    async ready() {
      await Promise.all([
        links.open(settings.databaseUrl),
        salts.refresh(new Date()),
        queue.waitUntilReady(),
      ]);
      saltTimer = setInterval(() => {
        salts.refresh(new Date()).catch((error: unknown) => {
          settings.log.error({ err: error }, "visitor salts could not be read again");
        });
      }, SALT_REFRESH_MS).unref();
    },
    async drain() {
      clearInterval(saltTimer);
      await batcher.flush();
      await links.close();
    },
  };
}

function count(outcome: RedirectOutcome): void {
  redirectCounts.outcomes[outcome] += 1;
}

/** The code in `/r/CODE`, `/r/CODE/` or `/r/CODE?…`. */
function codeOf(url: string): string | null {
  const query = url.indexOf("?");
  let end = query < 0 ? url.length : query;
  if (url.charCodeAt(end - 1) === 47) end -= 1;
  return readLinkCode(url.slice(PREFIX.length, end));
}

function sendOn(response: ServerResponse, status: 302 | 307, location: string): void {
  response.writeHead(status, ["Location", location, ...HEAD_COMMON]);
  response.end();
}

/** 307, because a 302 would promise that the click counts. */
function sendUncounted(response: ServerResponse, link: LinkEntry): void {
  count("uncounted");
  sendOn(response, 307, link.destination?.plain ?? "/produk");
}

/**
 * A refused prefetch is thrown away and asked for again when somebody really clicks; an answered one would be used
 * then, and the click would never be seen.
 */
function refusePrefetch(response: ServerResponse): void {
  count("prefetch");
  response.writeHead(503, ["Cache-Control", "no-store", "Content-Length", "0", "X-Robots-Tag", "noindex"]);
  response.end();
}

function sendHtml(
  response: ServerResponse,
  status: number,
  page: string,
  more: string[] = [],
  headOnly = false,
): void {
  const body = Buffer.from(page);
  response.writeHead(status, [...PAGE_HEADERS, ...more, "Content-Length", String(body.length)]);
  response.end(headOnly ? undefined : body);
}
