/** In the order in which they go first where all else is equal. */
export const CLUE_KINDS = ["coupon", "content", "handle", "click", "link"] as const;
export type ClueKind = (typeof CLUE_KINDS)[number];

export const CANDIDATE_OUTCOMES = [
  "won",
  "shared",
  "outranked",
  "later",
  "earlier",
  "expired",
  "after",
  "early",
  "returning",
  "off",
  "rival",
  "unknown",
  "invalid",
] as const;
export type CandidateOutcome = (typeof CANDIDATE_OUTCOMES)[number];

/**
 * What an order means for a claim. Beside what became of its candidates: what a person decided, and for who was
 * credited once and is no candidate any more, whether evidence went or the whole order.
 */
export const CREDIT_OUTCOMES = [
  ...CANDIDATE_OUTCOMES,
  ...(["decided", "overruled", "former", "withdrawn"] as const),
] as const;
export type CreditOutcome = (typeof CREDIT_OUTCOMES)[number];

/**
 * Every reason that an order can be stored with, and its message (`tracking:reason.KEY`; a colon in a key would name
 * another namespace).
 */
export const REASON_KEYS = {
  coupon: "coupon",
  click: "click",
  link: "link",
  handle: "handle",
  content: "content",
  decided: "decided",
  "decided:nobody": "decidedNobody",
  "none:no-evidence": "noEvidence",
  "none:coupon-unknown": "couponUnknown",
  "none:coupon-early": "couponEarly",
  "none:link-unknown": "linkUnknown",
  "none:link-early": "linkEarly",
  "none:handle-unknown": "handleUnknown",
  "none:handle-early": "handleEarly",
  "none:handles-off": "handlesOff",
  "none:handle-rival": "handleRival",
  "none:click-invalid": "clickInvalid",
  "none:click-after-order": "clickAfterOrder",
  "none:window-expired": "windowExpired",
  "none:buyer-returning": "buyerReturning",
} as const;
export type AttributionReason = keyof typeof REASON_KEYS;
export type ReasonKey = (typeof REASON_KEYS)[AttributionReason];

export const ATTRIBUTION_REASONS = Object.keys(REASON_KEYS) as AttributionReason[];

/** The message of a stored reason. @throws RangeError for one that no version of the rule ever gave. */
export function reasonKey(reason: string): ReasonKey {
  if (!(reason in REASON_KEYS)) throw new RangeError(`unknown attribution reason ${reason}`);
  return REASON_KEYS[reason as AttributionReason];
}

/** From the loss that came nearest to a credit to the one that came least near. */
const NEAREST: readonly CandidateOutcome[] = [
  "returning",
  "expired",
  "after",
  "early",
  "off",
  "rival",
  "unknown",
  "invalid",
];

const UNKNOWN: Record<ClueKind, AttributionReason> = {
  coupon: "none:coupon-unknown",
  link: "none:link-unknown",
  handle: "none:handle-unknown",
  content: "none:handle-unknown",
  click: "none:click-invalid",
};

const EARLY: Record<ClueKind, AttributionReason> = {
  coupon: "none:coupon-early",
  link: "none:link-early",
  click: "none:link-early",
  handle: "none:handle-early",
  content: "none:handle-early",
};

/** Why nobody is credited: the reason of the candidate that came nearest. */
export function lossReason(
  candidates: readonly { kind: ClueKind; outcome: CandidateOutcome }[],
): AttributionReason {
  const outcome = NEAREST.find((each) => candidates.some((candidate) => candidate.outcome === each));
  const nearest = candidates.find((candidate) => candidate.outcome === outcome);
  if (!nearest) return "none:no-evidence";
  switch (nearest.outcome) {
    case "returning":
      return "none:buyer-returning";
    case "expired":
      return "none:window-expired";
    case "after":
      return "none:click-after-order";
    case "early":
      return EARLY[nearest.kind];
    case "off":
      return "none:handles-off";
    case "rival":
      return "none:handle-rival";
    default:
      return UNKNOWN[nearest.kind];
  }
}
