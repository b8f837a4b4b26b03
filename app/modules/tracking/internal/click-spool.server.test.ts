import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClickSpool, type SpoolDisk, type SpoolOptions } from "./click-spool.server";
import { SpoolFolder } from "./spool-folder.server";

const lines: string[] = [];
const log = pino({ level: "error" }, { write: (line: string) => void lines.push(line) });
let root: string;
let folder: SpoolFolder;
beforeEach(async () => {
  lines.length = 0;
  root = mkdtempSync(path.join(tmpdir(), "gaung-spool-"));
  folder = await SpoolFolder.open(root, log);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function open(options: Partial<SpoolOptions> = {}): Promise<ClickSpool> {
  const spool = new ClickSpool({ disk: folder, log, maxBytes: 1 << 20, ...options });
  await spool.open();
  return spool;
}
const files = (spool: ClickSpool) => spool.segments.map(({ path }) => readFileSync(path, "latin1"));
/** Without the room that was made ahead. */
const texts = (spool: ClickSpool) => files(spool).map((text) => text.replace(/\0+$/, ""));
const noSpace = () => Object.assign(new Error("no space left on device"), { code: "ENOSPC" });

/** A disk that writes `allowed` bytes in all and then refuses, half way through a write if need be. */
function fullDisk(allowed: number, also: { truncate?: boolean } = {}) {
  const state = { left: allowed, creates: true };
  const disk: SpoolDisk = {
    fileOf: (id) => folder.fileOf(id),
    remove: (id) => folder.remove(id),
    async create(id) {
      if (!state.creates) throw noSpace();
      const file = await folder.create(id);
      return new Proxy(file, {
        get(target, name: keyof FileHandle) {
          if (name === "write") {
            return async (bytes: Buffer, from: number, length: number, at: number) => {
              if (state.left === 0) throw noSpace();
              const taken = Math.min(length, state.left);
              state.left -= taken;
              return await target.write(bytes, from, taken, at);
            };
          }
          if (name === "truncate" && also.truncate) return () => Promise.reject(noSpace());
          const value = target[name];
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
    },
  };
  return { disk, state };
}

describe("ClickSpool", () => {
  it("holds lines in files of limited size, byte for byte", async () => {
    const spool = await open({ segmentBytes: 8 });
    for (const text of ["one\n", "two\n", "\u00ff\u0080 three\n", "four\n"]) await spool.append(text);
    expect(texts(spool)).toEqual(["one\ntwo\n", "\u00ff\u0080 three\n", "four\n"]);
    expect(spool.segments.map(({ closed }) => closed)).toEqual([true, true, false]);
    expect(spool.bytes).toBe(22);
    await spool.close();
    expect(spool.segments.every(({ closed }) => closed)).toBe(true);
    expect(readdirSync(folder.path)).toHaveLength(4); // three files and the lock: the spare one is gone
  });

  it("makes room ahead once files are full before their time, and gives back what is not needed", async () => {
    const spool = await open({ segmentBytes: 1_000, segmentMs: 60_000 });
    for (let at = 0; at < 5; at += 1) await spool.append(`${"x".repeat(999)}\n`);
    await spool.append("last\n");
    const written = () => files(spool).map((text) => text.length);
    expect(written()).toEqual([1_000, 1_000, 1_000, 1_000, 1_000, 1_000]);
    expect(spool.bytes).toBe(5_005);
    await spool.close();
    expect(written()).toEqual([1_000, 1_000, 1_000, 1_000, 1_000, 5]);
  });

  it("closes a file by its age, also when nothing more comes", async () => {
    const spool = await open({ segmentMs: 1_000 });
    await spool.append("a\n");
    await spool.closeOld(Date.now() + 500);
    expect(spool.segments[0]?.closed).toBe(false);
    await spool.closeOld(Date.now() + 1_500);
    expect(spool.segments[0]?.closed).toBe(true);
    await spool.append("b\n");
    expect(texts(spool)).toEqual(["a\n", "b\n"]);
    await spool.close();
  });

  it("takes no more than it may, and more once something was counted", async () => {
    const spool = await open({ maxBytes: 6, segmentBytes: 4 });
    await spool.append("one\n");
    await expect(spool.append("two\n")).rejects.toThrow("full");
    await spool.append("x\n");
    expect(spool.trouble).toBe("the spool is full");
    const [first] = spool.segments;
    if (!first) throw new Error("no segment");
    await spool.remove(first);
    expect(spool.trouble).toBeNull();
    await spool.append("two\n");
    expect(texts(spool)).toEqual(["x\ntwo\n"]);
    await spool.close();
  });

  it("cuts a half-written batch off when the disk is full, rests, and recovers by itself", async () => {
    const { disk, state } = fullDisk(9);
    const spool = await open({ disk, restMs: 60 });
    await spool.append("first\n");
    await expect(spool.append("second\n")).rejects.toThrow("no space");
    // Written were "sec": nobody shall count that, nor half a line.
    expect(texts(spool)).toEqual(["first\n"]);
    expect(spool.trouble).toBe("the spool cannot be written");
    state.left = 100;
    await expect(spool.append("third\n")).rejects.toThrow("rests");
    await new Promise((resolve) => setTimeout(resolve, 80));
    await spool.append("fourth\n");
    expect(spool.trouble).toBeNull();
    expect(texts(spool)).toEqual(["first\n", "fourth\n"]);
    expect(spool.bytes).toBe(13);
    await spool.close();
  });

  it("never shows more than what is good, even where the disk does not take the half back", async () => {
    const { disk } = fullDisk(9, { truncate: true });
    const spool = await open({ disk });
    await spool.append("first\n");
    await expect(spool.append("second\n")).rejects.toThrow();
    expect(spool.segments.map(({ size, closed }) => [size, closed])).toEqual([[6, true]]);
  });

  it("has many written at once in the order of their places, whoever comes back first", async () => {
    const spool = await open({ segmentBytes: 40 });
    const expected = Array.from({ length: 30 }, (_, at) => `line ${String(at).padStart(2, "0")}\n`);
    await Promise.all(expected.map((line) => spool.append(line)));
    expect(texts(spool).join("")).toBe(expected.join(""));
    expect(texts(spool).every((text) => text.length === 40)).toBe(true);
    expect(spool.bytes).toBe(240);
    await spool.close();
    expect(spool.segments.every(({ closed, size }) => closed && size === 40)).toBe(true);
  });

  it("gives up what lies behind a write that failed, and nothing before it", async () => {
    const { disk, state } = fullDisk(14);
    const spool = await open({ disk, restMs: 0 });
    const results = await Promise.allSettled(["first\n", "second\n", "third\n"].map((l) => spool.append(l)));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    state.left = 6;
    const more = ["fourth\n", "x\n", "y\n"].map((line) => spool.append(line));
    expect((await Promise.allSettled(more)).map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
    state.left = 100;
    await spool.append("fifth\n");
    expect(texts(spool)).toEqual(["first\nsecond\n", "fifth\n"]);
    expect(spool.bytes).toBe(19);
    await spool.close();
  });

  it("survives a disk that makes no files, and complains once a second at most", async () => {
    const { disk, state } = fullDisk(1_000);
    const spool = await open({ disk, segmentBytes: 1, restMs: 0 });
    await spool.append("a\n");
    await new Promise((resolve) => setTimeout(resolve, 20)); // the next file is made ahead
    state.creates = false;
    await spool.append("b\n");
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(spool.append("c\n")).rejects.toThrow("no space");
    expect(lines).toHaveLength(1);
    state.creates = true;
    await spool.append("d\n");
    expect(texts(spool)).toEqual(["a\n", "b\n", "d\n"]);
    await spool.close();
  });
});
