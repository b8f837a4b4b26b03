import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import {
  CLICK_STEPS,
  type ClickFact,
  compactId,
  decodeClicks,
  encodeClicks,
  firstIdAt,
  fullId,
  timeOfId,
} from "./click";

const click: fc.Arbitrary<ClickFact> = fc.record({
  id: fc.uuid().map(compactId),
  linkId: fc.uuid(),
  step: fc.constantFrom(...CLICK_STEPS),
  agent: fc.stringMatching(/^[ -~\u00a0-\u00ff]{0,300}$/),
  signals: fc.nat({ max: 0xffffff }),
  visitorHash: fc.stringMatching(/^[0-9a-f]{16}$/),
  networkHash: fc.stringMatching(/^[0-9a-f]{8}$/),
  referrerHost: fc.option(fc.constantFrom("instagram.com", "l.facebook.com", "com.instagram.android")),
  country: fc.option(fc.constantFrom("ID", "MY")),
  language: fc.option(fc.constantFrom("id", "en", "ban")),
});

describe("a batch of clicks", () => {
  it("comes out as it went in", () => {
    fc.assert(
      fc.property(fc.array(click, { maxLength: 50 }), (clicks) => {
        expect(decodeClicks(encodeClicks(clicks))).toEqual(clicks);
      }),
    );
  });

  it("is not broken by an agent with line breaks, nor by a long one", () => {
    const [one] = fc.sample(click, 1);
    if (!one) throw new Error("no sample");
    const agent = `a\nb\tc${"x".repeat(5_000)}`;
    const [read, ...others] = decodeClicks(encodeClicks([{ ...one, agent }]));
    expect(others).toEqual([]);
    expect(read?.agent).toBe(`a b c${"x".repeat(1_019)}`);
  });

  it.each(["x", "0".repeat(82), `${"0".repeat(64)}Xm${"0".repeat(16)}ua:browser,`])(
    "refuses %s",
    (clicks) => {
      expect(() => decodeClicks(clicks)).toThrow(RangeError);
    },
  );
});

describe("ids", () => {
  it("hold the time to the millisecond", () => {
    const at = new Date("2026-11-21T08:15:30.123Z");
    expect(timeOfId(newId(at))).toBe(at.getTime());
  });

  it("have a bound for each instant", () => {
    const at = new Date("2026-11-21T08:15:30.123Z");
    expect(firstIdAt(at.getTime()) <= newId(at)).toBe(true);
    expect(firstIdAt(at.getTime() + 1) > newId(at)).toBe(true);
  });

  it("lose their hyphens and get them back", () => {
    const id = newId();
    expect(fullId(compactId(id))).toBe(id);
  });
});
