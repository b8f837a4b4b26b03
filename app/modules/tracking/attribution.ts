/**
 * Who is credited with an order. Pure, and a function of facts alone: the same evidence gives the same answer in
 * whatever order it arrives and whenever it is asked. The answer is stored with the order, with every candidate and
 * why it won or lost. Raise the version when the rule changes.
 *
 * The rule: a coupon code goes before a click (it is what the buyer said); among clicks the last one before the order
 * wins, if it happened within the attribution window of the brief that its influencer accepted.
 */
export const ATTRIBUTION_VERSION = 1;

const DAY_MS = 86_400_000;

/** A coupon code that came with the order. Without a claim: no campaign of this institution knows it. */
export type CouponEvidence = {
  code: string;
  claim: { claimId: string; linkId: string | null; issuedAt: Date } | null;
};

/** A click mark that came with the order. Without a link: not ours, forged, or of another institution. */
export type ClickEvidence = {
  clickId: string;
  link: { claimId: string; linkId: string; clickedAt: Date; windowDays: number } | null;
};

export type Evidence = { occurredAt: Date; coupon: CouponEvidence | null; clicks: readonly ClickEvidence[] };

export const CANDIDATE_OUTCOMES = [
  "won",
  "outranked",
  "later",
  "expired",
  "after",
  "early",
  "unknown",
  "invalid",
] as const;
export type CandidateOutcome = (typeof CANDIDATE_OUTCOMES)[number];

export type Candidate = {
  kind: "coupon" | "click";
  /** The coupon code or the click's id. */
  reference: string;
  outcome: CandidateOutcome;
  claimId: string | null;
  linkId: string | null;
  /** When the coupon was issued or the click happened, ISO. */
  at: string | null;
  windowDays: number | null;
};

export const ATTRIBUTION_REASONS = [
  "coupon",
  "click",
  "none:no-evidence",
  "none:coupon-unknown",
  "none:coupon-early",
  "none:click-invalid",
  "none:click-after-order",
  "none:window-expired",
] as const;
export type AttributionReason = (typeof ATTRIBUTION_REASONS)[number];

export type Attribution = {
  version: number;
  reason: AttributionReason;
  claimId: string | null;
  linkId: string | null;
  /** Of the click that won. */
  clickId: string | null;
  candidates: Candidate[];
};

/** Clocks of shops and ours differ: a click may seem to come a little after its order. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** An officer writes down when a sale was, often from memory: a code that is a day younger was there all the same. */
export const COUPON_TOLERANCE_MS = DAY_MS;

/** Decides who is credited. */
export function attribute(evidence: Evidence): Attribution {
  const coupon = evidence.coupon ? [judgeCoupon(evidence.coupon, evidence.occurredAt)] : [];
  const clicks = [...evidence.clicks]
    .sort(newestFirst)
    .map((click) => judgeClick(click, evidence.occurredAt));
  const candidates = rank([...coupon, ...unique(clicks)]);
  const winner = candidates.find((candidate) => candidate.outcome === "won");
  return {
    version: ATTRIBUTION_VERSION,
    reason: winner ? winner.kind : reasonForNone(candidates),
    claimId: winner?.claimId ?? null,
    linkId: winner?.linkId ?? null,
    clickId: winner?.kind === "click" ? winner.reference : null,
    candidates,
  };
}

function judgeCoupon({ code, claim }: CouponEvidence, occurredAt: Date): Candidate {
  const early = claim !== null && claim.issuedAt.getTime() > occurredAt.getTime() + COUPON_TOLERANCE_MS;
  return {
    kind: "coupon",
    reference: code,
    outcome: claim === null ? "unknown" : early ? "early" : "won",
    claimId: claim?.claimId ?? null,
    linkId: claim?.linkId ?? null,
    at: claim?.issuedAt.toISOString() ?? null,
    windowDays: null,
  };
}

function judgeClick({ clickId, link }: ClickEvidence, occurredAt: Date): Candidate {
  return {
    kind: "click",
    reference: clickId,
    outcome: link === null ? "invalid" : outcomeOfClick(link, occurredAt),
    claimId: link?.claimId ?? null,
    linkId: link?.linkId ?? null,
    at: link?.clickedAt.toISOString() ?? null,
    windowDays: link?.windowDays ?? null,
  };
}

function outcomeOfClick(link: NonNullable<ClickEvidence["link"]>, occurredAt: Date): CandidateOutcome {
  const age = occurredAt.getTime() - link.clickedAt.getTime();
  if (age < -CLOCK_TOLERANCE_MS) return "after";
  return age > link.windowDays * DAY_MS ? "expired" : "won";
}

/** The last click first; of two in the same millisecond the higher id, so that there is always one answer. */
function newestFirst(a: ClickEvidence, b: ClickEvidence): number {
  const time = (b.link?.clickedAt.getTime() ?? 0) - (a.link?.clickedAt.getTime() ?? 0);
  if (time !== 0) return time;
  return a.clickId < b.clickId ? 1 : a.clickId > b.clickId ? -1 : 0;
}

function unique(candidates: Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ reference }) => !seen.has(reference) && seen.add(reference));
}

/** Of those that could win the first does; the others learn what came before them. */
function rank(candidates: Candidate[]): Candidate[] {
  const winner = candidates.find((candidate) => candidate.outcome === "won");
  return candidates.map((candidate) =>
    candidate.outcome !== "won" || candidate === winner
      ? candidate
      : { ...candidate, outcome: winner?.kind === "coupon" ? "outranked" : "later" },
  );
}

const REASON_OF_LOSS: [CandidateOutcome, AttributionReason][] = [
  ["expired", "none:window-expired"],
  ["after", "none:click-after-order"],
  ["early", "none:coupon-early"],
  ["unknown", "none:coupon-unknown"],
  ["invalid", "none:click-invalid"],
];

/** Why nobody is credited: the reason of the candidate that came nearest. */
function reasonForNone(candidates: readonly Candidate[]): AttributionReason {
  const nearest = REASON_OF_LOSS.find(([outcome]) => candidates.some((other) => other.outcome === outcome));
  return nearest?.[1] ?? "none:no-evidence";
}
