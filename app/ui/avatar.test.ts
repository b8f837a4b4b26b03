import { expect, it } from "vitest";
import { initialsOf } from "./avatar";

it.each([
  ["Siti Nur Aisyah", "SA"],
  ["made", "M"],
  ["  Bagas   Wicaksono ", "BW"],
  ["", ""],
])("%s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
