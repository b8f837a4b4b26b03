import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Commission } from "./brief.schemas";
import {
  AVAILABILITIES,
  availabilityOf,
  CAMPAIGN_MOVES,
  CAMPAIGN_STATUSES,
  type CampaignMove,
  type CampaignStatus,
  commissionFor,
  daysLeft,
  exampleCommission,
  moved,
  openMoves,
  runsUntil,
  sourcesOf,
} from "./campaign";

const percent = (basisPoints: number): { commission: Commission } => ({
  commission: { kind: "percent", basisPoints },
});
const fixed = (rupiah: number): { commission: Commission } => ({ commission: { kind: "fixed", rupiah } });
const anyCommission = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }).map(percent),
  fc.integer({ min: 1, max: 100_000_000 }).map(fixed),
);
const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n });

describe("the life of a campaign", () => {
  /** Where each state stands on the way from draft to archive; pause and publication share a place. */
  const PLACE: Record<CampaignStatus, number> = { DRAFT: 0, PUBLISHED: 1, PAUSED: 1, CLOSED: 2, ARCHIVED: 3 };

  it("never skips a state and never goes back, whatever is tried in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CAMPAIGN_MOVES), { maxLength: 40 }), (moves) => {
        let status: CampaignStatus = "DRAFT";
        for (const move of moves) {
          const next: CampaignStatus | null = moved(status, move);
          if (next === null) continue;
          const step = PLACE[next] - PLACE[status];
          expect(step === 0 || step === 1).toBe(true);
          status = next;
        }
      }),
    );
  });

  it("reaches every state, and ends only in the archive", () => {
    const seen = new Set<CampaignStatus>(["DRAFT"]);
    for (const status of seen) for (const move of CAMPAIGN_MOVES) add(seen, moved(status, move));
    expect([...seen].sort()).toEqual([...CAMPAIGN_STATUSES].sort());
    expect(CAMPAIGN_STATUSES.filter((status) => openMoves(status).length === 0)).toEqual(["ARCHIVED"]);
  });

  it.each<[CampaignStatus, CampaignMove[]]>([
    ["DRAFT", ["publish"]],
    ["PUBLISHED", ["revise", "pause", "close"]],
    ["PAUSED", ["revise", "resume", "close"]],
    ["CLOSED", ["archive"]],
    ["ARCHIVED", []],
  ])("offers from %s: %j", (status, moves) => {
    expect(openMoves(status)).toEqual(moves);
    for (const move of moves) expect(sourcesOf(move)).toContain(status);
  });
});

function add<Item>(set: Set<Item>, item: Item | null): void {
  if (item !== null) set.add(item);
}

describe("commissionFor", () => {
  it.each([
    [percent(1_000), 25_000n, 2_500n],
    [percent(750), 18_500n, 1_388n], // 1,387.5 is rounded up
    [percent(1), 4_999n, 0n],
    [percent(1), 5_000n, 1n],
    [percent(10_000), 99n, 99n],
    [fixed(5_000), 1n, 5_000n],
    [fixed(5_000), 0n, 0n],
    [fixed(5_000), -25_000n, -5_000n],
  ])("%j of %s is %s", (brief, amount, commission) => {
    expect(commissionFor(brief, amount)).toBe(commission);
  });

  it("adds up to nothing with the reversal, for every commission and amount", () => {
    fc.assert(
      fc.property(anyCommission, amounts, (brief, amount) => {
        expect(commissionFor(brief, amount) + commissionFor(brief, -amount)).toBe(0n);
      }),
    );
  });

  it("never takes a share above the order, nor falls when the order grows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), amounts, amounts, (basisPoints, a, b) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        const one = commissionFor(percent(basisPoints), small);
        expect(one >= 0n && one <= small).toBe(true);
        expect(commissionFor(percent(basisPoints), large) >= one).toBe(true);
      }),
    );
  });

  it("is off by at most half a rupiah for each order: splitting an order gains nothing worth having", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.array(amounts, { maxLength: 20 }),
        (points, orders) => {
          const whole = orders.reduce((sum, amount) => sum + amount, 0n) * BigInt(points);
          const paid = orders.reduce((sum, amount) => sum + commissionFor(percent(points), amount), 0n);
          const error = paid * 10_000n - whole;
          expect((error < 0n ? -error : error) <= 5_000n * BigInt(orders.length)).toBe(true);
        },
      ),
    );
  });

  it("multiplies the rounded commission in an example, as the ledger will", () => {
    expect(exampleCommission(percent(750), 18_500n, 20)).toEqual({ each: 1_388n, total: 27_760n });
  });
});

describe("runsUntil", () => {
  const closesAt = "2026-12-01T00:00:00.000Z";
  const due = (days: number | null, at: string | null) => ({
    key: "a",
    platform: "X" as const,
    format: "post" as const,
    quantity: 1,
    dueDaysAfterAcceptance: days,
    dueAt: at,
    note: "",
  });
  const until = (...deliverables: ReturnType<typeof due>[]) =>
    runsUntil({ closesAt, deliverables, attributionWindowDays: 30 }).toISOString().slice(0, 10);

  it("waits for decisions, for content, and for the clicks that it brings", () => {
    expect(until()).toBe("2027-01-07");
    expect(until(due(14, null), due(7, null))).toBe("2027-01-21");
    expect(until(due(null, "2026-12-20T00:00:00.000Z"))).toBe("2027-01-19");
    expect(until(due(null, "2026-11-20T00:00:00.000Z"))).toBe("2027-01-07");
  });
});

describe("availabilityOf", () => {
  const opensAt = new Date("2026-11-01T17:00:00Z");
  const closesAt = new Date("2026-11-30T17:00:00Z");
  const at = { status: "PUBLISHED" as CampaignStatus, opensAt, closesAt, slots: 2, slotsTaken: 0 };
  const now = new Date("2026-11-10T00:00:00Z");

  it.each([
    [at, now, "open"],
    [at, opensAt, "open"],
    [at, new Date(opensAt.getTime() - 1), "upcoming"],
    [at, closesAt, "ended"],
    [{ ...at, slotsTaken: 2 }, now, "full"],
    [{ ...at, status: "PAUSED" as const }, now, "paused"],
    [{ ...at, status: "PAUSED" as const }, closesAt, "ended"],
    [{ ...at, status: "CLOSED" as const }, now, "closed"],
    [{ ...at, status: "ARCHIVED" as const }, now, "closed"],
    [{ ...at, status: "DRAFT" as const, opensAt: null, closesAt: null }, now, "draft"],
  ])("%# says %s", (campaign, when, expected) => {
    expect(availabilityOf(campaign, when)).toBe(expected);
    expect(AVAILABILITIES).toContain(expected);
  });

  it("counts the running day as left", () => {
    expect(daysLeft(closesAt, new Date(closesAt.getTime() - 1))).toBe(1);
    expect(daysLeft(closesAt, closesAt)).toBe(0);
    expect(daysLeft(closesAt, now)).toBe(21);
  });
});
