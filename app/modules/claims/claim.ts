import { DECISION_DAYS } from "~/modules/campaigns/campaign";

export const CLAIM_STATUSES = ["APPLIED", "ACCEPTED", "REJECTED", "WITHDRAWN"] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const CLAIM_MOVES = ["accept", "reject", "withdraw", "reapply"] as const;
export type ClaimMove = (typeof CLAIM_MOVES)[number];

/**
 * The life of a claim, whole. Acceptance and rejection are final for the Lapas; the influencer may withdraw at any
 * time before an end. `reapply` has one more condition, see {@link mayReapply}.
 */
export const TRANSITIONS: Record<ClaimMove, Partial<Record<ClaimStatus, ClaimStatus>>> = {
  accept: { APPLIED: "ACCEPTED" },
  reject: { APPLIED: "REJECTED" },
  withdraw: { APPLIED: "WITHDRAWN", ACCEPTED: "WITHDRAWN" },
  reapply: { WITHDRAWN: "APPLIED" },
};

/** The state after a move; null where the move is not open from there. */
export function moved(from: ClaimStatus, move: ClaimMove): ClaimStatus | null {
  return TRANSITIONS[move][from] ?? null;
}

/**
 * Whether a withdrawn claim may become an application again: only when the Lapas had not decided yet. Whoever
 * withdrew after acceptance had a link and a coupon; those are closed and their history stays with the claim.
 */
export function mayReapply(claim: { status: ClaimStatus; decidedAt: Date | null }): boolean {
  return moved(claim.status, "reapply") !== null && claim.decidedAt === null;
}

/** Content that is agreed or live: the slot has done its work and is not given to somebody else. */
const DONE_CONTENT: ReadonlySet<string> = new Set(["APPROVED", "LIVE"]);

/** Whether a withdrawal gives the slot back: an accepted claim of which no content was approved yet. */
export function freesSlot(claim: { status: ClaimStatus; deliverableStatuses: readonly string[] }): boolean {
  return claim.status === "ACCEPTED" && !claim.deliverableStatuses.some((status) => DONE_CONTENT.has(status));
}

const DAY_MS = 86_400_000;

/** Until when the Lapas should have decided. */
export function decisionDueAt(appliedAt: Date): Date {
  return new Date(appliedAt.getTime() + DECISION_DAYS * DAY_MS);
}

export type DeliverableState = { status: string; dueAt: Date };

/** Who has to act next on a claim, what to do, and until when. */
export type ClaimNextStep =
  | { who: "lapas"; what: "decide" | "review"; until: Date | null }
  | { who: "influencer"; what: "submit" | "revise" | "post" | "promote" | "reapply"; until: Date | null }
  | { who: "system"; what: "prepare"; until: null }
  | { who: "nobody"; what: "rejected" | "withdrawn"; until: null };

function earliest(items: readonly DeliverableState[]): Date | null {
  if (items.length === 0) return null;
  return new Date(Math.min(...items.map((item) => item.dueAt.getTime())));
}

/**
 * The next step of an accepted claim, from its content. What the influencer owes comes first, because it has the
 * nearest date; what waits for review is the Lapas's.
 */
function nextOfContent(deliverables: readonly DeliverableState[]): ClaimNextStep {
  if (deliverables.length === 0) return { who: "system", what: "prepare", until: null };
  const of = (status: string) => deliverables.filter((item) => item.status === status);
  const revise = of("REVISION_REQUESTED");
  if (revise.length > 0) return { who: "influencer", what: "revise", until: earliest(revise) };
  const submit = of("AWAITING_DRAFT");
  if (submit.length > 0) return { who: "influencer", what: "submit", until: earliest(submit) };
  const post = of("APPROVED");
  if (post.length > 0) return { who: "influencer", what: "post", until: earliest(post) };
  const review = of("IN_REVIEW");
  if (review.length > 0) return { who: "lapas", what: "review", until: null };
  return { who: "influencer", what: "promote", until: null };
}

/** Every state shows who acts next and until when. */
export function nextStepOf(claim: {
  status: ClaimStatus;
  appliedAt: Date;
  decidedAt: Date | null;
  deliverables: readonly DeliverableState[];
}): ClaimNextStep {
  if (claim.status === "APPLIED") {
    return { who: "lapas", what: "decide", until: decisionDueAt(claim.appliedAt) };
  }
  if (claim.status === "ACCEPTED") return nextOfContent(claim.deliverables);
  if (mayReapply(claim)) return { who: "influencer", what: "reapply", until: null };
  return { who: "nobody", what: claim.status === "REJECTED" ? "rejected" : "withdrawn", until: null };
}
