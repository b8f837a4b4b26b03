import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLAIM_MOVES,
  CLAIM_STATUSES,
  type ClaimStatus,
  decisionDueAt,
  freesSlot,
  mayReapply,
  moved,
  nextStepOf,
} from "./claim";

const appliedAt = new Date("2026-11-10T02:00:00Z");
const due = (days: number) => new Date(appliedAt.getTime() + days * 86_400_000);

describe("the life of a claim", () => {
  it("never holds two slots, and never loses one it did not hold, whatever is tried in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CLAIM_MOVES), { maxLength: 40 }), (moves) => {
        let claim: { status: ClaimStatus; decidedAt: Date | null } = { status: "APPLIED", decidedAt: null };
        let held = 0;
        let decisions = 0;
        for (const move of moves) {
          const next: ClaimStatus | null = moved(claim.status, move);
          if (next === null || (move === "reapply" && !mayReapply(claim))) continue;
          if (freesSlot({ status: claim.status, deliverableStatuses: [] })) held -= 1;
          if (next === "ACCEPTED") held += 1;
          if (move === "accept" || move === "reject") decisions += 1;
          const decided: Date | null = move === "accept" || move === "reject" ? appliedAt : claim.decidedAt;
          claim = { status: next, decidedAt: decided };
          expect(held).toBe(claim.status === "ACCEPTED" ? 1 : 0);
          expect(decisions).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("ends in a rejection", () => {
    for (const move of CLAIM_MOVES) expect(moved("REJECTED", move)).toBeNull();
  });

  it("lets only an undecided withdrawal come back", () => {
    expect(mayReapply({ status: "WITHDRAWN", decidedAt: null })).toBe(true);
    expect(mayReapply({ status: "WITHDRAWN", decidedAt: appliedAt })).toBe(false);
    for (const status of CLAIM_STATUSES.filter((other) => other !== "WITHDRAWN")) {
      expect(mayReapply({ status, decidedAt: null })).toBe(false);
    }
  });

  it.each<[ClaimStatus, string[], boolean]>([
    ["APPLIED", [], false],
    ["ACCEPTED", [], true],
    ["ACCEPTED", ["AWAITING_DRAFT", "IN_REVIEW", "REVISION_REQUESTED", "REJECTED"], true],
    ["ACCEPTED", ["AWAITING_DRAFT", "APPROVED"], false],
    ["ACCEPTED", ["LIVE"], false],
    ["REJECTED", [], false],
  ])("a withdrawal of %s with %j frees its slot: %s", (status, deliverableStatuses, frees) => {
    expect(freesSlot({ status, deliverableStatuses })).toBe(frees);
  });
});

describe("nextStepOf", () => {
  const claim = { status: "ACCEPTED" as ClaimStatus, appliedAt, decidedAt: due(1), deliverables: [] };
  const content = (...items: [string, number][]) =>
    nextStepOf({ ...claim, deliverables: items.map(([status, days]) => ({ status, dueAt: due(days) })) });

  it("gives the Lapas a week for a decision", () => {
    const step = nextStepOf({ ...claim, status: "APPLIED", decidedAt: null });
    expect(step).toEqual({ who: "lapas", what: "decide", until: decisionDueAt(appliedAt) });
    expect(decisionDueAt(appliedAt)).toEqual(due(7));
  });

  it("asks for what is due first, then for posts, then waits for the Lapas", () => {
    expect(content(["AWAITING_DRAFT", 9], ["AWAITING_DRAFT", 5], ["IN_REVIEW", 2])).toEqual({
      who: "influencer",
      what: "submit",
      until: due(5),
    });
    expect(content(["AWAITING_DRAFT", 5], ["REVISION_REQUESTED", 8])).toMatchObject({ what: "revise" });
    expect(content(["APPROVED", 5], ["IN_REVIEW", 8])).toMatchObject({ what: "post", until: due(5) });
    expect(content(["IN_REVIEW", 5], ["LIVE", 1])).toEqual({ who: "lapas", what: "review", until: null });
    expect(content(["LIVE", 5], ["REJECTED", 1])).toMatchObject({ who: "influencer", what: "promote" });
  });

  it("says so where the workspace is still being prepared or everything is over", () => {
    expect(content()).toEqual({ who: "system", what: "prepare", until: null });
    expect(nextStepOf({ ...claim, status: "REJECTED" })).toMatchObject({ who: "nobody", what: "rejected" });
    expect(nextStepOf({ ...claim, status: "WITHDRAWN" })).toMatchObject({ who: "nobody", what: "withdrawn" });
    expect(nextStepOf({ ...claim, status: "WITHDRAWN", decidedAt: null })).toMatchObject({ what: "reapply" });
  });
});
