import { describe, expect, it } from "vitest";
import { readSort, sortQuery } from "./table";

const fallback = { key: "clicks", direction: "desc" } as const;

describe("readSort", () => {
  it("reads a column and its direction", () => {
    expect(readSort("-name", ["name"], fallback)).toEqual({ key: "name", direction: "desc" });
    expect(readSort("name", ["name"], fallback)).toEqual({ key: "name", direction: "asc" });
  });

  it("takes only columns that may be sorted", () => {
    expect(readSort("password; drop", ["name"], fallback)).toBe(fallback);
    expect(readSort(null, ["name"], fallback)).toBe(fallback);
  });
});

describe("sortQuery", () => {
  const params = new URLSearchParams("q=kopi&cursor=abc");

  it("begins with the largest and drops the page", () => {
    expect(sortQuery(params, "sales", fallback)).toBe("?q=kopi&sort=-sales");
  });

  it("turns round on the second press", () => {
    expect(sortQuery(params, "sales", { key: "sales", direction: "desc" })).toBe("?q=kopi&sort=sales");
    expect(sortQuery(params, "sales", { key: "sales", direction: "asc" })).toBe("?q=kopi&sort=-sales");
  });
});
