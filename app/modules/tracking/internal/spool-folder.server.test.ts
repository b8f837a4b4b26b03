import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { thisProcess } from "~/platform/process-mark.server";
import { SpoolFolder } from "./spool-folder.server";

const log = pino({ level: "silent" });
const ID = (digit: number) => `0190000000007000800000000000000${digit}`;
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "gaung-spool-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A folder as a process of this mark leaves it when it is killed. */
function leave(name: string, lock: string | null, files: Record<string, string>): string {
  const folder = path.join(root, name);
  mkdirSync(folder);
  if (lock !== null) writeFileSync(path.join(folder, "lock.json"), lock);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return folder;
}
const dead = JSON.stringify({ ...thisProcess(), started: `${thisProcess().started}0` });
const old = new Date(Date.now() - 3_600_000);

it("takes over what killed processes of this host left, oldest first, and clears their folders away", async () => {
  leave("1-a", dead, { [`${ID(3)}.clicks`]: "c\n", [`${ID(1)}.clicks`]: "aa\n", [`${ID(2)}.clicks`]: "" });
  leave("1-b", dead, {});
  const folder = await SpoolFolder.open(root, log);
  const found = await folder.adopt();
  expect(found.map(({ id, size }) => [id, size])).toEqual([
    [ID(1), 3],
    [ID(3), 2],
  ]);
  expect(readFileSync(folder.fileOf(ID(1)), "utf8")).toBe("aa\n");
  expect(readdirSync(root)).toEqual([path.basename(folder.path)]);
  expect(await folder.adopt()).toEqual([]);
});

it("takes of a file that was zeroed ahead what was written, up to a gap", async () => {
  const zeros = "\0".repeat(2_000_000);
  leave("1-a", dead, {
    [`${ID(1)}.clicks`]: `aa\nb${zeros}`,
    [`${ID(2)}.clicks`]: zeros,
    // A batch of which only the last block reached the disk: nobody was answered for it.
    [`${ID(3)}.clicks`]: `c\n${"\0".repeat(4_096)}torn\n${zeros}`,
  });
  const folder = await SpoolFolder.open(root, log);
  expect((await folder.adopt()).map(({ id, size }) => [id, size])).toEqual([
    [ID(1), 4],
    [ID(3), 2],
  ]);
  expect(readdirSync(folder.path).sort()).toEqual([`${ID(1)}.clicks`, `${ID(3)}.clicks`, "lock.json"]);
});

it("makes files with room in them, which each write turns into lines", async () => {
  const folder = await SpoolFolder.open(root, log);
  const file = await folder.create(ID(1), 3_000_000);
  await file.write(Buffer.from("a\n"), 0, 2, 0);
  await file.close();
  const bytes = readFileSync(folder.fileOf(ID(1)));
  expect([bytes.length, bytes.subarray(0, 3).toString("latin1")]).toEqual([3_000_000, "a\n\0"]);
});

it("never touches a living process's folder, another host's, or one that still beats in another container", async () => {
  const living = await SpoolFolder.open(root, log);
  const file = await living.create(ID(1));
  await file.close();
  leave("1-else", JSON.stringify({ ...thisProcess(), host: "another" }), { [`${ID(2)}.clicks`]: "b\n" });
  leave("1-hidden", JSON.stringify({ ...thisProcess(), space: "pid:[1]" }), { [`${ID(3)}.clicks`]: "c\n" });
  leave("1-nolock", null, { [`${ID(4)}.clicks`]: "d\n" });
  const folder = await SpoolFolder.open(root, log);
  expect(await folder.adopt()).toEqual([]);
  expect(await folder.elsewhere()).toEqual(["1-else"]);
  expect(readdirSync(living.path).sort()).toEqual([`${ID(1)}.clicks`, "lock.json"]);
});

it("takes over a hidden process's folder when it has not beaten for long, and one whose lock is spoiled", async () => {
  const hidden = leave("1-hidden", JSON.stringify({ ...thisProcess(), space: "pid:[1]" }), {
    [`${ID(1)}.clicks`]: "a\n",
  });
  utimesSync(path.join(hidden, "lock.json"), old, old);
  const spoiled = leave("1-spoiled", "", { [`${ID(2)}.clicks`]: "b\n" });
  utimesSync(spoiled, old, old);
  const folder = await SpoolFolder.open(root, log);
  expect((await folder.adopt()).map(({ id }) => id)).toEqual([ID(1), ID(2)]);
});

it("gives each file to one of two that look at once", async () => {
  const names = Array.from({ length: 9 }, (_, at) => `${ID(at)}.clicks`);
  leave("1-a", dead, Object.fromEntries(names.map((name) => [name, "x\n"])));
  const [one, two] = await Promise.all([SpoolFolder.open(root, log), SpoolFolder.open(root, log)]);
  const first = await Promise.all([one.adopt(), two.adopt()]);
  // Whoever lost a race gave up for this time; the next look finds the rest.
  const found = [...first.flat(), ...(await one.adopt()), ...(await two.adopt())];
  const held = [one, two]
    .flatMap((folder) => readdirSync(folder.path))
    .filter((name) => name !== "lock.json");
  expect(held.sort()).toEqual(names);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  expect(found).toHaveLength(names.length);
});

it("goes when it is empty, and is free for others when clicks are left", async () => {
  const folder = await SpoolFolder.open(root, log);
  writeFileSync(folder.fileOf(ID(1)), "a\n");
  const other = await SpoolFolder.open(root, log);
  expect(await other.adopt()).toEqual([]);
  await folder.close();
  expect((await other.adopt()).map(({ id }) => id)).toEqual([ID(1)]);
  await other.remove(ID(1));
  await other.close();
  expect(readdirSync(root)).toEqual([]);
});
