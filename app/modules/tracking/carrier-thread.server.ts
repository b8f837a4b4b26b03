import type { MessagePort, Worker } from "node:worker_threads";
import type { Logger } from "~/platform/log.server";
import { within } from "~/platform/within";
import type { ClickCarrier } from "./click-carrier.server";

/*
 * A click is answered by one thread, and whatever else that thread does delays visitors. Making jobs of what was
 * spooled (reading, JSON, the queue's protocol) took it a quarter of its time, so a second thread does it. Each side
 * knows the other by three questions, told by number.
 */

type Question = { no: number; batch: string; lines?: Uint8Array } | { no: number; end: true };
type Answer = { no: number; held?: boolean; error?: Error };

const CLOSE_LIMIT_MS = 5_000;

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void };

/** A carrier in a thread of its own. It is started when first needed, and again when it has died. */
export class CarrierThread implements ClickCarrier {
  readonly #start: () => Worker;
  readonly #log: Logger;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #last = 0;
  #isClosing = false;

  /** @param start starts a thread that calls `serveCarrier` */
  constructor(start: () => Worker, log: Logger) {
    this.#start = start;
    this.#log = log;
  }

  async add(batch: string, lines: Uint8Array): Promise<void> {
    await this.#ask({ batch, lines });
  }

  async holds(batch: string): Promise<boolean> {
    return (await this.#ask({ batch })).held === true;
  }

  /** Ends the thread, at once where its queue does not let go in time. What it was asked then is not answered. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#isClosing = true;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    worker.postMessage({ no: 0, end: true } satisfies Question);
    await within(CLOSE_LIMIT_MS, ended).catch(() => worker.terminate());
  }

  #ask(question: { batch: string; lines?: Uint8Array }): Promise<Answer> {
    if (this.#isClosing) return Promise.reject(new Error("the thread that carries clicks is closed"));
    this.#worker ??= this.#started();
    const worker = this.#worker;
    this.#last += 1;
    const no = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(no, { resolve, reject });
      worker.postMessage({ no, ...question } satisfies Question);
    });
  }

  #started(): Worker {
    const worker = this.#start();
    worker.on("message", (answer: Answer) => {
      const waiting = this.#waiting.get(answer.no);
      this.#waiting.delete(answer.no);
      if (answer.error) waiting?.reject(answer.error);
      else waiting?.resolve(answer);
    });
    let cause: unknown;
    worker.on("error", (error) => {
      cause = error;
    });
    worker.on("exit", (code) => {
      this.#worker = undefined;
      const error = new Error(`the thread that carries clicks ended with code ${code}`, { cause });
      if (!this.#isClosing)
        this.#log.error({ err: error }, "a thread died: another one is started when needed");
      for (const { reject } of this.#waiting.values()) reject(error);
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
      const told = error instanceof Error ? error : new Error(String(error));
      port.postMessage({ no, error: told } satisfies Answer);
    }
  });
}
