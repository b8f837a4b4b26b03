import type { Availability, CampaignStatus } from "./campaign";

/** Who has to act next on a campaign as a whole, what, and until when. Texts are `detail.next.WHAT`. */
export type CampaignNext = {
  who: "you" | "influencers" | "nobody";
  what:
    | "publish"
    | "complete"
    | "decide"
    | "changes"
    | "wait"
    | "full"
    | "ended"
    | "paused"
    | "archive"
    | "over";
  count: number;
  until: Date | null;
};

type Facts = {
  status: CampaignStatus;
  availability: Availability;
  /** Lines of the checklist that are not met. */
  missing: number;
  waiting: number;
  hasChanges: boolean;
  closesAt: Date | null;
};

/** What waits for a person comes before what waits for time. */
export function campaignNext(facts: Facts): CampaignNext {
  const { status, availability, missing, waiting, hasChanges, closesAt } = facts;
  const of = (
    who: CampaignNext["who"],
    what: CampaignNext["what"],
    until: Date | null = null,
    count = 0,
  ) => ({
    who,
    what,
    until,
    count,
  });
  if (status === "ARCHIVED") return of("nobody", "over");
  if (status === "CLOSED") return of("you", "archive");
  if (status === "DRAFT") return missing > 0 ? of("you", "complete", null, missing) : of("you", "publish");
  if (waiting > 0) return of("you", "decide", null, waiting);
  if (status === "PAUSED") return of("you", "paused");
  if (hasChanges) return of("you", "changes");
  if (availability === "ended") return of("you", "ended");
  if (availability === "full") return of("influencers", "full");
  return of("influencers", "wait", closesAt);
}
