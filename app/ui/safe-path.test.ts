import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("safePath", () => {
  it.each(["/", "/kampanye?x=1&y=2#atas", "/a//b", "/masuk?ke=%2Fakun"])("keeps %s", (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/a\\..\\b",
    "/\t/evil.example",
    "evil",
    "",
    null,
    undefined,
    7,
  ])("refuses %s", (path) => {
    expect(safePath(path, "/beranda")).toBe("/beranda");
  });

  it("cannot be led out by dots", () => {
    expect(safePath("/../../etc")).toBe("/etc");
  });
});
