import { Counter, Gauge, register } from "~/platform/metrics.server";
import type { ClickShipper } from "./click-shipper.server";
import type { ClickSpool } from "./click-spool.server";

/** What a request to a live link is for the one who answers it. Who it was is judged by the worker. */
export type ClickKind = "click" | "outbound" | "preview" | "head" | "prefetch";

/** Plain numbers, because a labelled prom-client counter costs more than the rest of a click's bookkeeping. */
export const redirectCounts = {
  /** Requests to /r/* by how they were answered. */
  outcomes: {
    redirected: 0,
    outbound: 0,
    uncounted: 0,
    unlisted: 0,
    preview: 0,
    head: 0,
    prefetch: 0,
    unknown: 0,
    paused: 0,
    closed: 0,
    busy: 0,
    refused: 0,
  },
  /** Requests laid down in the spool. */
  accepted: { click: 0, outbound: 0, preview: 0, head: 0, prefetch: 0 } satisfies Record<ClickKind, number>,
  lost: 0,
};

type StoreFigures = {
  trouble: string | null;
  batcher: { batches: number; waiting: number };
  spool: Pick<ClickSpool, "bytes" | "segments">;
  shipper: Pick<ClickShipper, "counts" | "oldest">;
};
type Sources = { store: StoreFigures; links: () => number };
let sources: Sources | undefined;

/** Shows the redirect's figures in /metrics. They are copied at each scrape. */
export function exposeRedirectMetrics(from: Sources): void {
  sources = from;
  if (register.getSingleMetric("gaung_redirects_total")) return;
  labelled(
    "gaung_redirects_total",
    "outcome",
    "Requests to /r/* by how they were answered",
    redirectCounts.outcomes,
  );
  labelled("gaung_clicks_accepted_total", "kind", "Requests laid down in the spool", redirectCounts.accepted);
  const lost = "Clicks whose visitors were sent on uncounted because the spool did not take them";
  counter("gaung_clicks_lost_total", lost, () => redirectCounts.lost);
  gauge("gaung_links_in_memory", "Links held in memory", () => sources?.links() ?? 0);
  exposeStore();
}

type Reading = (store: StoreFigures) => number;

const COUNTERS: [name: string, help: string, read: Reading][] = [
  ["gaung_click_batches_total", "Batches written to the spool", ({ batcher }) => batcher.batches],
  ["gaung_spool_shipped_total", "Jobs of clicks added to the queue", ({ shipper }) => shipper.counts.shipped],
  [
    "gaung_spool_shipped_again_total",
    "Jobs of clicks added again because the queue had lost them",
    ({ shipper }) => shipper.counts.again,
  ],
  [
    "gaung_spool_receipts_total",
    "Jobs of clicks known to be counted",
    ({ shipper }) => shipper.counts.receipts,
  ],
  [
    "gaung_spool_failures_total",
    "Times that the queue or the receipts could not be reached",
    ({ shipper }) => shipper.counts.failures,
  ],
];

const GAUGES: typeof COUNTERS = [
  ["gaung_clicks_waiting", "Clicks waiting to be written to the spool", ({ batcher }) => batcher.waiting],
  ["gaung_spool_bytes", "Bytes in the spool that are not known to be counted", ({ spool }) => spool.bytes],
  ["gaung_spool_segments", "Files in the spool", ({ spool }) => spool.segments.length],
  [
    "gaung_spool_oldest_seconds",
    "Age of the oldest file whose clicks are not all known to be counted",
    ({ shipper }) => (shipper.oldest === null ? 0 : Math.max(0, Date.now() - shipper.oldest) / 1_000),
  ],
  [
    "gaung_spool_trouble",
    "1 while the spool does not take clicks",
    (store) => (store.trouble === null ? 0 : 1),
  ],
];

function exposeStore(): void {
  const of = (read: Reading) => () => (sources ? read(sources.store) : 0);
  for (const [name, help, read] of COUNTERS) counter(name, help, of(read));
  for (const [name, help, read] of GAUGES) gauge(name, help, of(read));
}

function labelled(name: string, label: string, help: string, counts: Record<string, number>): void {
  new Counter({
    name,
    help,
    labelNames: [label],
    collect() {
      this.reset();
      for (const [value, count] of Object.entries(counts)) this.inc({ [label]: value }, count);
    },
  });
}

function counter(name: string, help: string, value: () => number): void {
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
