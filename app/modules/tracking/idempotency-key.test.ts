import { expect, it } from "vitest";
import { readIdempotencyKey } from "./idempotency-key";

it.each([
  [null, null],
  ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', "8e03978e-40d5-43dd-bc93-6894a57f9324"],
  ["8e03978e", "8e03978e"],
  ['"a\\"b\\\\c"', 'a"b\\c'],
  [" key ", "key"],
])("%s", (header, key) => {
  expect(readIdempotencyKey(header)).toBe(key);
});

it.each(["", '""', "x".repeat(256), "schlüssel"])("refuses %j", (header) => {
  expect(() => readIdempotencyKey(header)).toThrow(/Idempotency-Key/);
});
