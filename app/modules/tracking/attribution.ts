import type { AttributionModel, AttributionRule } from "~/modules/campaigns/brief.schemas";
import { type CandidateOutcome, CLUE_KINDS, type ClueKind, lossReason } from "./attribution-reasons";
import { evenShares } from "./shares";

/**
 * Who is credited with an order. Pure, and a function of facts alone: the same evidence gives the same answer in
 * whatever order it arrives and whenever it is asked. The answer is stored with the order, with every candidate and
 * why it won or lost. Raise the version when the rule changes.
 *
 * The rule. Each candidate is judged by the brief revision that its influencer accepted; who passes is ranked:
 * 1. By the kind of clue, as that revision orders them (`tierOf`). A link code without the time of its click goes behind
 *    those with one: anybody can write it into a report, and nobody knows whether it was the last touch.
 * 2. Of equal kinds the later touch goes first. The first of all decides which campaign is credited, and its revision
 *    decides how: `last_click` credits it alone; `first_click` the earliest, `linear` each influencer alike, among the
 *    clues of the same campaign and tier.
 */
export const ATTRIBUTION_VERSION = 3;

const DAY_MS = 86_400_000;

/** Clocks of shops and ours differ: a click may seem to come a little after its order. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** An officer writes down when a sale was, often from memory: a code that is a day younger was there all the same. */
export const ISSUE_TOLERANCE_MS = DAY_MS;

/** The claim that a clue speaks for, with what its influencer accepted. */
export type ClaimFacts = {
  claimId: string;
  campaignId: string;
  /** The claim's own link, for clues that come without one. */
  linkId: string | null;
  /** When its link and its code were issued. */
  issuedAt: Date;
  /** When the campaign ended for it. */
  endsAt: Date;
  windowDays: number;
  rule: AttributionRule;
};

/** Something that came with the order and may say who brought the buyer. */
export type Clue = {
  kind: ClueKind;
  /** The coupon code, the click's id, the link's code, `network:name`, or the video's id. */
  reference: string;
  /** Null: not ours, forged, of another institution, or nobody's. */
  claim: ClaimFacts | null;
  /** The link that was clicked. */
  linkId: string | null;
  /** When it touched the buyer; null: nobody knows, it counts as at the order, or at the campaign's end. */
  at: Date | null;
  /** An account name that somebody else bore first: it is shown, and never credited but by a person. */
  rival?: true;
};

export type Evidence = {
  occurredAt: Date;
  /** Whether the buyer had bought from this institution before; null: not known. */
  returning: boolean | null;
  clues: readonly Clue[];
};

/** A person's decision on the order; it goes before the rule. */
export type HumanDecision = {
  /** Null: nobody is credited. */
  claim: { claimId: string; campaignId: string; linkId: string | null } | null;
  reason: string;
  decidedAt: Date;
};

export type Candidate = {
  kind: ClueKind;
  reference: string;
  outcome: CandidateOutcome;
  claimId: string | null;
  campaignId: string | null;
  linkId: string | null;
  /** When it touched the buyer, or (coupon) was issued; ISO. */
  at: string | null;
  windowDays: number | null;
};

export type Credit = { claimId: string; linkId: string | null /** Parts per million. */; share: number };

export type Attribution = {
  version: number;
  /** The winning kind of clue, `decided…` by a person, or why nobody is credited. */
  reason: string;
  /** Of the campaign that is credited; null where nobody is, or a person decided. */
  model: AttributionModel | null;
  campaignId: string | null;
  credits: Credit[];
  /** Of the click that won. */
  clickId: string | null;
  candidates: Candidate[];
  decision: { claimId: string | null; reason: string; decidedAt: string } | null;
};

type Judged = Clue & { outcome: CandidateOutcome; tier: number; touchedAt: number };

/** Decides who is credited. */
export function attribute(evidence: Evidence, human: HumanDecision | null = null): Attribution {
  const judged = unique(evidence.clues)
    .map((clue) => judge(clue, evidence))
    .sort(byRank);
  const first = judged.find((clue) => clue.outcome === "won");
  const winners = first ? winnersOf(first, judged) : [];
  const ranked = judged.map((clue) => ({ ...clue, outcome: outcomeOf(clue, first, winners) }));
  const candidates = ranked.map(toCandidate);
  const byRule = {
    version: ATTRIBUTION_VERSION,
    reason: first ? first.kind : lossReason(candidates),
    model: first?.claim?.rule.model ?? null,
    campaignId: first?.claim?.campaignId ?? null,
    credits: creditsFor(winners),
    clickId: winners.length === 1 && winners[0]?.kind === "click" ? winners[0].reference : null,
    candidates,
    decision: null,
  };
  return human ? decided(byRule, human) : byRule;
}

/** What a person decided stands above the rule; the candidates keep what the rule says of them. */
function decided(byRule: Attribution, { claim, reason, decidedAt }: HumanDecision): Attribution {
  return {
    ...byRule,
    reason: claim ? "decided" : "decided:nobody",
    model: null,
    campaignId: claim?.campaignId ?? null,
    credits: claim ? [{ claimId: claim.claimId, linkId: claim.linkId, share: 1_000_000 }] : [],
    clickId: null,
    decision: { claimId: claim?.claimId ?? null, reason, decidedAt: decidedAt.toISOString() },
  };
}

/** Whether a clue could be credited at all; `won` until it is ranked. */
function judge(clue: Clue, { occurredAt, returning }: Evidence): Judged {
  const touchedAt = clue.at?.getTime() ?? occurredAt.getTime();
  return { ...clue, touchedAt, tier: tierOf(clue), outcome: outcomeAlone(clue, occurredAt, returning) };
}

function outcomeAlone(clue: Clue, occurredAt: Date, returning: boolean | null): CandidateOutcome {
  const { claim, kind, at } = clue;
  if (!claim) return kind === "click" ? "invalid" : "unknown";
  if (clue.rival) return "rival";
  const named = kind === "handle" || kind === "content";
  if (named && claim.rule.handles === "off") return "off";
  const order = occurredAt.getTime();
  if (kind !== "click" && claim.issuedAt.getTime() > order + ISSUE_TOLERANCE_MS) return "early";
  if (at !== null && at.getTime() > order + CLOCK_TOLERANCE_MS) return "after";
  // Of a code or a name nobody knows when the buyer heard of it; not after the campaign had ended.
  const lastOrder = (at ?? claim.endsAt).getTime() + claim.windowDays * DAY_MS;
  if (order > lastOrder) return "expired";
  return claim.rule.buyers === "new" && returning === true ? "returning" : "won";
}

/** How strong a kind of clue is by the rule of its claim; 0 goes first. */
function tierOf({ kind, claim, at }: Clue): number {
  if (kind === "click" || kind === "link") return kind === "link" && at === null ? 3 : 2;
  if (kind === "coupon") return claim?.rule.couponFirst === false ? 4 : 1;
  return claim?.rule.handles === "first" ? 0 : 5;
}

/** Strongest first, then the latest touch; what is equal in both in an order that never varies. */
function byRank(a: Judged, b: Judged): number {
  return (
    a.tier - b.tier ||
    b.touchedAt - a.touchedAt ||
    CLUE_KINDS.indexOf(a.kind) - CLUE_KINDS.indexOf(b.kind) ||
    (b.claim?.issuedAt.getTime() ?? 0) - (a.claim?.issuedAt.getTime() ?? 0) ||
    compareText(b.reference, a.reference) ||
    compareText(a.claim?.claimId ?? "", b.claim?.claimId ?? "")
  );
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Those whom the model of the first one's revision credits. */
function winnersOf(first: Judged, judged: readonly Judged[]): Judged[] {
  const group = judged.filter(
    (clue) =>
      clue.outcome === "won" &&
      clue.tier === first.tier &&
      clue.claim?.campaignId === first.claim?.campaignId,
  );
  if (first.claim?.rule.model === "last_click") return [first];
  if (first.claim?.rule.model === "first_click") return group.slice(-1);
  const seen = new Set<string>();
  return group.filter(({ claim }) => claim && !seen.has(claim.claimId) && seen.add(claim.claimId));
}

function outcomeOf(clue: Judged, first: Judged | undefined, winners: readonly Judged[]): CandidateOutcome {
  if (clue.outcome !== "won" || !first) return clue.outcome;
  if (winners.includes(clue)) return winners.length > 1 ? "shared" : "won";
  if (clue.tier > first.tier) return "outranked";
  const sameCampaign = clue.claim?.campaignId === first.claim?.campaignId;
  return sameCampaign && first.claim?.rule.model === "first_click" ? "earlier" : "later";
}

function creditsFor(winners: readonly Judged[]): Credit[] {
  const claims = winners.flatMap(({ claim, linkId }) =>
    claim ? [{ claimId: claim.claimId, linkId: linkId ?? claim.linkId }] : [],
  );
  const shares = evenShares(claims.map(({ claimId }) => claimId));
  return claims
    .map((claim) => ({ ...claim, share: shares.get(claim.claimId) ?? 0 }))
    .sort((a, b) => compareText(a.claimId, b.claimId));
}

function toCandidate({ kind, reference, outcome, claim, linkId, at }: Judged): Candidate {
  const since = kind === "coupon" ? (claim?.issuedAt ?? null) : at;
  return {
    ...{ kind, reference, outcome },
    claimId: claim?.claimId ?? null,
    campaignId: claim?.campaignId ?? null,
    linkId: linkId ?? claim?.linkId ?? null,
    at: since?.toISOString() ?? null,
    windowDays: claim && kind !== "coupon" ? claim.windowDays : null,
  };
}

/** The same clue of the same claim once; the one with the later time. */
function unique(clues: readonly Clue[]): Clue[] {
  const kept = new Map<string, Clue>();
  for (const clue of clues) {
    const key = `${clue.kind} ${clue.reference} ${clue.claim?.claimId ?? ""}`;
    const known = kept.get(key);
    if (!known || (clue.at?.getTime() ?? 0) > (known.at?.getTime() ?? 0)) kept.set(key, clue);
  }
  return [...kept.values()];
}
