import { describe, expect, it } from "vitest";
import { campaignNext } from "./campaign-next";

const closesAt = new Date("2026-11-30T17:00:00Z");
const running = {
  status: "PUBLISHED" as const,
  availability: "open" as const,
  missing: 0,
  waiting: 0,
  hasChanges: false,
  closesAt,
};

describe("campaignNext", () => {
  it.each([
    [
      { status: "DRAFT" as const, missing: 3 },
      { who: "you", what: "complete", count: 3 },
    ],
    [{ status: "DRAFT" as const }, { who: "you", what: "publish" }],
    [
      { waiting: 2, hasChanges: true },
      { who: "you", what: "decide", count: 2 },
    ],
    [
      { status: "PAUSED" as const, waiting: 1 },
      { who: "you", what: "decide", count: 1 },
    ],
    [{ status: "PAUSED" as const }, { who: "you", what: "paused" }],
    [{ hasChanges: true }, { who: "you", what: "changes" }],
    [{ availability: "ended" as const }, { who: "you", what: "ended" }],
    [{ availability: "full" as const }, { who: "influencers", what: "full" }],
    [{}, { who: "influencers", what: "wait", until: closesAt }],
    [
      { status: "CLOSED" as const, waiting: 1 },
      { who: "you", what: "archive" },
    ],
    [{ status: "ARCHIVED" as const }, { who: "nobody", what: "over" }],
  ])("%j asks for %j", (facts, expected) => {
    expect(campaignNext({ ...running, ...facts })).toMatchObject(expected);
  });
});
