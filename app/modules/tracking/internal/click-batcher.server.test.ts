import pino from "pino";
import { describe, expect, it } from "vitest";
import { type BatcherOptions, ClickBatcher } from "./click-batcher.server";

const log = pino({ level: "silent" });

type Call = { lines: string; done: () => void; fail: () => void };

/** A spool whose answers the test gives by hand. */
function setUp(options: Partial<BatcherOptions<string>> = {}) {
  const calls: Call[] = [];
  const settled: [string, boolean][] = [];
  const batcher = new ClickBatcher<string>({
    store: (lines) =>
      new Promise((resolve, reject) => {
        calls.push({ lines, done: resolve, fail: () => reject(new Error("no space")) });
      }),
    settle: (waiter, stored) => settled.push([waiter, stored]),
    log,
    ...options,
  });
  const add = (...names: string[]) => names.map((name) => batcher.add(`${name}\n`, name));
  return { batcher, calls, settled, add };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("ClickBatcher", () => {
  it("writes those that come together together, and settles none before they are durable", async () => {
    const { calls, settled, add } = setUp();
    add("a", "b");
    await turn();
    expect(calls.map((call) => call.lines)).toEqual(["a\nb\n"]);
    expect(settled).toEqual([]);
    calls[0]?.done();
    await turn();
    expect(settled).toEqual([
      ["a", true],
      ["b", true],
    ]);
  });

  it("collects the next batch while one is being written, and writes one at a time", async () => {
    const { batcher, calls, add } = setUp();
    for (const name of ["a", "b", "c"]) {
      add(name);
      await turn();
    }
    expect(calls.map((call) => call.lines)).toEqual(["a\n"]);
    expect(batcher.waiting).toBe(3);
    calls[0]?.done();
    await turn();
    expect(calls.map((call) => call.lines)).toEqual(["a\n", "b\nc\n"]);
    expect(batcher.waiting).toBe(2);
  });

  it("writes several at once when enough have come, each settled by itself", async () => {
    const { batcher, calls, settled, add } = setUp({ enough: 2, lanes: 2 });
    add("a");
    await turn();
    add("b");
    await turn();
    expect(calls.map((call) => call.lines)).toEqual(["a\n"]);
    add("c");
    await turn();
    add("d", "e");
    await turn();
    expect(calls.map((call) => call.lines)).toEqual(["a\n", "b\nc\n"]);
    calls[1]?.done();
    await turn();
    expect(settled.map(([name]) => name)).toEqual(["b", "c"]);
    expect(calls.map((call) => call.lines)).toEqual(["a\n", "b\nc\n", "d\ne\n"]);
    calls[0]?.fail();
    calls[2]?.done();
    await batcher.flush();
    expect(settled.slice(2)).toEqual([
      ["a", false],
      ["d", true],
      ["e", true],
    ]);
  });

  it("never makes a batch larger than allowed", async () => {
    const { calls, add, batcher } = setUp({ maxBatch: 2 });
    add("a", "b", "c", "d", "e");
    for (let at = 0; at < 3; at += 1) {
      await turn();
      calls[at]?.done();
    }
    await batcher.flush();
    expect(calls.map((call) => call.lines)).toEqual(["a\nb\n", "c\nd\n", "e\n"]);
  });

  it("says which were not stored, and goes on with the next", async () => {
    const { batcher, calls, settled, add } = setUp();
    add("a");
    await turn();
    add("b");
    calls[0]?.fail();
    await turn();
    calls[1]?.done();
    await batcher.flush();
    expect(settled).toEqual([
      ["a", false],
      ["b", true],
    ]);
    expect(batcher.batches).toBe(1);
  });

  it("does not let visitors wait for a disk that hangs, and takes clicks again when it is back", async () => {
    const { batcher, calls, settled, add } = setUp({ patienceMs: 50 });
    add("a");
    await turn();
    add("b");
    await batcher.flush();
    expect(settled).toEqual([
      ["a", false],
      ["b", false],
    ]);
    expect(batcher.stalled).toBe(true);
    expect(add("c")).toEqual([false]);
    calls[0]?.done();
    await turn();
    expect(batcher.stalled).toBe(false);
    expect(add("d")).toEqual([true]);
    await turn();
    calls[1]?.done();
    await batcher.flush();
    // None is settled twice, and what was given up is not written.
    expect(settled.slice(2)).toEqual([["d", true]]);
    expect(calls.map((call) => call.lines)).toEqual(["a\n", "d\n"]);
  });

  it("turns away what is too much, and takes more once there is room", async () => {
    const { batcher, calls, add } = setUp({ maxWaiting: 2 });
    expect(add("a", "b", "c")).toEqual([true, true, false]);
    await turn();
    calls[0]?.done();
    await batcher.flush();
    expect(batcher.waiting).toBe(0);
    expect(add("d")).toEqual([true]);
  });
});
