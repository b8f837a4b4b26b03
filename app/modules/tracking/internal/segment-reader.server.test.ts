import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readChunk } from "./segment-reader.server";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gaung-segment-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function aSegment(text: string, size = text.length) {
  const file = path.join(folder, "one.clicks");
  writeFileSync(file, text, "latin1");
  return { id: "one", path: file, size, closed: true, adopted: false, since: 0 };
}

it("reads whole lines, as many as fit", async () => {
  const chunk = await readChunk(aSegment("one\ntw\xe9\nthree\n"), 4, 14, 7);
  expect(chunk).toMatchObject({ start: 4, end: 8, dropped: 0 });
  expect(chunk.lines.toString("latin1")).toBe("tw\xe9\n");
});

it.each([
  ["gone", ""],
  ["cut within a line", "one\ntw"],
])("refuses a file of which something is %s", async (_, left) => {
  await expect(readChunk(aSegment(left, 100), 4, 100, 100)).rejects.toThrow("is shorter than");
});
