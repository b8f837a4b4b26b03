import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ATTRIBUTION_REASONS, attribute, type ClickEvidence, type Evidence } from "./attribution";

const DAY = 86_400_000;
const ORDER = new Date("2026-11-20T10:00:00Z");
const earlier = (ms: number) => new Date(ORDER.getTime() - ms);

const click = (clickId: string, clickedAt: Date, windowDays = 7): ClickEvidence => ({
  clickId,
  link: { claimId: `claim-${clickId}`, linkId: `link-${clickId}`, clickedAt, windowDays },
});
const forged: ClickEvidence = { clickId: "forged", link: null };
const coupon = {
  code: "DEWI8K3",
  claim: { claimId: "claim-dewi", linkId: "link-dewi", issuedAt: earlier(30 * DAY) },
};
const decide = (evidence: Partial<Evidence>) =>
  attribute({ occurredAt: ORDER, coupon: null, clicks: [], ...evidence });

describe("attribute", () => {
  it("credits the coupon before a click", () => {
    const decision = decide({ coupon, clicks: [click("a", earlier(60_000))] });
    expect(decision).toMatchObject({
      reason: "coupon",
      claimId: "claim-dewi",
      linkId: "link-dewi",
      clickId: null,
    });
    expect(decision.candidates.map((each) => each.outcome)).toEqual(["won", "outranked"]);
  });

  it("credits the last click before the order", () => {
    const decision = decide({ clicks: [click("old", earlier(2 * DAY)), click("new", earlier(DAY))] });
    expect(decision).toMatchObject({ reason: "click", claimId: "claim-new", clickId: "new" });
    expect(decision.candidates.map((each) => [each.reference, each.outcome])).toEqual([
      ["new", "won"],
      ["old", "later"],
    ]);
  });

  it("falls back to the click where the coupon is unknown", () => {
    const decision = decide({ coupon: { code: "X", claim: null }, clicks: [click("a", earlier(DAY))] });
    expect(decision).toMatchObject({ reason: "click", clickId: "a" });
    expect(decision.candidates.map((each) => each.outcome)).toEqual(["unknown", "won"]);
  });

  it("takes a click on the last moment of its window, and not one after it", () => {
    expect(decide({ clicks: [click("a", earlier(7 * DAY))] }).reason).toBe("click");
    expect(decide({ clicks: [click("a", earlier(7 * DAY + 1))] }).reason).toBe("none:window-expired");
  });

  it("takes an older click whose own window is longer", () => {
    const decision = decide({
      clicks: [click("short", earlier(2 * DAY), 1), click("long", earlier(5 * DAY), 30)],
    });
    expect(decision).toMatchObject({ reason: "click", clickId: "long" });
  });

  it("allows for clocks that differ, and for no more", () => {
    expect(decide({ clicks: [click("a", new Date(ORDER.getTime() + 60_000))] }).reason).toBe("click");
    expect(decide({ clicks: [click("a", new Date(ORDER.getTime() + 600_000))] }).reason).toBe(
      "none:click-after-order",
    );
  });

  it.each([
    [{}, "none:no-evidence"],
    [{ clicks: [forged] }, "none:click-invalid"],
    [{ coupon: { code: "X", claim: null } }, "none:coupon-unknown"],
    [
      { coupon: { code: "X", claim: { ...coupon.claim, issuedAt: new Date(ORDER.getTime() + 2 * DAY) } } },
      "none:coupon-early",
    ],
    [{ clicks: [forged, click("a", earlier(90 * DAY))] }, "none:window-expired"],
  ] satisfies [Partial<Evidence>, string][])("names why nobody is credited: %#", (evidence, reason) => {
    expect(decide(evidence)).toMatchObject({ reason, claimId: null, linkId: null, clickId: null });
  });

  const clicks = fc.uniqueArray(
    fc.record({
      clickId: fc.stringMatching(/^[a-f]{3}$/),
      link: fc.option(
        fc.record({
          claimId: fc.constantFrom("c1", "c2"),
          linkId: fc.constantFrom("l1", "l2"),
          clickedAt: fc.date({
            min: earlier(40 * DAY),
            max: new Date(ORDER.getTime() + DAY),
            noInvalidDate: true,
          }),
          windowDays: fc.integer({ min: 1, max: 30 }),
        }),
      ),
    }),
    { maxLength: 8, selector: (each) => each.clickId },
  );

  it("gives the same answer in every order of arrival, with or without repeats", { timeout: 30_000 }, () => {
    const shuffled = clicks.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
    );
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([all, other, repeated], withCoupon) => {
        const first = decide({ clicks: all, coupon: withCoupon ? coupon : null });
        const second = decide({ clicks: [...repeated, ...other], coupon: withCoupon ? coupon : null });
        expect(second).toEqual(first);
        expect(ATTRIBUTION_REASONS).toContain(first.reason);
        expect(first.candidates.filter((each) => each.outcome === "won").length).toBe(first.claimId ? 1 : 0);
      }),
    );
  });

  it("credits the newest click of those within their window", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(clicks, (all) => {
        const eligible = all.flatMap(({ link }) => {
          const age = link ? ORDER.getTime() - link.clickedAt.getTime() : Number.NaN;
          return link && age >= -300_000 && age <= link.windowDays * DAY ? [link.clickedAt.getTime()] : [];
        });
        const decision = decide({ clicks: all });
        const won = decision.candidates.find((each) => each.outcome === "won");
        expect(won?.at ?? null).toBe(
          eligible.length === 0 ? null : new Date(Math.max(...eligible)).toISOString(),
        );
      }),
    );
  });
});
