import { once } from "node:events";
import { MessageChannel, Worker } from "node:worker_threads";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { CarrierThread, serveCarrier } from "./carrier-thread.server";
import type { ClickCarrier } from "./click-carrier.server";

/** A thread that speaks as `serveCarrier` does; the names of batches tell it what to do. */
const THREAD = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", ({ no, batch, lines, end }) => {
    if (end) parentPort.close();
    else if (batch === "throw") throw new Error("out of order");
    else if (batch === "leave") process.exit(3);
    else if (batch === "refuse") parentPort.postMessage({ no, error: "the queue is away" });
    else if (batch === "deaf") parentPort.removeAllListeners("message").on("message", () => {});
    else if (batch === "slow") setTimeout(() => parentPort.postMessage({ no, held: true }), 50);
    else parentPort.postMessage({ no, held: lines ? lines.length > 0 : batch === "held" });
  });`;

const logged: string[] = [];
const log = pino({ level: "warn" }, { write: (line: string) => void logged.push(line) });
const threads: CarrierThread[] = [];

/** @param script what the first, second … thread runs */
function aThread(script = (_count: number) => THREAD) {
  const state = { started: 0 };
  const thread = new CarrierThread({
    start() {
      state.started += 1;
      return new Worker(script(state.started), { eval: true });
    },
    log,
    patienceMs: 500,
    closeMs: 200,
  });
  threads.push(thread);
  return { thread, state };
}

afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.close()));
  logged.length = 0;
});

const LINES = Buffer.from("one\ntwo\n");

describe("CarrierThread", () => {
  it("starts one thread when it is first needed, and tells its answers apart", async () => {
    const { thread, state } = aThread();
    expect(state.started).toBe(0);
    const answers = await Promise.all([
      thread.holds("slow"),
      thread.holds("held"),
      thread.holds("lost"),
      thread.add("a", LINES),
    ]);
    expect(answers).toEqual([true, true, false, undefined]);
    expect(state.started).toBe(1);
    expect(LINES.toString()).toBe("one\ntwo\n");
  });

  it("passes on what the queue says against it", async () => {
    const { thread } = aThread();
    await expect(thread.add("refuse", LINES)).rejects.toThrow("the queue is away");
    await thread.add("a", LINES);
  });

  it.each(["throw", "leave"])(
    "gives up what a thread was asked that dies (%s), and starts another",
    async (how) => {
      const { thread, state } = aThread();
      const asked = [thread.holds("slow"), thread.add(how, LINES)];
      for (const result of await Promise.allSettled(asked)) expect(result.status).toBe("rejected");
      expect(await thread.holds("held")).toBe(true);
      expect(state.started).toBe(2);
      expect(logged.join("")).toContain(how === "throw" ? "out of order" : "ended with code 3");
    },
  );

  it("is asked nothing more once it is closed", async () => {
    const { thread } = aThread();
    await thread.add("a", LINES);
    await thread.close();
    await expect(thread.add("b", LINES)).rejects.toThrow("closed");
    await thread.close();
    expect(logged).toEqual([]);
  });

  it("ends a thread that does not end by itself", async () => {
    const { thread } = aThread();
    const asked = thread.add("deaf", LINES).catch((error: Error) => error.message);
    await thread.close();
    expect(await asked).toContain("ended");
    expect(logged.join("")).toContain("does not answer");
  });

  it("replaces a thread that does not answer in time", async () => {
    const { thread, state } = aThread();
    await expect(thread.add("deaf", LINES)).rejects.toThrow("ended");
    await thread.add("a", LINES);
    expect(state.started).toBe(2);
  });

  it("goes on when threads die before they can be asked, as they do while the queue is away", async () => {
    const { thread, state } = aThread((count) => (count < 3 ? "throw new Error('no connection')" : THREAD));
    thread.start();
    await expect(thread.add("a", LINES)).rejects.toThrow("ended");
    await expect(thread.add("a", LINES)).rejects.toThrow("ended");
    await thread.add("a", LINES);
    expect(state.started).toBe(3);
  });
});

describe("serveCarrier", () => {
  function served(carrier: Partial<ClickCarrier>) {
    const { port1, port2 } = new MessageChannel();
    const state = { closed: false };
    const refuse = () => Promise.reject(new Error("not asked for"));
    serveCarrier(port2, { add: refuse, holds: refuse, ...carrier }, async () => {
      state.closed = true;
    });
    const ask = async (question: object) => {
      port1.postMessage(question);
      const [answer] = (await once(port1, "message")) as [unknown];
      return answer;
    };
    return { port1, state, ask };
  }

  it("hands over the bytes of a batch, and tells whether one is held", async () => {
    const added: string[] = [];
    const { ask, port1 } = served({
      async add(batch, lines) {
        added.push(`${batch}: ${Buffer.from(lines).toString("latin1")}`);
      },
      holds: async (batch) => batch === "a",
    });
    // A piece of a larger buffer, as the spool's files are read.
    expect(
      await ask({ no: 1, batch: "a", lines: Buffer.from("xx\xe9\n..", "latin1").subarray(2, 4) }),
    ).toEqual({
      no: 1,
      held: true,
    });
    expect(added).toEqual(["a: \xe9\n"]);
    expect(await ask({ no: 2, batch: "a" })).toEqual({ no: 2, held: true });
    expect(await ask({ no: 3, batch: "b" })).toEqual({ no: 3, held: false });
    port1.close();
  });

  it.each([
    [new Error("no room"), "Error: no room"],
    [Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), "Error: connect (ECONNREFUSED)"],
    [new AggregateError([new Error("::1"), new Error("127.0.0.1")]), "Error: ::1; Error: 127.0.0.1"],
    [new TypeError("odd", { cause: () => "cannot be cloned" }), "TypeError: odd"],
    ["a text", "a text"],
  ])("tells what went wrong: %s", async (error, text) => {
    const { ask, port1 } = served({ add: () => Promise.reject(error) });
    expect(await ask({ no: 1, batch: "a", lines: LINES })).toEqual({ no: 1, error: text });
    port1.close();
  });

  it("lets go of the queue and of its port at the end", async () => {
    const { port1, state } = served({});
    port1.postMessage({ no: 0, end: true });
    await once(port1, "close");
    expect(state.closed).toBe(true);
  });
});
