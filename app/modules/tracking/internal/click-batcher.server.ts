import type { Logger } from "~/platform/log.server";

export type BatcherOptions<Waiter> = {
  /** Lays lines down durably; rejects when that is not sure. */
  store: (lines: string) => Promise<void>;
  /** Called once for each click: its lines are durable, or they were given up. */
  settle: (waiter: Waiter, stored: boolean) => void;
  log: Logger;
  maxBatch?: number;
  /** Batches that may be on their way to the disk at once. */
  lanes?: number;
  /** While one is on its way, the next one goes when it holds so many. */
  enough?: number;
  /** Clicks that may wait in all; those above are turned away at once. */
  maxWaiting?: number;
  /** How long a disk may take, in ms, before its visitors are sent on uncounted. */
  patienceMs?: number;
};

const WATCH_MS = 250;

/** A batch on its way to the disk. */
type Batch<Waiter> = { waiters: Waiter[]; since: number };

/**
 * Group commit: while a batch is being written the next one collects, so that the cost of making things durable is
 * shared by all who came meanwhile. Alone, a click is written at once.
 */
export class ClickBatcher<Waiter> {
  readonly #options: Required<BatcherOptions<Waiter>>;
  #lines: string[] = [];
  #waiters: Waiter[] = [];
  readonly #underWay = new Set<Batch<Waiter>>();
  #writing = 0;
  #scheduled = false;
  #stalled = false;
  readonly #watch: NodeJS.Timeout;
  #idle: (() => void)[] = [];
  /** Batches laid down since the start, for the metrics. */
  batches = 0;

  constructor(options: BatcherOptions<Waiter>) {
    this.#options = {
      maxBatch: 512,
      lanes: 3,
      enough: 32,
      maxWaiting: 20_000,
      patienceMs: 3_000,
      ...options,
    };
    this.#watch = setInterval(() => this.#look(), WATCH_MS).unref();
  }

  /** Clicks that are not settled yet. */
  get waiting(): number {
    return this.#waiters.length + this.#writing;
  }

  /** Whether the disk has not come back from a write in time; clicks are turned away until it does. */
  get stalled(): boolean {
    return this.#stalled;
  }

  /** Takes a click. @returns false when it was not taken: it will not be settled. */
  add(line: string, waiter: Waiter): boolean {
    if (this.#stalled || this.waiting >= this.#options.maxWaiting) return false;
    this.#lines.push(line);
    this.#waiters.push(waiter);
    // When what runs now is done: requests that are read together go together.
    if (!this.#scheduled && this.#mayStart()) {
      this.#scheduled = true;
      process.nextTick(this.#start);
    }
    return true;
  }

  /** Resolves when every click taken so far is settled. */
  flush(): Promise<void> {
    if (this.waiting === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  close(): void {
    clearInterval(this.#watch);
  }

  #mayStart(): boolean {
    if (this.#lines.length === 0 || this.#stalled) return false;
    const { lanes, enough } = this.#options;
    return this.#underWay.size === 0 || (this.#underWay.size < lanes && this.#lines.length >= enough);
  }

  readonly #start = () => {
    this.#scheduled = false;
    while (this.#mayStart()) this.#write();
  };

  #write(): void {
    const { maxBatch, store } = this.#options;
    let lines = this.#lines;
    let waiters = this.#waiters;
    if (lines.length > maxBatch) {
      lines = lines.splice(0, maxBatch);
      waiters = waiters.splice(0, maxBatch);
    } else {
      this.#lines = [];
      this.#waiters = [];
    }
    const batch = { waiters, since: Date.now() };
    this.#underWay.add(batch);
    this.#writing += waiters.length;
    store(lines.join("")).then(
      () => this.#end(batch, true),
      () => this.#end(batch, false),
    );
  }

  #end(batch: Batch<Waiter>, stored: boolean): void {
    this.#underWay.delete(batch);
    this.#writing -= batch.waiters.length;
    if (this.#underWay.size === 0) this.#stalled = false;
    if (stored) this.batches += 1;
    // The disk works on the next batch while this one is answered.
    this.#start();
    for (const waiter of batch.waiters) this.#options.settle(waiter, stored);
    this.#tellIdle();
  }

  /** A disk that hangs must not hold visitors up: they are sent on uncounted (and may be counted when it comes back). */
  #look(): void {
    const { patienceMs, log, settle } = this.#options;
    const [oldest] = this.#underWay;
    if (!oldest || this.#stalled || Date.now() - oldest.since < patienceMs) return;
    this.#stalled = true;
    const given = [...this.#underWay].flatMap(({ waiters }) => waiters.splice(0));
    given.push(...this.#waiters);
    this.#writing = 0;
    this.#waiters = [];
    this.#lines = [];
    log.error({ clicks: given.length, patienceMs }, "the spool's disk hangs: visitors are sent on uncounted");
    for (const waiter of given) settle(waiter, false);
    this.#tellIdle();
  }

  #tellIdle(): void {
    if (this.waiting > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}
