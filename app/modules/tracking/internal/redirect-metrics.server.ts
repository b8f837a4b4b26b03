import { Counter, Gauge, register } from "~/platform/metrics.server";

/** How a request to /r/* was answered. */
export type RedirectOutcome =
  | "redirected"
  | "uncounted"
  | "preview"
  | "head"
  | "prefetch"
  | "unknown"
  | "paused"
  | "closed"
  | "busy"
  | "refused";

/** Plain numbers, because a labelled prom-client counter costs more than the rest of a click's bookkeeping. */
export const redirectCounts = {
  outcomes: {
    redirected: 0,
    uncounted: 0,
    preview: 0,
    head: 0,
    prefetch: 0,
    unknown: 0,
    paused: 0,
    closed: 0,
    busy: 0,
    refused: 0,
  } satisfies Record<RedirectOutcome, number>,
  verdicts: { HUMAN: 0, BOT: 0, PREVIEW: 0, PREFETCH: 0, STAFF: 0, DUPLICATE: 0, SUSPICIOUS: 0 },
  lost: 0,
};

type Sources = { waiting: () => number; batches: () => number; links: () => number };
let sources: Sources | undefined;

const NAMES = {
  outcomes: "gaung_redirects_total",
  clicks: "gaung_clicks_accepted_total",
  lost: "gaung_clicks_lost_total",
  batches: "gaung_click_batches_total",
  waiting: "gaung_clicks_waiting",
  links: "gaung_links_in_memory",
};

/** Shows the redirect's figures in /metrics. They are copied at each scrape. */
export function exposeRedirectMetrics(from: Sources): void {
  sources = from;
  if (register.getSingleMetric(NAMES.outcomes)) return;
  new Counter({
    name: NAMES.outcomes,
    help: "Requests to /r/* by how they were answered",
    labelNames: ["outcome"],
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(redirectCounts.outcomes)) this.inc({ outcome }, count);
    },
  });
  new Counter({
    name: NAMES.clicks,
    help: "Clicks stored durably in the queue, by verdict",
    labelNames: ["verdict"],
    collect() {
      this.reset();
      for (const [verdict, count] of Object.entries(redirectCounts.verdicts)) this.inc({ verdict }, count);
    },
  });
  copied(
    NAMES.lost,
    "Clicks whose visitors were sent on uncounted because the queue did not take them",
    () => {
      return redirectCounts.lost;
    },
  );
  copied(NAMES.batches, "Batches of clicks stored in the queue", () => sources?.batches() ?? 0);
  gauge(NAMES.waiting, "Clicks waiting to be stored", () => sources?.waiting() ?? 0);
  gauge(NAMES.links, "Links held in memory", () => sources?.links() ?? 0);
}

function copied(name: string, help: string, value: () => number): void {
  new Counter({
    name,
    help,
    collect() {
      this.reset();
      this.inc(value());
    },
  });
}

function gauge(name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    collect() {
      this.set(value());
    },
  });
}
