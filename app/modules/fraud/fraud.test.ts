import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isConcerned, makesCase, strengthOf, turnOf } from "./fraud";
import { SIGNAL_KINDS } from "./signals";
import { WEIGHTS } from "./thresholds";

const of = (...kinds: (typeof SIGNAL_KINDS)[number][]) =>
  kinds.map((kind) => ({ kind, strength: WEIGHTS[kind].strength }));

describe("what makes a case", () => {
  it.each([
    ["the influencer's own account", of("SELF_PURCHASE"), true],
    ["a burst", of("BURST"), false],
    ["any number of bursts", of("BURST", "BURST", "BURST", "BURST"), false],
    ["a burst of repeats", of("BURST", "REPEATS"), false],
    ["a burst from one device", of("BURST", "ONE_VISITOR"), true],
    ["one quick order", of("QUICK_ORDER"), false],
    ["two quick orders", of("QUICK_ORDER", "QUICK_ORDER"), true],
    ["one purchase by an officer", of("OFFICER_PURCHASE"), false],
    ["a shared telephone", of("SHARED_ACCOUNT"), false],
    ["nothing", [], false],
  ])("%s: %#", (_, signals, opens) => {
    expect(makesCase(signals)).toBe(opens);
  });

  it("more never says less, in any order", () => {
    const signal = fc
      .constantFrom(...SIGNAL_KINDS)
      .map((kind) => ({ kind, strength: WEIGHTS[kind].strength }));
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 12 }), signal, (signals, more) => {
        expect(strengthOf([more, ...signals])).toBeGreaterThanOrEqual(strengthOf(signals));
        expect(strengthOf(signals.toReversed())).toBe(strengthOf(signals));
      }),
    );
  });
});

describe("whose turn it is", () => {
  const until = new Date("2026-06-20T00:00:00Z");
  it.each([
    [{ status: "OPEN", answeredAt: null }, "OFFICER"],
    [{ status: "ASKED", answeredAt: null }, "INFLUENCER"],
    [{ status: "ASKED", answeredAt: until }, "OFFICER"],
    [{ status: "CLEARED", answeredAt: null }, undefined],
    [{ status: "CONFIRMED", answeredAt: until }, undefined],
  ] as const)("%j", (row, who) => {
    expect(turnOf({ ...row, dueAt: until })?.who).toBe(who);
  });
});

it("nobody decides on oneself", () => {
  const subject = { creatorUserId: "creator", officerUserIds: ["buyer"] };
  expect(["creator", "buyer", "colleague"].map((id) => isConcerned(id, subject))).toEqual([
    true,
    true,
    false,
  ]);
});
