import { describe, expect, it } from "vitest";
import { holdersAt, type NamePeriod } from "./name-holders";

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const period = (creatorId: string, since: number, until: number | null = null): NamePeriod => ({
  ...{ creatorId, since: day(since), until: until === null ? null : day(until) },
});

describe("who bore a name", () => {
  it.each([
    ["nobody gave it", [], 5, { holder: null, rivals: [] }],
    [
      "one gave it later: the account is older than its registration",
      [period("a", 9)],
      5,
      { holder: "a", rivals: [] },
    ],
    ["two at a time", [period("b", 3), period("a", 2)], 5, { holder: "a", rivals: ["b"] }],
    [
      "given up, and taken by another later",
      [period("a", 1, 4), period("b", 6)],
      5,
      { holder: null, rivals: [] },
    ],
    ["taken by another", [period("a", 1, 4), period("b", 6)], 7, { holder: "b", rivals: [] }],
    ["nobody knows who was first", [period("b", 2), period("a", 2)], 5, { holder: null, rivals: ["a", "b"] }],
    ["nor before either", [period("b", 2), period("a", 2)], 1, { holder: null, rivals: ["a", "b"] }],
    [
      "both of them before a third",
      [period("c", 3), period("b", 2), period("a", 2)],
      5,
      { holder: null, rivals: ["a", "b", "c"] },
    ],
  ] as const)("%s", (_, periods, at, expected) => {
    expect(holdersAt([...periods], day(at))).toEqual(expected);
    expect(holdersAt([...periods].reverse(), day(at))).toEqual(expected);
  });
});
