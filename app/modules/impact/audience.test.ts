import fc from "fast-check";
import { describe, expect, it } from "vitest";
import traits from "~/modules/tracking/messages/trait-id";
import { REASONS } from "~/modules/tracking/reasons";
import { OTHER_VALUES } from "~/modules/tracking/trait-values";
import { APP_CODES, DEVICE_CODES, SYSTEM_CODES } from "~/modules/tracking/traits";
import { AUDIENCE_ROWS, topRows } from "./audience";
import messages from "./messages/id";

describe("words", () => {
  it.each(Object.keys(REASONS))("has some for the reason %s", (reason) => {
    expect(messages.uncounted.reason).toHaveProperty([reason.replace(":", "_")]);
  });

  const values = [DEVICE_CODES, SYSTEM_CODES, APP_CODES].flatMap((codes) => Object.keys(codes));
  it.each(values.filter((value) => value !== OTHER_VALUES))("has some for %s", (value) => {
    expect(traits.trait.value).toHaveProperty([value]);
  });
});

describe("topRows", () => {
  it("draws the most frequent and adds up the others", () => {
    const rows = [3, 9, 1, 4, 8, 2, 0].map((human, index) => ({ value: `v${index}`, human }));
    expect(topRows([...rows, { value: OTHER_VALUES, human: 5 }])).toEqual([
      { value: "v1", human: 9 },
      { value: "v4", human: 8 },
      { value: "v3", human: 4 },
      { value: "v0", human: 3 },
      { value: "v5", human: 2 },
      { value: OTHER_VALUES, human: 6 },
    ]);
  });

  it("loses nobody and repeats nothing", () => {
    const row = fc.record({
      value: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", OTHER_VALUES),
      human: fc.nat(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ value }) => value }), (rows) => {
        const top = topRows(rows);
        const sum = (all: { human: number }[]) => all.reduce((total, { human }) => total + human, 0);
        expect(sum(top)).toBe(sum(rows));
        expect(top.length).toBeLessThanOrEqual(AUDIENCE_ROWS + 1);
        expect(new Set(top.map(({ value }) => value)).size).toBe(top.length);
      }),
    );
  });
});
