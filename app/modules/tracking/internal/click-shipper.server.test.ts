import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { thisProcess } from "~/platform/process-mark.server";
import { clickLine } from "../click";
import { queueCarrier } from "../click-carrier.server";
import { type Receipts, readBatchName } from "./click-receipts.server";
import { ClickShipper, type ShipperOptions } from "./click-shipper.server";
import { ClickSpool } from "./click-spool.server";
import { SpoolFolder } from "./spool-folder.server";

const log = pino({ level: "silent" });
const MINUTE = 60_001;

type Job = { batch: string; clicks: string };

/** Queue, worker and database as the shipper sees them; the test decides what fails. */
function world() {
  const jobs = new Map<string, Job>();
  const receipts = new Set<string>();
  /** Lines in the figures. The worker knows rows by their click id, so a line is there or it is not. */
  const counted = new Set<string>();
  /** What each batch carried when it was added first. */
  const carried = new Map<string, string>();
  const state = { queue: "well" as "well" | "away" | "silent", database: true, adds: 0 };
  const queue: Parameters<typeof queueCarrier>[0] = {
    async add(_name, data, options) {
      if (state.queue === "away") throw new Error("the queue is away");
      state.adds += 1;
      const id = options?.jobId ?? "";
      const job = data as Job;
      expect(id).toBe(job.batch);
      // A receipt speaks for a name: the name must stand for the same lines for ever.
      expect(carried.get(id) ?? job.clicks).toBe(job.clicks);
      carried.set(id, job.clicks);
      if (!jobs.has(id)) jobs.set(id, job);
      if (state.queue === "silent") throw new Error("the queue's answer was lost");
      return undefined as never;
    },
    async getJobState(id) {
      if (state.queue === "away") throw new Error("the queue is away");
      return jobs.has(id) ? "waiting" : "unknown";
    },
  };
  const asked = <Result>(result: Result) =>
    state.database ? Promise.resolve(result) : Promise.reject(new Error("the database is away"));
  const table: Receipts = {
    among: (batches) => asked(batches.filter((batch) => receipts.has(batch))),
    ofSegment: (id) => asked([...receipts].filter((batch) => batch.startsWith(`${id}.`))),
    forget: (batches) => asked(batches).then((names) => names.forEach((name) => void receipts.delete(name))),
  };
  /** The worker's transaction: the lines that are new, and the receipt; nothing where there is one already. */
  function work(at: number, finish = true): void {
    const job = [...jobs.values()][at % Math.max(1, jobs.size)];
    if (!job || !state.database) return;
    if (finish) jobs.delete(job.batch);
    if (receipts.has(job.batch)) return;
    receipts.add(job.batch);
    for (const line of job.clicks.split("\n").slice(0, -1)) counted.add(line);
  }
  return { jobs, receipts, counted, state, queue, table, work };
}

let lines = 0;
/** A line as the redirect makes it, unlike any other, without its line break. */
function aLine(): string {
  lines += 1;
  return clickLine({
    id: lines.toString(16).padStart(32, "0"),
    linkId: "0".repeat(32),
    visitorHash: "0".repeat(16),
    networkHash: "0".repeat(8),
    signals: 0,
    country: "ID",
    language: "id",
    step: 0,
    referrerHost: null,
    agent: "x".repeat(lines % 40),
  }).slice(0, -1);
}

/** A process: spool and shipper on a folder below `root`. */
async function aProcess(root: string, at: ReturnType<typeof world>, options: Partial<ShipperOptions> = {}) {
  const folder = await SpoolFolder.open(root, log);
  const disk = { failing: false };
  const spool = new ClickSpool({
    disk: {
      fileOf: (id) => folder.fileOf(id),
      remove: (id) => folder.remove(id),
      async create(id) {
        const file = await folder.create(id);
        return new Proxy(file, {
          get(target, name) {
            if (name === "write" && disk.failing) {
              // Half of it arrives, as on a disk that fills up.
              return async (bytes: Buffer, from: number, length: number, position: number) => {
                if (length < 2) throw new Error("no space");
                return await target.write(bytes, from, length >> 1, position);
              };
            }
            const value: unknown = Reflect.get(target, name);
            return typeof value === "function" ? value.bind(target) : value;
          },
        });
      },
    },
    log,
    maxBytes: 1 << 20,
    segmentBytes: 900,
    restMs: 0,
  });
  await spool.open();
  const shipper = new ClickShipper({
    spool,
    carrier: queueCarrier(at.queue),
    receipts: at.table,
    log,
    batchBytes: 400,
    windowBatches: 4,
    ...options,
  });
  spool.adopt(await folder.adopt());
  return { folder, spool, shipper, disk };
}

/** kill -9: the lock now names a process that is gone, and what was being written may be there in part. */
async function kill(process: Awaited<ReturnType<typeof aProcess>>, torn: string): Promise<void> {
  const open = process.spool.segments.find((segment) => !segment.closed);
  await process.spool.close();
  if (open) appendFileSync(open.path, torn);
  const mark = { ...thisProcess(), started: `${thisProcess().started}0` };
  writeFileSync(path.join(process.folder.path, "lock.json"), JSON.stringify(mark));
}

async function inFolder(work: (root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), "gaung-ship-"));
  try {
    await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe("ClickShipper", () => {
  it("ships what is durable under names that say where it is, and removes a file only when all of it is counted", () =>
    inFolder(async (root) => {
      const at = world();
      const { spool, shipper, folder } = await aProcess(root, at);
      const all = Array.from({ length: 5 }, aLine);
      for (const line of all) await spool.append(`${line}\n`);
      await spool.closeOld(Date.now(), true);
      while (await shipper.shipNext());
      const ranges = [...at.jobs.keys()].map(readBatchName);
      expect(ranges.length).toBeGreaterThan(1);
      expect([...at.jobs.values()].map(({ clicks }) => clicks).join("")).toBe(`${all.join("\n")}\n`);
      at.work(0);
      await shipper.settle(Date.now());
      expect(spool.bytes).toBeGreaterThan(0);
      while (at.jobs.size > 0) at.work(0);
      await shipper.settle(Date.now());
      expect(spool.bytes).toBe(0);
      expect(
        readdirSync(folder.path).filter((name) => name.startsWith(spool.segments[0]?.id ?? "-")),
      ).toEqual([]);
      expect(at.receipts.size).toBe(0);
      expect([...at.counted]).toEqual(all);
      await spool.close();
    }));

  it("adds a batch again that the queue has lost, and leaves one alone that waits there", () =>
    inFolder(async (root) => {
      const at = world();
      const { spool, shipper } = await aProcess(root, at);
      await spool.append(`${aLine()}\n`);
      await shipper.shipNext();
      await shipper.settle(Date.now() + MINUTE);
      expect(at.state.adds).toBe(1);
      at.jobs.clear(); // FLUSHALL
      await shipper.settle(Date.now() + 1_000);
      expect(at.jobs.size).toBe(0);
      await shipper.settle(Date.now() + 3 * MINUTE);
      expect(at.jobs.size).toBe(1);
      expect(shipper.counts.again).toBe(1);
      await spool.close();
    }));

  it("leaves on the disk what the queue need not hold yet", () =>
    inFolder(async (root) => {
      const at = world();
      const { spool, shipper } = await aProcess(root, at);
      for (let index = 0; index < 40; index += 1) await spool.append(`${aLine()}\n`);
      while (await shipper.shipNext());
      expect(at.jobs.size).toBe(4);
      at.work(0);
      await shipper.settle(Date.now());
      while (await shipper.shipNext());
      expect(at.jobs.size).toBe(4);
      await spool.close();
    }));

  it("ships a lone click at once, by itself", () =>
    inFolder(async (root) => {
      const at = world();
      const { spool, shipper } = await aProcess(root, at, { receiptMs: 20 });
      shipper.start();
      await new Promise((resolve) => setTimeout(resolve, 30));
      const from = performance.now();
      await spool.append(`${aLine()}\n`);
      while (at.jobs.size === 0 && performance.now() - from < 2_000)
        await new Promise((resolve) => setTimeout(resolve, 2));
      expect(performance.now() - from).toBeLessThan(90);
      const stopped = shipper.stop(3_000);
      at.work(0);
      await spool.close();
      await stopped;
      expect(spool.bytes).toBe(0);
    }));

  it("stops within its time when the queue is away, and leaves the clicks to the next process", () =>
    inFolder(async (root) => {
      const at = world();
      const first = await aProcess(root, at);
      at.state.queue = "away";
      first.shipper.start();
      const line = aLine();
      await first.spool.append(`${line}\n`);
      await first.spool.close();
      await first.shipper.stop(200);
      await kill(first, "");
      at.state.queue = "well";
      const second = await aProcess(root, at);
      await second.shipper.shipNext();
      at.work(0);
      expect([...at.counted]).toEqual([line]);
      await second.spool.close();
    }));
});

type Step =
  | { kind: "append"; count: number }
  | { kind: "failingAppend"; count: number }
  | { kind: "ship" | "settle" | "settleLater" | "rotate" | "flushQueue" }
  | { kind: "work"; at: number; finish: boolean }
  | { kind: "queue"; state: "well" | "away" | "silent" }
  | { kind: "database"; well: boolean }
  | { kind: "crash"; whole: number; tail: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("append" as const), count: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("failingAppend" as const),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 6, arbitrary: fc.constant({ kind: "ship" as const }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("work" as const), at: fc.nat(9), finish: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.constantFrom({ kind: "settle" as const }, { kind: "settleLater" as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "rotate" as const }, { kind: "flushQueue" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("queue" as const),
      state: fc.constantFrom("well" as const, "away" as const, "silent" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("database" as const), well: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("crash" as const),
      whole: fc.nat(2),
      tail: fc.constantFrom("", "0123456789abcdef", "\0\0\0\0", "half a line\n", "\0\n\0"),
    }),
  },
);

/*
 * What holds whatever happens in whatever order, once disk, queue, worker and database are well again:
 * 1. every line whose append succeeded (its visitor got a 302) is counted;
 * 2. no line whose append failed (its visitor was sent on by a 307) is counted, as long as the disk took the half back;
 * 3. besides, only lines may be counted that were whole on the disk when the process was killed (no answer was seen);
 * 4. the spool becomes empty, nothing that is no line is ever shipped, and a batch's name stands for the same lines
 *    for ever. (That rows are counted once, though batches may overlap after a crash, is the worker's part.)
 */
it("loses nothing and makes nothing up, whatever fails in whatever order", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) =>
      inFolder(async (root) => {
        const at = world();
        const answered = new Set<string>();
        const refused = new Set<string>();
        const unanswered = new Set<string>();
        let process = await aProcess(root, at);
        const some = (count: number) => Array.from({ length: count }, aLine);
        const tolerant = (work: Promise<unknown>) =>
          work.then(
            () => true,
            () => false,
          );
        for (const one of steps) {
          if (one.kind === "append" || one.kind === "failingAppend") {
            const batch = some(one.count);
            process.disk.failing = one.kind === "failingAppend";
            const stored = await tolerant(process.spool.append(`${batch.join("\n")}\n`));
            process.disk.failing = false;
            for (const line of batch) (stored ? answered : refused).add(line);
          } else if (one.kind === "ship") await tolerant(process.shipper.shipNext());
          else if (one.kind === "settle") await tolerant(process.shipper.settle(Date.now()));
          else if (one.kind === "settleLater") await tolerant(process.shipper.settle(Date.now() + MINUTE));
          else if (one.kind === "rotate") await process.spool.closeOld(Date.now(), true);
          else if (one.kind === "flushQueue") at.jobs.clear();
          else if (one.kind === "work") at.work(one.at, one.finish);
          else if (one.kind === "queue") at.state.queue = one.state;
          else if (one.kind === "database") at.state.database = one.well;
          else if (one.kind === "crash") {
            const whole = some(one.whole);
            for (const line of whole) unanswered.add(line);
            await kill(process, `${whole.map((line) => `${line}\n`).join("")}${one.tail}`);
            process = await aProcess(root, at);
          }
        }
        at.state.queue = "well";
        at.state.database = true;
        await process.spool.close();
        for (let round = 1; process.spool.segments.length > 0; round += 1) {
          if (round > 300) throw new Error("the spool does not become empty");
          while (await process.shipper.shipNext());
          while (at.jobs.size > 0) at.work(0);
          await process.shipper.settle(Date.now() + round * MINUTE);
        }
        for (const line of answered) expect(at.counted.has(line)).toBe(true);
        for (const line of refused) expect(at.counted.has(line)).toBe(false);
        for (const line of at.counted) expect(answered.has(line) || unanswered.has(line)).toBe(true);
        expect(process.spool.bytes).toBe(0);
      }),
    ),
    { numRuns: 150 },
  );
});
