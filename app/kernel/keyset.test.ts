import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "./app-error";
import { decodeCursor, encodeCursor, toPage } from "./keyset";

describe("cursors", () => {
  it("come back as they went, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.constant(null)),
        fc.uuid(),
        (key, id) => {
          const text = encodeCursor([key, id]);
          expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
          expect(decodeCursor(text)).toEqual([key, id]);
        },
      ),
    );
  });

  it.each(["x", "%%%", "bnVsbA", "W10"])("refuse «%s», which we did not make", (text) => {
    expect(() => decodeCursor(text)).toThrow(AppError);
  });

  it("are none for the first page", () => {
    expect(decodeCursor(null)).toBeNull();
    expect(decodeCursor("")).toBeNull();
  });
});

describe("toPage", () => {
  const keyOf = (row: number): [number, string] => [row, String(row)];

  it("points to the last row kept when there are more", () => {
    const page = toPage([1, 2, 3], 2, keyOf);
    expect(page.rows).toEqual([1, 2]);
    expect(decodeCursor(page.next)).toEqual([2, "2"]);
  });

  it("ends where there are none", () => {
    expect(toPage([1, 2], 2, keyOf).next).toBeNull();
    expect(toPage([], 2, keyOf)).toEqual({ rows: [], next: null });
  });
});
