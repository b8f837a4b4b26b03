import { describe, expect, it } from "vitest";
import {
  MIN_STORY,
  missingForActivation,
  movePhotoIn,
  PRODUCT_STATUSES,
  STATUS_MACHINE,
  stepsFrom,
} from "./product";

describe("the life of a product", () => {
  it.each([
    ["DRAFT", ["activate", "archive"]],
    ["ACTIVE", ["archive"]],
    ["ARCHIVED", ["restore"]],
  ] as const)("%s allows %j", (status, steps) => {
    expect(stepsFrom(status)).toEqual(steps);
  });

  it("leaves no state without a way on, and no step that leads nowhere", () => {
    for (const status of PRODUCT_STATUSES) {
      expect(stepsFrom(status).every((step) => STATUS_MACHINE[step].to !== status)).toBe(true);
      expect(stepsFrom(status).length).toBeGreaterThan(0);
    }
  });

  it("never brings an archived product before the public without a look at it", () => {
    expect(stepsFrom("ARCHIVED").map((step) => STATUS_MACHINE[step].to)).not.toContain("ACTIVE");
  });
});

describe("missingForActivation", () => {
  const complete = { story: "a".repeat(MIN_STORY), photoCount: 1, listingCount: 1 };

  it.each([
    [{}, []],
    [{ photoCount: 0 }, ["photo"]],
    [{ story: ` ${"a".repeat(MIN_STORY - 1)} ` }, ["story"]],
    [{ listingCount: 0 }, ["listing"]],
    [{ story: "", photoCount: 0, listingCount: 0 }, ["photo", "story", "listing"]],
  ])("of %j is %j", (change, missing) => {
    expect(missingForActivation({ ...complete, ...change })).toEqual(missing);
  });
});

describe("movePhotoIn", () => {
  it.each([
    ["c", "first", ["c", "a", "b"]],
    ["b", "earlier", ["b", "a", "c"]],
    ["b", "later", ["a", "c", "b"]],
    ["a", "earlier", ["a", "b", "c"]],
    ["c", "later", ["a", "b", "c"]],
    ["x", "first", ["a", "b", "c"]],
  ] as const)("moves %s %s", (id, move, order) => {
    expect(movePhotoIn(["a", "b", "c"], id, move)).toEqual(order);
  });
});
