import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { type ClickFact, compactId, decodeClicks, encodeClicks, fullId, timeOfId } from "./click";
import { DEVICES } from "./device";
import { VERDICTS } from "./verdict";

const click: fc.Arbitrary<ClickFact> = fc.record({
  id: fc.uuid(),
  linkId: fc.uuid(),
  verdict: fc.constantFrom(...VERDICTS),
  reason: fc.constantFrom("ua:browser", "ua:in-app", "ua:isbot"),
  visitorHash: fc.stringMatching(/^[0-9a-f]{16}$/),
  referrerHost: fc.option(fc.constantFrom("instagram.com", "l.facebook.com", "com.instagram.android")),
  device: fc.constantFrom(...DEVICES),
});

describe("a batch of clicks", () => {
  it("comes out as it went in", () => {
    fc.assert(
      fc.property(fc.array(click, { maxLength: 50 }), (clicks) => {
        expect(decodeClicks(encodeClicks(clicks))).toEqual(clicks);
      }),
    );
  });

  it("costs no escaping in JSON", () => {
    const [one] = fc.sample(click, 1);
    const { clicks } = encodeClicks(one ? [one] : []);
    expect(JSON.stringify(clicks)).toBe(`"${clicks}"`);
  });

  it.each(["x", "0".repeat(82), `${"0".repeat(64)}Xm${"0".repeat(16)}ua:browser,`])(
    "refuses %s",
    (clicks) => {
      expect(() => decodeClicks({ clicks })).toThrow(RangeError);
    },
  );
});

describe("ids", () => {
  it("hold the time to the millisecond", () => {
    const at = new Date("2026-11-21T08:15:30.123Z");
    expect(timeOfId(newId(at))).toBe(at.getTime());
  });

  it("lose their hyphens and get them back", () => {
    const id = newId();
    expect(fullId(compactId(id))).toBe(id);
  });
});
