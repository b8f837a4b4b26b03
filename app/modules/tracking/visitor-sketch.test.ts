import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXACT_LIMIT, type Visitor, VisitorSketch, visitorOf } from "./visitor-sketch";

/** 64 well mixed bits of a number (splitmix, in two halves): cheap, so that many visitors can be counted. */
function visitor(index: number): Visitor {
  return visitorOf(mixed(index, 0x9e3779b9) + mixed(index, 0x85ebca6b));
}

function mixed(index: number, seed: number): string {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ seed;
  for (const factor of [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]) {
    bits = Math.imul(bits ^ (bits >>> 16), factor);
    bits = Math.imul(bits ^ (bits >>> 13), 0x165667b1);
  }
  return ((bits ^ (bits >>> 16)) >>> 0).toString(16).padStart(8, "0");
}

function sketchOf(from: number, to: number): VisitorSketch {
  const sketch = new VisitorSketch();
  for (let index = from; index < to; index += 1) sketch.add(visitor(index));
  return sketch;
}

describe("a sketch of visitors", () => {
  it("is exact for few", () => {
    expect(new VisitorSketch().count()).toBe(0);
    expect(sketchOf(0, EXACT_LIMIT).count()).toBe(EXACT_LIMIT);
  });

  it.each([600, 1_000, 5_000, 20_000, 60_000, 100_000, 300_000])(
    "is within two percent for %i",
    (visitors) => {
      for (const start of [0, 1_000_000, 2_000_000]) {
        const error = sketchOf(start, start + visitors).count() / visitors - 1;
        expect(Math.abs(error)).toBeLessThan(0.02);
      }
    },
  );

  it("says the same in whatever order and however often visitors are added", () => {
    const streams = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 4_000 });
    fc.assert(
      fc.property(streams, fc.infiniteStream(fc.nat()), (visits, chance) => {
        const once = new VisitorSketch();
        for (const visit of new Set(visits)) once.add(visitor(visit));
        const shuffled = new VisitorSketch();
        const order = [...visits, ...visits].map((visit) => ({ visit, at: chance.next().value ?? 0 }));
        for (const { visit } of order.sort((a, b) => a.at - b.at)) shuffled.add(visitor(visit));
        expect(shuffled.count()).toBe(once.count());
      }),
      { numRuns: 20 },
    );
  });

  it.each([0, 1, EXACT_LIMIT, EXACT_LIMIT + 1, 5_000])(
    "comes back from the database as it went: %i",
    (count) => {
      const sketch = sketchOf(0, count);
      const read = VisitorSketch.fromBytes(sketch.toBytes());
      expect(read.count()).toBe(sketch.count());
      expect(read.add(visitor(0))).toBe(count === 0);
    },
  );

  it("refuses what is no sketch", () => {
    expect(() => VisitorSketch.fromBytes(Buffer.from("?????"))).toThrow(RangeError);
  });
});
