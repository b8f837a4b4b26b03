import { expect, it } from "vitest";
import { noTallies } from "./click-delta";
import { addTraits, type Tally, type Traits } from "./daily-gains";

/** Names that every plain object has of itself. */
const NAMES = ["constructor", "__proto__", "toString", "shop.example"];

const tallies = (tally: Tally) =>
  Object.assign(noTallies(), ...NAMES.map((name) => Object.fromEntries([[name, [...tally]]])));

it("adds up hosts that are called like an object's own parts", () => {
  const sum: Traits = {};
  addTraits(sum, { REFERRER: tallies([1, 1]) });
  addTraits(sum, { REFERRER: tallies([2, 0]) });
  expect(Object.entries(sum.REFERRER ?? {}).sort()).toEqual(NAMES.map((name) => [name, [3, 1]]).sort());
});

it("adds to what is stored, and takes away to nothing", () => {
  const stored: Traits = { REFERRER: { "shop.example": [5, 5] } };
  addTraits(stored, { REFERRER: tallies([1, 1]) });
  expect(JSON.parse(JSON.stringify(stored)).REFERRER["shop.example"]).toEqual([6, 6]);
  addTraits(stored, { REFERRER: tallies([-1, -1]) });
  expect(Object.entries(stored.REFERRER ?? {})).toEqual([["shop.example", [5, 5]]]);
});
