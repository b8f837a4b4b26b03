import { expect, it } from "vitest";
import { LinkMemory } from "./link-memory";

const entry = (code: string, state = "live") => ({ code, state });
const mapOf = (...codes: string[]) => new Map(codes.map((code) => [code, entry(code)]));

it("holds the newest, and beyond them only those clicked last", () => {
  const memory = new LinkMemory<ReturnType<typeof entry>>(8);
  expect(memory.room).toBe(6);
  memory.replace(mapOf("n1", "n2", "n3", "n4", "n5", "n6"));
  for (let at = 0; at < 100; at += 1) memory.put(entry(`old${at}`));
  expect(memory.size).toBeLessThanOrEqual(8);
  expect(memory.find("n1")?.code).toBe("n1");
  expect(memory.find("old99")?.code).toBe("old99");
  expect(memory.find("old1")).toBeUndefined();
});

it("takes a change wherever the link is held", () => {
  const memory = new LinkMemory<ReturnType<typeof entry>>(8);
  memory.replace(mapOf("n1", "n2", "n3", "n4", "n5", "n6"));
  memory.put(entry("old"));
  for (const code of ["n1", "old"]) {
    memory.put(entry(code, "paused"));
    expect(memory.find(code)?.state).toBe("paused");
  }
});

it("fills up with what comes while there is room, and keeps what was clicked when all is read anew", () => {
  const memory = new LinkMemory<ReturnType<typeof entry>>(8);
  memory.put(entry("first"));
  expect(memory.find("first")?.code).toBe("first");
  memory.replace(mapOf("n1", "n2", "n3", "n4", "n5", "n6"));
  expect(memory.find("first")).toBeUndefined();
  memory.put(entry("old"));
  memory.replace(mapOf("n1", "n2", "n3", "n4", "n5", "n6"));
  expect([memory.find("old")?.code, memory.clicked()]).toEqual(["old", ["old"]]);
});

it("holds the links that were clicked last, however often all of them are read anew", () => {
  const memory = new LinkMemory<ReturnType<typeof entry>>(16);
  memory.replace(new Map(Array.from({ length: memory.room }, (_, at) => [`n${at}`, entry(`n${at}`)])));
  for (const code of ["a", "b", "c"]) memory.put(entry(code));
  for (let times = 0; times < 5; times += 1)
    for (const code of memory.clicked()) memory.put(entry(code, `read ${times}`));
  expect(["a", "b", "c"].map((code) => memory.find(code)?.state)).toEqual(["read 4", "read 4", "read 4"]);
});
