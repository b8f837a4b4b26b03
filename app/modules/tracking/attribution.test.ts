import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ATTRIBUTION_MODELS,
  type AttributionRule,
  BUYERS_COUNTED,
  DEFAULT_ATTRIBUTION,
  HANDLE_PLACES,
} from "~/modules/campaigns/brief.schemas";
import { attribute, type ClaimFacts, type Clue, type Evidence } from "./attribution";
import { ATTRIBUTION_REASONS, CLUE_KINDS } from "./attribution-reasons";
import { WHOLE } from "./shares";

const DAY = 86_400_000;
const ORDER = new Date("2026-11-20T10:00:00Z");
const earlier = (ms: number) => new Date(ORDER.getTime() - ms);

const claim = (
  claimId: string,
  rule: Partial<AttributionRule> = {},
  more: Partial<ClaimFacts> = {},
): ClaimFacts => ({
  claimId,
  campaignId: "one",
  linkId: `link-${claimId}`,
  issuedAt: earlier(30 * DAY),
  endsAt: new Date(ORDER.getTime() + 30 * DAY),
  windowDays: 7,
  rule: { ...DEFAULT_ATTRIBUTION, ...rule },
  ...more,
});
const click = (of: ClaimFacts | null, at: Date, reference = `${of?.claimId}@${at.getTime()}`): Clue => ({
  ...{ kind: "click", reference, claim: of, at },
  linkId: of?.linkId ?? null,
});
const coupon = (of: ClaimFacts | null, reference = "DEWI8K3"): Clue => ({
  ...{ kind: "coupon", reference, claim: of, linkId: null, at: null },
});
const handle = (of: ClaimFacts | null, at: Date | null = null): Clue => ({
  ...{ kind: "handle", reference: `tiktok:${of?.claimId}`, claim: of, linkId: null, at },
});
const decide = (clues: Clue[], evidence: Partial<Evidence> = {}) =>
  attribute({ occurredAt: ORDER, returning: null, clues, ...evidence });
const outcomes = (clues: Clue[]) =>
  decide(clues).candidates.map(({ kind, claimId, outcome }) => `${kind} ${claimId} ${outcome}`);

describe("one campaign", () => {
  it("credits the coupon before a click, and the click before the coupon where the brief says so", () => {
    const both = (rule: Partial<AttributionRule>) => [
      coupon(claim("dewi", rule)),
      click(claim("budi", rule), earlier(60_000)),
    ];
    expect(decide(both({}))).toMatchObject({ reason: "coupon", clickId: null });
    expect(outcomes(both({}))).toEqual(["coupon dewi won", "click budi outranked"]);
    expect(outcomes(both({ couponFirst: false }))).toEqual(["click budi won", "coupon dewi outranked"]);
  });

  it.each([
    ["off", ["click budi won", "coupon dewi outranked", "handle sari off"]],
    ["last", ["click budi won", "coupon dewi outranked", "handle sari outranked"]],
    ["first", ["handle sari won", "click budi outranked", "coupon dewi outranked"]],
  ] as const)("gives account names the place %s", (handles, expected) => {
    const rule = { handles, couponFirst: false };
    const clues = [
      coupon(claim("dewi", rule)),
      click(claim("budi", rule), earlier(DAY)),
      handle(claim("sari", rule)),
    ];
    expect(outcomes(clues)).toEqual(expected);
  });

  it.each([
    ["last_click", ["new won", "old later"], "new"],
    ["first_click", ["new earlier", "old won"], "old"],
  ] as const)("%s", (model, expected, credited) => {
    const clues = [
      click(claim("old", { model }), earlier(2 * DAY)),
      click(claim("new", { model }), earlier(DAY)),
    ];
    const decision = decide(clues);
    expect(decision.candidates.map((each) => `${each.claimId} ${each.outcome}`)).toEqual(expected);
    expect(decision.credits).toEqual([{ claimId: credited, linkId: `link-${credited}`, share: WHOLE }]);
  });

  it("shares alike among the influencers who touched, each once", () => {
    const rule = { model: "linear" as const };
    const clues = ["a", "b", "c", "a"].map((id, index) =>
      click(claim(id, rule), earlier((index + 1) * 3_600_000)),
    );
    const decision = decide(clues);
    expect(decision.credits.map(({ claimId, share }) => [claimId, share])).toEqual([
      ["a", 333_334],
      ["b", 333_333],
      ["c", 333_333],
    ]);
    expect(decision.candidates.map(({ outcome }) => outcome)).toEqual([
      "shared",
      "shared",
      "shared",
      "later",
    ]);
  });

  it("puts a link code without its click's time behind every touch that has one", () => {
    const untimed = (of: ClaimFacts): Clue => ({ ...click(of, ORDER, of.claimId), kind: "link", at: null });
    const late = claim("dewi", {}, { campaignId: "two" });
    for (const model of ATTRIBUTION_MODELS) {
      const clues = [untimed(claim("budi", { model })), click(claim("dewi", { model }), earlier(6 * DAY))];
      expect(outcomes(clues)).toEqual(["click dewi won", "link budi outranked"]);
    }
    expect(outcomes([untimed(claim("budi")), click(late, earlier(6 * DAY))])[0]).toBe("click dewi won");
    expect(outcomes([untimed(claim("budi"))])).toEqual(["link budi won"]);
    const issuedAt = new Date(ORDER.getTime() + 2 * DAY);
    expect(decide([untimed(claim("budi", {}, { issuedAt }))]).reason).toBe("none:link-early");
    const ended = claim("budi", {}, { endsAt: earlier(8 * DAY) });
    expect(decide([untimed(ended)]).reason).toBe("none:window-expired");
  });

  it("takes a click on the last moment of its window, and not one after it", () => {
    expect(decide([click(claim("a"), earlier(7 * DAY))]).reason).toBe("click");
    expect(decide([click(claim("a"), earlier(7 * DAY + 1))]).reason).toBe("none:window-expired");
  });

  it("allows for clocks that differ, and for no more", () => {
    expect(decide([click(claim("a"), new Date(ORDER.getTime() + 60_000))]).reason).toBe("click");
    expect(decide([click(claim("a"), new Date(ORDER.getTime() + 600_000))]).reason).toBe(
      "none:click-after-order",
    );
  });

  it("takes a coupon, and a link code without a time, until the window after the campaign", () => {
    const ended = (days: number) => claim("a", {}, { endsAt: earlier(days * DAY) });
    const link = (of: ClaimFacts): Clue => ({ ...click(of, ORDER), kind: "link", at: null });
    expect(decide([coupon(ended(7))]).reason).toBe("coupon");
    expect(decide([coupon(ended(8))]).reason).toBe("none:window-expired");
    expect(decide([link(ended(7))]).reason).toBe("link");
    expect(decide([link(ended(8))]).reason).toBe("none:window-expired");
  });

  it("counts an account's orders until the window after the campaign", () => {
    const ended = (days: number) => claim("a", {}, { endsAt: earlier(days * DAY) });
    expect(decide([handle(ended(7))]).reason).toBe("handle");
    expect(decide([handle(ended(8))]).reason).toBe("none:window-expired");
    const late = claim("a", {}, { issuedAt: new Date(ORDER.getTime() + 2 * DAY) });
    expect(decide([handle(late)]).reason).toBe("none:handle-early");
  });

  it("credits no returning buyer where only new ones count, and gives the benefit of doubt", () => {
    const clues = [click(claim("a", { buyers: "new" }), earlier(DAY))];
    expect(decide(clues, { returning: true }).reason).toBe("none:buyer-returning");
    expect(decide(clues, { returning: false }).reason).toBe("click");
    expect(decide(clues, { returning: null }).reason).toBe("click");
  });

  it.each([
    [[], "none:no-evidence"],
    [[click(null, ORDER)], "none:click-invalid"],
    [[coupon(null)], "none:coupon-unknown"],
    [[handle(null)], "none:handle-unknown"],
    [[{ ...coupon(null), kind: "link" as const }], "none:link-unknown"],
    [[handle(claim("a", { handles: "off" }))], "none:handles-off"],
    [[coupon(claim("a", {}, { issuedAt: new Date(ORDER.getTime() + 2 * DAY) }))], "none:coupon-early"],
    [[click(null, ORDER), click(claim("a"), earlier(90 * DAY))], "none:window-expired"],
  ])("names why nobody is credited: %#", (clues, reason) => {
    expect(decide(clues)).toMatchObject({ reason, credits: [], clickId: null, campaignId: null });
  });
});

describe("several campaigns", () => {
  const other = (id: string, rule: Partial<AttributionRule> = {}) => claim(id, rule, { campaignId: "two" });

  it("the last touch decides the campaign, and that campaign's rule whom it credits", () => {
    const first = { model: "first_click" as const };
    const clues = [
      click(other("x"), earlier(3 * DAY)),
      click(claim("a", first), earlier(2 * DAY)),
      click(claim("b", first), earlier(DAY)),
    ];
    expect(decide(clues)).toMatchObject({
      campaignId: "one",
      model: "first_click",
      credits: [{ claimId: "a" }],
    });
    const later = [...clues, click(other("y"), earlier(60_000))];
    expect(decide(later)).toMatchObject({
      campaignId: "two",
      model: "last_click",
      credits: [{ claimId: "y" }],
    });
  });

  it("takes an older click of a campaign whose own window is longer", () => {
    const short = claim("short", {}, { windowDays: 1 });
    const long = claim("long", {}, { windowDays: 30, campaignId: "two" });
    const decision = decide([click(short, earlier(2 * DAY)), click(long, earlier(5 * DAY))]);
    expect(decision).toMatchObject({ reason: "click", credits: [{ claimId: "long" }] });
  });

  it("a stronger kind of clue goes before a later touch", () => {
    expect(outcomes([coupon(other("x")), click(claim("a"), earlier(1_000))])).toEqual([
      "coupon x won",
      "click a outranked",
    ]);
    expect(outcomes([coupon(other("x", { couponFirst: false })), click(claim("a"), earlier(DAY))])).toEqual([
      "click a won",
      "coupon x outranked",
    ]);
  });
});

describe("a person's decision", () => {
  const clues = [click(claim("a"), earlier(DAY))];
  const decidedAt = new Date("2026-11-21T00:00:00Z");

  it("goes before the rule, which stays visible", () => {
    const human = { claim: { ...claim("b"), linkId: "link-b" }, reason: "Pembeli menyebut Budi", decidedAt };
    const decision = attribute({ occurredAt: ORDER, returning: null, clues }, human);
    expect(decision).toMatchObject({
      reason: "decided",
      credits: [{ claimId: "b", linkId: "link-b", share: WHOLE }],
      candidates: [{ claimId: "a", outcome: "won" }],
      decision: { claimId: "b", reason: "Pembeli menyebut Budi" },
    });
    const nobody = attribute({ occurredAt: ORDER, returning: null, clues }, { ...human, claim: null });
    expect(nobody).toMatchObject({ reason: "decided:nobody", credits: [] });
  });
});

describe("any evidence", () => {
  const rule = fc.record({
    model: fc.constantFrom(...ATTRIBUTION_MODELS),
    couponFirst: fc.boolean(),
    handles: fc.constantFrom(...HANDLE_PLACES),
    buyers: fc.constantFrom(...BUYERS_COUNTED),
  });
  const time = fc.integer({ min: -1, max: 40 }).map((days) => earlier(days * DAY));
  // A claim has one campaign and one accepted brief: the rule is a function of its id.
  const claims = fc.array(
    fc.record({ rule, windowDays: fc.integer({ min: 1, max: 30 }), issuedAt: time, endsAt: time }),
    {
      minLength: 4,
      maxLength: 4,
    },
  );
  const clue = fc.record({
    kind: fc.constantFrom(...CLUE_KINDS),
    reference: fc.constantFrom("r1", "r2", "r3"),
    of: fc.option(fc.nat({ max: 3 })),
    at: fc.option(time),
  });
  const world = fc.tuple(claims, fc.array(clue, { maxLength: 9 })).map(([facts, clues]) =>
    clues.map(({ kind, reference, of, at }): Clue => {
      const owner = of === null ? undefined : facts[of];
      const own = owner ? claim(`c${of}`, owner.rule, { ...owner, campaignId: `k${(of ?? 0) % 2}` }) : null;
      return {
        kind,
        reference: `${reference}-${of}`,
        claim: own,
        linkId: null,
        at: kind === "coupon" ? null : at,
      };
    }),
  );

  it("gives the same answer in every order of arrival, with or without repeats", { timeout: 30_000 }, () => {
    const shuffled = world.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
    );
    fc.assert(
      fc.property(shuffled, fc.option(fc.boolean()), ([all, other, repeated], returning) => {
        const first = decide(all, { returning });
        expect(decide([...repeated, ...other], { returning })).toEqual(first);
        expect(ATTRIBUTION_REASONS).toContain(first.reason);
        const shares = first.credits.reduce((sum, { share }) => sum + share, 0);
        expect(shares).toBe(first.credits.length === 0 ? 0 : WHOLE);
        const credited = first.candidates.filter(({ outcome }) => outcome === "won" || outcome === "shared");
        expect(credited.map(({ claimId }) => claimId).sort()).toEqual(
          first.credits.map(({ claimId }) => claimId),
        );
        expect(credited.every(({ campaignId }) => campaignId === first.campaignId)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("credits nobody only where no candidate passes", { timeout: 30_000 }, () => {
    const lost = new Set(["expired", "after", "early", "returning", "off", "unknown", "invalid"]);
    fc.assert(
      fc.property(world, (clues) => {
        const decision = decide(clues);
        const none = decision.candidates.every(({ outcome }) => lost.has(outcome));
        expect(decision.credits.length === 0).toBe(none);
      }),
      { numRuns: 300 },
    );
  });
});
