import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "~/platform/log.server";
import { joinRecords } from "../click";

export type BatcherOptions<Waiter> = {
  /** Stores a batch durably; rejects when that is not sure. */
  store: (clicks: string) => Promise<unknown>;
  /** Called once for each click: its batch is stored, or it was given up. */
  settle: (waiter: Waiter, stored: boolean) => void;
  log: Logger;
  /** Batches under way at once: while some are being stored, another is answered and the next one collected. */
  lanes?: number;
  maxBatch?: number;
  /** Clicks that may wait in all; those above are turned away at once. */
  maxWaiting?: number;
  /** How long a click waits for the queue, in ms; the second while the queue is known to be away. */
  patienceMs?: number;
  patienceWhenDownMs?: number;
};

type Batch<Waiter> = { records: string[]; waiters: Waiter[]; since: number };

const RETRY_MS = 100;

/**
 * Group commit: while one batch is being stored the next one collects, so that the cost of making things durable is
 * shared by all who came meanwhile. Alone, a click is stored at once.
 */
export class ClickBatcher<Waiter> {
  readonly #options: Required<BatcherOptions<Waiter>>;
  #collecting: Batch<Waiter> = emptyBatch();
  #full: Batch<Waiter>[] = [];
  #underWay = 0;
  #scheduled = false;
  #waiting = 0;
  #down = false;
  #idle: (() => void)[] = [];
  /** Batches stored since the start, for the metrics. */
  batches = 0;

  constructor(options: BatcherOptions<Waiter>) {
    this.#options = {
      lanes: 3,
      maxBatch: 512,
      maxWaiting: 20_000,
      patienceMs: 5_000,
      patienceWhenDownMs: 500,
      ...options,
    };
  }

  /** Clicks that are not settled yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Whether the last batch could not be stored. */
  get down(): boolean {
    return this.#down;
  }

  /** Takes a click. @returns false when too many wait: it was not taken and will not be settled. */
  add(record: string, waiter: Waiter): boolean {
    if (this.#waiting >= this.#options.maxWaiting) return false;
    this.#waiting += 1;
    let batch = this.#collecting;
    if (batch.records.length === 0) batch.since = Date.now();
    batch.records.push(record);
    batch.waiters.push(waiter);
    if (batch.records.length >= this.#options.maxBatch) {
      this.#full.push(batch);
      batch = emptyBatch();
      this.#collecting = batch;
    }
    // After the requests of this turn of the event loop, so that those that came together go together.
    if (!this.#scheduled && this.#underWay < this.#options.lanes) {
      this.#scheduled = true;
      setImmediate(this.#start);
    }
    return true;
  }

  /** Resolves when every click taken so far is settled. */
  flush(): Promise<void> {
    if (this.#waiting === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  readonly #start = () => {
    this.#scheduled = false;
    while (this.#underWay < this.#options.lanes) {
      const batch = this.#next();
      if (!batch) return;
      this.#underWay += 1;
      void this.#deliver(batch);
    }
  };

  #next(): Batch<Waiter> | undefined {
    const full = this.#full.shift();
    if (full) return full;
    if (this.#collecting.records.length === 0) return undefined;
    const batch = this.#collecting;
    this.#collecting = emptyBatch();
    return batch;
  }

  async #deliver(batch: Batch<Waiter>): Promise<void> {
    const stored = await this.#store(batch);
    this.#down = !stored;
    if (stored) this.batches += 1;
    this.#underWay -= 1;
    this.#start();
    for (const waiter of batch.waiters) this.#options.settle(waiter, stored);
    this.#waiting -= batch.waiters.length;
    if (this.#waiting > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** Tries until it is stored or the batch's oldest click has waited long enough. Storing twice does no harm. */
  async #store(batch: Batch<Waiter>): Promise<boolean> {
    const { patienceMs, patienceWhenDownMs, log } = this.#options;
    const patience = this.#down ? patienceWhenDownMs : patienceMs;
    // A batch that waited long for its lane gets a fair try all the same.
    const deadline = Math.max(batch.since + patience, Date.now() + Math.min(patience, patienceWhenDownMs));
    const clicks = joinRecords(batch.records);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await within(deadline - Date.now(), this.#options.store(clicks));
        return true;
      } catch (error) {
        const left = deadline - Date.now();
        const facts = { err: error, clicks: batch.records.length, attempt };
        if (left <= RETRY_MS) {
          log.error(facts, "clicks could not be stored and are lost: their visitors were sent on uncounted");
          return false;
        }
        log.warn(facts, "storing clicks failed, trying again");
        await sleep(RETRY_MS);
      }
    }
  }
}

function emptyBatch<Waiter>(): Batch<Waiter> {
  return { records: [], waiters: [], since: 0 };
}

/** The promise, or a rejection when it takes longer. What it does afterwards is nobody's concern. */
function within<Result>(ms: number, promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), Math.max(1, ms));
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
