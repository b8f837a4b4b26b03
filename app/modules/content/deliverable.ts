/**
 * The life of one piece of content that an accepted claim owes. Pure: no I/O, so that both sides, the queue and the
 * tests read the same rules.
 *
 *   AWAITING_DRAFT ─submit─> IN_REVIEW ─approve─> APPROVED ─prove─> LIVE
 *                              │   ▲
 *                    request   │   │ submit
 *                    revision  ▼   │
 *                     REVISION_REQUESTED            IN_REVIEW ─reject─> REJECTED
 */
export const DELIVERABLE_STATUSES = [
  "AWAITING_DRAFT",
  "IN_REVIEW",
  "REVISION_REQUESTED",
  "APPROVED",
  "REJECTED",
  "LIVE",
] as const;
export type DeliverableStatus = (typeof DELIVERABLE_STATUSES)[number];

export const DELIVERABLE_EVENTS = ["submit", "approve", "requestRevision", "reject", "prove"] as const;
export type DeliverableEvent = (typeof DELIVERABLE_EVENTS)[number];

/** Every step that exists. Approval, rejection and the live post are final: nothing leads back from them. */
const TRANSITIONS: Record<DeliverableStatus, Partial<Record<DeliverableEvent, DeliverableStatus>>> = {
  AWAITING_DRAFT: { submit: "IN_REVIEW" },
  IN_REVIEW: { approve: "APPROVED", requestRevision: "REVISION_REQUESTED", reject: "REJECTED" },
  REVISION_REQUESTED: { submit: "IN_REVIEW" },
  APPROVED: { prove: "LIVE" },
  REJECTED: {},
  LIVE: {},
};

/** The status after an event; null where the event is not possible now. */
export function statusAfter(status: DeliverableStatus, event: DeliverableEvent): DeliverableStatus | null {
  return TRANSITIONS[status][event] ?? null;
}

/** The statuses in which the event is possible: the guard that a command repeats in its update's `where`. */
export function statusesBefore(event: DeliverableEvent): DeliverableStatus[] {
  return DELIVERABLE_STATUSES.filter((status) => TRANSITIONS[status][event] !== undefined);
}

/** Whether the influencer may change the draft now. */
export function takesDraft(status: DeliverableStatus): boolean {
  return statusAfter(status, "submit") !== null;
}

export const REVIEW_OUTCOMES = ["APPROVED", "REVISION_REQUESTED", "REJECTED"] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

export const EVENT_OF_OUTCOME: Record<ReviewOutcome, DeliverableEvent> = {
  APPROVED: "approve",
  REVISION_REQUESTED: "requestRevision",
  REJECTED: "reject",
};

/** What an officer vouches for by approving. The names stand in the decision's row and on the page. */
export const REVIEW_CHECKS = ["noIdentifiableInmate", "noSecurityDetail", "disclosurePresent"] as const;
export type ReviewCheck = (typeof REVIEW_CHECKS)[number];

/** The three steps that both sides see. */
export const STEPS = ["draft", "review", "live"] as const;
export type Step = (typeof STEPS)[number];

/** How many of the three steps are done, and whether the work ended early. */
export function progressOf(status: DeliverableStatus): { done: number; ended: boolean } {
  const done: Record<DeliverableStatus, number> = {
    AWAITING_DRAFT: 0,
    REVISION_REQUESTED: 0,
    IN_REVIEW: 1,
    REJECTED: 1,
    APPROVED: 2,
    LIVE: 3,
  };
  return { done: done[status], ended: status === "REJECTED" };
}

export const DAY_MS = 24 * 3_600_000;

/** How long the Lapas has to review a draft, in days from its submission. */
export const REVIEW_DAYS = 3;

/**
 * How long the influencer has at least after a decision, in days: a review that came late must not make the
 * influencer late.
 */
export const GRACE_DAYS = 3;

export type Party = "influencer" | "institution";

export type Turn = { who: Party; until: Date };

export type TurnInput = {
  status: DeliverableStatus;
  dueAt: Date;
  /** When the newest version was handed in; null before the first. */
  submittedAt: Date | null;
  /** When the newest version was decided; null while it waits. */
  decidedAt: Date | null;
};

/** Who has to act next and until when; null when nobody has to any more. */
export function turnOf({ status, dueAt, submittedAt, decidedAt }: TurnInput): Turn | null {
  if (status === "LIVE" || status === "REJECTED") return null;
  if (status === "IN_REVIEW") {
    const from = submittedAt ?? dueAt;
    return { who: "institution", until: new Date(from.getTime() + REVIEW_DAYS * DAY_MS) };
  }
  const grace = decidedAt ? decidedAt.getTime() + GRACE_DAYS * DAY_MS : 0;
  return { who: "influencer", until: new Date(Math.max(dueAt.getTime(), grace)) };
}

/** Whether a turn has passed its time. */
export function isOverdue(turn: Turn | null, now: Date): boolean {
  return turn !== null && turn.until.getTime() < now.getTime();
}

/** The key of one of several pieces that a line of the brief asks for: `reel-1#2`. */
export function deliverableKey(briefKey: string, ordinal: number): string {
  return `${briefKey}#${ordinal}`;
}

/** Which line of the brief and which ordinal a key names. */
export function parseDeliverableKey(key: string): { briefKey: string; ordinal: number } {
  const hash = key.lastIndexOf("#");
  const ordinal = Number(key.slice(hash + 1));
  if (hash < 1 || !Number.isInteger(ordinal) || ordinal < 1) return { briefKey: key, ordinal: 1 };
  return { briefKey: key.slice(0, hash), ordinal };
}
