import { expect, it } from "vitest";
import { primaryLanguage } from "./language";

it.each([
  ["id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7", "id"],
  ["en;q=0.5, jv;q=0.9", "jv"],
  ["EN-us", "en"],
  ["*, su;q=0.2", "su"],
  ["in-ID", "id"],
  ["zh-Hant-TW", "zh"],
  ["ban-ID", "ban"],
  ["id;q=0, ms", "ms"],
  ["id; q = 0.4 , ms; q=0.3", "id"],
])("%s is %s", (header, language) => {
  expect(primaryLanguage(header)).toBe(language);
});

it.each([
  undefined,
  "",
  "*",
  "x",
  "i-klingon",
  "12-34",
  "id;q=0",
  "id;q=many",
  "id;q=2",
  ",,,;;;",
  "<script>",
  "bahasa",
])("null for %s", (header) => {
  expect(primaryLanguage(header)).toBeNull();
});

it("looks at a bounded part of an endless header", () => {
  const start = performance.now();
  expect(primaryLanguage(`${"*,".repeat(100_000)}id`)).toBeNull();
  expect(performance.now() - start).toBeLessThan(20);
});
