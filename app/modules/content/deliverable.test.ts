import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DAY_MS,
  DELIVERABLE_EVENTS,
  DELIVERABLE_STATUSES,
  type DeliverableEvent,
  type DeliverableStatus,
  deliverableKey,
  EVENT_OF_OUTCOME,
  isOverdue,
  parseDeliverableKey,
  progressOf,
  REVIEW_OUTCOMES,
  statusAfter,
  statusesBefore,
  takesDraft,
  turnOf,
} from "./deliverable";

const anyStatus = fc.constantFrom(...DELIVERABLE_STATUSES);
const anyEvents = fc.array(fc.constantFrom(...DELIVERABLE_EVENTS), { maxLength: 60 });

/** Walks from the start; what is not possible is refused and changes nothing. */
function walk(events: DeliverableEvent[]): { path: DeliverableStatus[]; taken: DeliverableEvent[] } {
  const path: DeliverableStatus[] = ["AWAITING_DRAFT"];
  const taken: DeliverableEvent[] = [];
  for (const event of events) {
    const next = statusAfter(path.at(-1) ?? "AWAITING_DRAFT", event);
    if (!next) continue;
    path.push(next);
    taken.push(event);
  }
  return { path, taken };
}

describe("the states of a deliverable", () => {
  it("never skips: whatever is tried, live comes after approved, approved after review, review after a draft", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { path } = walk(events);
        path.forEach((status, index) => {
          const before = path[index - 1];
          if (status === "LIVE") expect(before).toBe("APPROVED");
          if (["APPROVED", "REJECTED", "REVISION_REQUESTED"].includes(status))
            expect(before).toBe("IN_REVIEW");
          if (status === "IN_REVIEW") expect(["AWAITING_DRAFT", "REVISION_REQUESTED"]).toContain(before);
          if (status === "AWAITING_DRAFT") expect(index).toBe(0);
        });
      }),
    );
  });

  it("has one decision for each draft, and at most one approval or rejection", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { taken } = walk(events);
        const count = (wanted: DeliverableEvent[]) => taken.filter((event) => wanted.includes(event)).length;
        const drafts = count(["submit"]);
        const decisions = count(["approve", "requestRevision", "reject"]);
        expect(drafts - decisions).toBeGreaterThanOrEqual(0);
        expect(drafts - decisions).toBeLessThanOrEqual(1);
        expect(count(["approve", "reject"])).toBeLessThanOrEqual(1);
        expect(count(["prove"])).toBeLessThanOrEqual(count(["approve"]));
      }),
    );
  });

  it("is final once rejected or live", () => {
    fc.assert(
      fc.property(fc.constantFrom(...DELIVERABLE_EVENTS), (event) => {
        expect(statusAfter("REJECTED", event)).toBeNull();
        expect(statusAfter("LIVE", event)).toBeNull();
      }),
    );
  });

  it("leaves approval only towards the live post", () => {
    const out = DELIVERABLE_EVENTS.filter((event) => statusAfter("APPROVED", event) !== null);
    expect(out).toEqual(["prove"]);
  });

  it("guards an event with exactly the statuses from which it is possible", () => {
    fc.assert(
      fc.property(anyStatus, fc.constantFrom(...DELIVERABLE_EVENTS), (status, event) => {
        expect(statusesBefore(event).includes(status)).toBe(statusAfter(status, event) !== null);
      }),
    );
  });

  it("takes a draft only at the start and after a request for revision", () => {
    expect(DELIVERABLE_STATUSES.filter(takesDraft)).toEqual(["AWAITING_DRAFT", "REVISION_REQUESTED"]);
  });

  it("leads each outcome of a review to the status of that name", () => {
    for (const outcome of REVIEW_OUTCOMES) {
      expect(statusAfter("IN_REVIEW", EVENT_OF_OUTCOME[outcome])).toBe(outcome);
    }
  });

  it("moves forward by at most one step at a time", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { path } = walk(events);
        path.slice(1).forEach((status, index) => {
          const before = path[index] ?? "AWAITING_DRAFT";
          expect(progressOf(status).done - progressOf(before).done).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});

describe("whose turn it is", () => {
  const dueAt = new Date("2026-12-10T16:59:59Z");
  const submittedAt = new Date("2026-12-01T03:00:00Z");

  it("is the influencer's until the due date before a draft", () => {
    expect(turnOf({ status: "AWAITING_DRAFT", dueAt, submittedAt: null, decidedAt: null })).toEqual({
      who: "influencer",
      until: dueAt,
    });
  });

  it("is the Lapas's for three days from the submission", () => {
    expect(turnOf({ status: "IN_REVIEW", dueAt, submittedAt, decidedAt: null })).toEqual({
      who: "institution",
      until: new Date("2026-12-04T03:00:00Z"),
    });
  });

  it("gives the influencer three days after a late decision", () => {
    const decidedAt = new Date("2026-12-10T10:00:00Z");
    const turn = turnOf({ status: "REVISION_REQUESTED", dueAt, submittedAt, decidedAt });
    expect(turn?.until).toEqual(new Date("2026-12-13T10:00:00Z"));
  });

  it("never shortens the time that the brief promised", () => {
    fc.assert(
      fc.property(
        anyStatus,
        fc.date({ min: submittedAt, max: new Date("2027-12-01"), noInvalidDate: true }),
        (status, decidedAt) => {
          const turn = turnOf({ status, dueAt, submittedAt, decidedAt });
          if (turn?.who !== "influencer") return;
          expect(turn.until.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
          expect(turn.until.getTime() - decidedAt.getTime()).toBeGreaterThanOrEqual(3 * DAY_MS);
        },
      ),
    );
  });

  it("is nobody's at the end", () => {
    expect(turnOf({ status: "LIVE", dueAt, submittedAt, decidedAt: submittedAt })).toBeNull();
    expect(turnOf({ status: "REJECTED", dueAt, submittedAt, decidedAt: submittedAt })).toBeNull();
    expect(isOverdue(null, new Date())).toBe(false);
  });

  it("is overdue only after the moment itself", () => {
    const turn = { who: "influencer" as const, until: dueAt };
    expect(isOverdue(turn, dueAt)).toBe(false);
    expect(isOverdue(turn, new Date(dueAt.getTime() + 1))).toBe(true);
  });
});

describe("keys", () => {
  it("come back as they went in", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9-]{1,20}$/),
        fc.integer({ min: 1, max: 50 }),
        (briefKey, ordinal) => {
          expect(parseDeliverableKey(deliverableKey(briefKey, ordinal))).toEqual({ briefKey, ordinal });
        },
      ),
    );
  });
});
