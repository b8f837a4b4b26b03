import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "~/platform/log.server";
import { within } from "~/platform/within";
import type { ClickCarrier } from "../click-carrier.server";
import type { Receipts } from "./click-receipts.server";
import type { ClickSpool } from "./click-spool.server";
import type { ShippedBatch } from "./segment-progress";
import { readChunk } from "./segment-reader.server";
import { type CutBatch, SpoolProgress } from "./spool-progress.server";

export type ShipperOptions = {
  spool: ClickSpool;
  carrier: ClickCarrier;
  receipts: Receipts;
  log: Logger;
  /** The most that one job holds. */
  batchBytes?: number;
  /** Between jobs that are smaller than that. */
  pauseMs?: number;
  /** How often receipts are asked for while some are missing. */
  receiptMs?: number;
  /** A batch without a receipt is looked after so often. */
  patienceMs?: number;
  /** What may be in the queue without a receipt: the rest waits on the disk, where it costs the queue no memory. */
  windowBytes?: number;
  windowBatches?: number;
};

const QUEUE_LIMIT_MS = 5_000;
const RETRY_MS = [100, 250, 500, 1_000, 2_000];

/**
 * Brings what is in the spool to the queue, and lets go of a segment once the worker has counted all of it. At least
 * once: a batch stays on the disk until its receipt is in the database, however often the queue loses it.
 */
export class ClickShipper {
  readonly #options: Required<ShipperOptions>;
  readonly #progress: SpoolProgress;
  /** Cut and not yet taken by the queue: tried again under the same name. */
  #next: CutBatch | undefined;
  #wake: (() => void) | undefined;
  #stopped = false;
  #loops: Promise<void> = Promise.resolve();
  /** Since the start, for the metrics. */
  readonly counts = {
    shipped: 0,
    shippedBytes: 0,
    again: 0,
    receipts: 0,
    segments: 0,
    failures: 0,
  };

  constructor(options: ShipperOptions) {
    this.#options = {
      batchBytes: 512 * 1024,
      pauseMs: 100,
      receiptMs: 1_000,
      patienceMs: 60_000,
      windowBytes: 24 << 20,
      windowBatches: 512,
      ...options,
    };
    this.#progress = new SpoolProgress(this.#options);
  }

  /** Since when the oldest line waits that is not counted for sure, in ms since 1970; null where none does. */
  get oldest(): number | null {
    return this.#options.spool.segments.find((segment) => segment.size > 0)?.since ?? null;
  }

  start(): void {
    this.#options.spool.onDurable = () => this.#wake?.();
    this.#loops = Promise.all([this.#shipping(), this.#settling()]).then(() => undefined);
  }

  /** Ships and settles what it can within the time, then stops. What is left stays in the spool. */
  async stop(limitMs: number): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    const deadline = Date.now() + limitMs;
    await Promise.race([this.#loops, sleep(limitMs)]);
    try {
      while (Date.now() < deadline && (await this.shipNext()));
      while (Date.now() < deadline) {
        await this.settle(Date.now());
        if (this.#options.spool.segments.length === 0) return;
        await sleep(50);
      }
    } catch (error) {
      this.#options.log.warn({ err: error }, "the rest of the clicks waits in the spool for the next start");
    }
  }

  /**
   * Cuts one batch and adds it to the queue.
   * @returns false when there is nothing to ship, or the queue holds enough
   * @throws what the queue threw; the batch is tried again at the next call
   */
  async shipNext(): Promise<boolean> {
    this.#next ??= await this.#progress.cut();
    if (!this.#next) return false;
    await this.#add(this.#next.batch, this.#next.lines);
    this.#next = undefined;
    return true;
  }

  /** Asks for receipts, removes what is counted, and looks after batches that have waited long. */
  async settle(now: number): Promise<void> {
    const { spool, receipts, patienceMs } = this.#options;
    const waiting = this.#progress.waiting();
    for (const name of await receipts.among([...waiting.keys()])) {
      const batch = waiting.get(name);
      if (!batch) continue;
      this.#progress.receive(batch);
      this.counts.receipts += 1;
      waiting.delete(name);
    }
    for (const segment of this.#progress.counted()) {
      await spool.remove(segment);
      this.counts.segments += 1;
      await receipts.forget(this.#progress.forget(segment));
    }
    for (const batch of waiting.values()) {
      if (now - batch.addedAt >= patienceMs) await this.#lookAfter(batch, now);
    }
    this.#wake?.();
  }

  async #shipping(): Promise<void> {
    const { pauseMs, batchBytes, log } = this.#options;
    let failures = 0;
    while (!this.#stopped) {
      try {
        const from = Date.now();
        if (!(await this.shipNext()))
          await (this.#progress.isFull ? this.#sleepUntilStopped(pauseMs) : this.#sleepUntilWoken(1_000));
        else if (this.#progress.uncut < batchBytes) await sleep(Math.max(0, pauseMs - (Date.now() - from)));
        failures = 0;
      } catch (error) {
        this.counts.failures += 1;
        log.warn(
          { err: error, bytes: this.#options.spool.bytes },
          "clicks wait in the spool: the queue does not take them",
        );
        await this.#sleepUntilStopped(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0);
        failures += 1;
      }
    }
  }

  async #settling(): Promise<void> {
    const { spool, receiptMs, log } = this.#options;
    while (!this.#stopped) {
      await this.#sleepUntilStopped(receiptMs);
      try {
        await spool.closeOld(Date.now());
        if (spool.segments.length > 0) await this.settle(Date.now());
      } catch (error) {
        this.counts.failures += 1;
        log.warn({ err: error }, "receipts of clicks could not be read");
      }
    }
  }

  async #add(batch: ShippedBatch, lines: Uint8Array): Promise<void> {
    const { name, start, end } = batch;
    await within(QUEUE_LIMIT_MS, this.#options.carrier.add(name, lines));
    batch.addedAt = Date.now();
    this.counts.shipped += 1;
    this.counts.shippedBytes += end - start;
  }

  /** Adds a batch again that the queue has lost; one that still waits there is left alone. */
  async #lookAfter(batch: ShippedBatch, now: number): Promise<void> {
    const isHeld = await within(QUEUE_LIMIT_MS, this.#options.carrier.holds(batch.name));
    batch.addedAt = now;
    if (isHeld) return;
    const { segment, start, end } = batch;
    await this.#add(batch, (await readChunk(segment, start, end, end - start)).lines);
    this.counts.again += 1;
    this.#options.log.warn({ batch: batch.name }, "the queue has lost a batch of clicks: it was added again");
  }

  async #sleepUntilWoken(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  async #sleepUntilStopped(ms: number): Promise<void> {
    const deadline = Date.now() + ms;
    while (!this.#stopped && Date.now() < deadline) await sleep(Math.min(100, deadline - Date.now()));
  }
}
