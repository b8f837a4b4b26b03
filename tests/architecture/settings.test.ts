import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, "../..", file), "utf8");

test(".env.example explains exactly the settings that are read", () => {
  const schema = read("app/platform/env.server.ts");
  const settings = [...new Set([...schema.matchAll(/^ {4}([A-Z][A-Z_]+): /gm)].map((match) => match[1]))];
  const explained = [...read(".env.example").matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  expect(settings.length).toBeGreaterThan(10);
  expect(explained.sort()).toEqual(settings.sort());
});
