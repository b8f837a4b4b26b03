import pino from "pino";
import { describe, expect, it } from "vitest";
import { type BatcherOptions, ClickBatcher } from "./click-batcher.server";

const log = pino({ level: "silent" });

type Call = { clicks: string[]; done: () => void; fail: () => void };

/** A queue whose answers the test gives by hand. */
function setUp(options: Partial<BatcherOptions<string>> = {}) {
  const calls: Call[] = [];
  const settled: [string, boolean][] = [];
  const batcher = new ClickBatcher<string>({
    store: (text) =>
      new Promise((resolve, reject) => {
        calls.push({
          clicks: text.split(";"),
          done: () => resolve(undefined),
          fail: () => reject(new Error("away")),
        });
      }),
    settle: (waiter, stored) => settled.push([waiter, stored]),
    log,
    lanes: 1,
    ...options,
  });
  const add = (...names: string[]) => names.map((name) => batcher.add(name, `visitor ${name}`));
  return { batcher, calls, settled, add };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("ClickBatcher", () => {
  it("sends those that come together together, and settles none before they are stored", async () => {
    const { calls, settled, add } = setUp();
    add("a", "b");
    await turn();
    expect(calls.map((call) => call.clicks)).toEqual([["a", "b"]]);
    expect(settled).toEqual([]);
    calls[0]?.done();
    await turn();
    expect(settled).toEqual([
      ["visitor a", true],
      ["visitor b", true],
    ]);
  });

  it("collects the next batch while its lanes are taken", async () => {
    const { calls, add } = setUp({ lanes: 2 });
    for (const name of ["a", "b", "c", "d"]) {
      add(name);
      await turn();
    }
    expect(calls.map((call) => call.clicks)).toEqual([["a"], ["b"]]);
    calls[1]?.done();
    await turn();
    expect(calls.map((call) => call.clicks)).toEqual([["a"], ["b"], ["c", "d"]]);
  });

  it("never makes a batch larger than allowed", async () => {
    const { calls, add } = setUp({ maxBatch: 2, lanes: 9 });
    add("a", "b", "c", "d", "e");
    await turn();
    expect(calls.map((call) => call.clicks)).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  });

  it("tries again until it is stored", async () => {
    const { batcher, calls, settled, add } = setUp({ patienceMs: 5_000 });
    add("a");
    await turn();
    calls[0]?.fail();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(calls).toHaveLength(2);
    calls[1]?.done();
    await batcher.flush();
    expect(settled).toEqual([["visitor a", true]]);
    expect(batcher.down).toBe(false);
  });

  it("gives up after its patience, also when no answer comes at all, and then waits less", async () => {
    const { batcher, calls, settled, add } = setUp({ patienceMs: 120, patienceWhenDownMs: 40 });
    add("a");
    await batcher.flush();
    expect(settled).toEqual([["visitor a", false]]);
    expect(batcher.down).toBe(true);
    const from = Date.now();
    add("b");
    await batcher.flush();
    expect(Date.now() - from).toBeLessThan(110);
    expect(settled).toHaveLength(2);
    add("c");
    await turn();
    calls[2]?.done();
    await batcher.flush();
    expect(settled.at(-1)).toEqual(["visitor c", true]);
    expect(batcher.down).toBe(false);
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
