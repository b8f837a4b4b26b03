import { expect, it } from "vitest";
import { REASONS, reasonOf } from "./reasons";

/** As they stand in rows. Append here; never change a line. */
const GIVEN_OUT = {
  "ua:browser": 1,
  "ua:in-app": 2,
  "ua:empty": 3,
  "ua:preview": 4,
  "ua:http-library": 5,
  "ua:isbot": 6,
  "ua:not-a-browser": 7,
  "method:head": 8,
  "prefetch:header": 9,
  "staff:device": 10,
  "repeat:window": 11,
  "rate:visitor-link": 12,
  "rate:visitor": 13,
  "headers:from": 14,
  "headers:headless": 15,
  "headers:fetch-dest": 16,
  "headers:fetch-mode": 17,
  "headers:hints": 18,
  "headers:bare": 19,
  "ua:robot": 20,
  "ua:headless": 21,
  "ua:malformed": 22,
  "ua:app": 23,
  "ua:service": 24,
};

it("never changes what a number in a row means", () => {
  expect(REASONS).toEqual(GIVEN_OUT);
});

it("gives each reason a number of its own that fits a smallint", () => {
  const codes = Object.values(REASONS);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code > 0 && code <= 32_767).toBe(true);
});

it("reads rows back, and does not guess", () => {
  for (const [reason, code] of Object.entries(REASONS)) expect(reasonOf(code)).toBe(reason);
  expect(() => reasonOf(32_767)).toThrow(RangeError);
});
