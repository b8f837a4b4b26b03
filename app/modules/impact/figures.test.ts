import { describe, expect, it } from "vitest";
import { change, periodBefore, ratio } from "./figures";

describe("ratio", () => {
  it("divides", () => expect(ratio(3, 12)).toBe(0.25));
  it.each([
    [null, 12],
    [3, null],
    [0, 0],
  ])("says nothing of %s in %s", (part, whole) => expect(ratio(part, whole)).toBeNull());
});

describe("change", () => {
  it("is a ratio of the earlier figure", () => {
    expect(change(150, 120)).toBe(0.25);
    expect(change(0, 80)).toBe(-1);
  });
  it("is none where nobody would notice it", () => expect(change(9_970, 10_000)).toBe(0));
  it("is unknown after nothing", () => {
    expect(change(5, 0)).toBeNull();
    expect(change(5, null)).toBeNull();
    expect(change(null, 5)).toBeNull();
  });
});

describe("periodBefore", () => {
  it("ends the day before and is as long", () => {
    expect(periodBefore({ from: "2026-03-01", to: "2026-03-28", zone: "Asia/Jayapura" })).toEqual({
      from: "2026-02-01",
      to: "2026-02-28",
      zone: "Asia/Jayapura",
    });
  });
});
