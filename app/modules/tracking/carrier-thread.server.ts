import type { MessagePort, Worker } from "node:worker_threads";
import type { Logger } from "~/platform/log.server";
import { within } from "~/platform/within";
import type { ClickCarrier } from "./click-carrier.server";

/*
 * A click is answered by one thread, and whatever else that thread does delays visitors. Making jobs of what was
 * spooled (JSON, the queue's protocol) took it a quarter of its time, so a second thread does it. Each side knows the
 * other by three questions, told by number.
 */

type Question = { no: number; batch: string; lines?: Uint8Array } | { no: number; end: true };
/** Errors travel as text: a clone of one loses its code, and not every error can be cloned. */
type Answer = { no: number; held: boolean } | { no: number; error: string };

type Waiting = { resolve: (held: boolean) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };

export type CarrierThreadOptions = {
  /** Starts a thread that calls `serveCarrier`. */
  start: () => Worker;
  log: Logger;
  /** A thread that leaves a question unanswered for so long is replaced, with all that it holds. */
  patienceMs?: number;
  /** How long its queue may take to let go at the end. */
  closeMs?: number;
};

/** A carrier in a thread of its own. It is started when first needed, and again when it has died. */
export class CarrierThread implements ClickCarrier {
  readonly #options: Required<CarrierThreadOptions>;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #last = 0;
  #isClosing = false;

  constructor(options: CarrierThreadOptions) {
    this.#options = { patienceMs: 15_000, closeMs: 5_000, ...options };
  }

  /** Starts the thread before it is needed. */
  start(): void {
    this.#worker ??= this.#started();
  }

  async add(batch: string, lines: Uint8Array): Promise<void> {
    await this.#ask({ batch, lines });
  }

  holds(batch: string): Promise<boolean> {
    return this.#ask({ batch });
  }

  /** Ends the thread, by force where its queue does not let go in time. What it was asked then is not answered. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#isClosing = true;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    worker.postMessage({ no: 0, end: true } satisfies Question);
    await within(this.#options.closeMs, ended).catch(() => this.#terminate(worker));
  }

  #ask(question: { batch: string; lines?: Uint8Array }): Promise<boolean> {
    if (this.#isClosing) return Promise.reject(new Error("the thread that carries clicks is closed"));
    this.#worker ??= this.#started();
    const worker = this.#worker;
    this.#last += 1;
    const no = this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void this.#terminate(worker), this.#options.patienceMs).unref();
      this.#waiting.set(no, { resolve, reject, timer });
      worker.postMessage({ no, ...question } satisfies Question);
    });
  }

  async #terminate(worker: Worker): Promise<void> {
    this.#options.log.warn("the thread that carries clicks does not answer: it is ended");
    await worker.terminate();
  }

  #started(): Worker {
    const worker = this.#options.start();
    worker.on("message", (answer: Answer) => {
      const waiting = this.#waiting.get(answer.no);
      if (!waiting) return;
      this.#waiting.delete(answer.no);
      clearTimeout(waiting.timer);
      if ("error" in answer) waiting.reject(new Error(answer.error));
      else waiting.resolve(answer.held);
    });
    let cause: unknown;
    worker.on("error", (error) => {
      cause = error;
    });
    worker.on("exit", (code) => {
      this.#worker = undefined;
      const error = new Error(`the thread that carries clicks ended with code ${code}`, { cause });
      if (!this.#isClosing) {
        this.#options.log.error({ err: error }, "a thread died: another one is started when needed");
      }
      for (const { reject, timer } of this.#waiting.values()) {
        clearTimeout(timer);
        reject(error);
      }
      this.#waiting.clear();
    });
    return worker;
  }
}

/**
 * Answers the questions of a `CarrierThread` at the other end of the port.
 * @param close lets go of what keeps the thread alive
 */
export function serveCarrier(port: MessagePort, carrier: ClickCarrier, close: () => Promise<void>): void {
  port.on("message", async (question: Question) => {
    if ("end" in question) {
      await close();
      port.close();
      return;
    }
    const { no, batch, lines } = question;
    try {
      if (lines) await carrier.add(batch, lines);
      const held = lines !== undefined || (await carrier.holds(batch));
      port.postMessage({ no, held } satisfies Answer);
    } catch (error) {
      port.postMessage({ no, error: told(error) } satisfies Answer);
    }
  });
}

/** What an error says, with its code; that of a host with several addresses says it only in its parts. */
function told(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(told).join("; ");
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? ` (${error.code})` : "";
  return `${error.name}: ${error.message}${code}`;
}
