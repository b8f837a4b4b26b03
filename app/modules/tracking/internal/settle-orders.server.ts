import { type Attribution, attribute, type Candidate, type HumanDecision } from "../attribution";
import type { CreditOutcome } from "../attribution-reasons";
import { creditsWorth, differs, type Standing } from "../standing";
import { believed, foldStatements, type OrderState } from "../statements";
import type { BuyerOrders } from "./buyer-orders.server";
import type { ClueBook } from "./clue-book.server";
import { type OrderRecord, rowText } from "./order-record.server";

/** An order worked out anew from what was said and decided. */
export type SettledOrder = {
  record: OrderRecord;
  state: OrderState;
  standing: Standing;
  attribution: Attribution;
  buyerReturning: boolean | null;
  /** The code to show: an influencer's where there is one. */
  couponCode: string | null;
  credits: CreditRow[];
  /** Whether a person would see a change, and whether any column changes. */
  changed: boolean;
  touched: boolean;
};

/** What the order means for one claim: its share, or why it has none. */
export type CreditRow = {
  claimId: string;
  linkId: string | null;
  share: number;
  outcome: CreditOutcome;
  netRupiah: bigint;
  commissionRupiah: bigint;
};

/** The order's state by its live statements; where none is left, what it was, withdrawn. */
export function stateOf(record: OrderRecord): { state: OrderState; withdrawn: boolean } {
  const live = foldStatements(record.statements.filter(({ undone }) => !undone));
  const state = live ?? foldStatements(record.statements);
  if (!state) throw new RangeError(`order ${record.id} has no statement`);
  if (live) return { state, withdrawn: false };
  return { state: { ...state, status: "REVERSED", netRupiah: 0n }, withdrawn: true };
}

/** Works an order out: its state, who is credited, and what that is worth. Pure but for the books it reads. */
export function settle(record: OrderRecord, book: ClueBook, buyers: BuyerOrders): SettledOrder {
  const { state, withdrawn } = stateOf(record);
  const returning = state.buyerReturning ?? buyers.returning(record, state);
  const evidence = believed(record.statements.filter(({ undone }) => !undone)).map((each) => each.evidence);
  const attribution = attribute(
    { occurredAt: state.occurredAt, returning, clues: book.clues(evidence, state) },
    decisionOf(record, book),
  );
  const credits = creditsWorth(withdrawn ? [] : attribution.credits, state.netRupiah, (claimId, net) =>
    record.voided.has(claimId) ? 0n : book.commission(claimId, net),
  );
  const standing: Standing = {
    status: state.status,
    grade: state.grade,
    occurredAt: state.occurredAt,
    amountRupiah: state.amountRupiah,
    refundedRupiah: state.refundedRupiah,
    netRupiah: state.netRupiah,
    commissionRupiah: credits.reduce((sum, { commissionRupiah }) => sum + commissionRupiah, 0n),
    credits,
    withdrawn,
  };
  const changed = differs(record.standing, standing);
  const couponCode = shownCoupon(attribution, state);
  return {
    ...{ record, state, standing, attribution, couponCode, changed },
    buyerReturning: returning,
    credits: creditRows(attribution, standing, record.credited),
    touched:
      changed || rowText({ ...state, couponCode, buyerReturning: returning, attribution }) !== record.rowText,
  };
}

/** The best coupon that belongs to a claim, by the candidates' rank; else the first that was named. */
function shownCoupon({ candidates }: Attribution, { couponCodes }: OrderState): string | null {
  const claimed = candidates.find(({ kind, claimId }) => kind === "coupon" && claimId !== null);
  return claimed?.reference ?? couponCodes[0] ?? null;
}

function decisionOf({ decision }: OrderRecord, book: ClueBook): HumanDecision | null {
  if (!decision) return null;
  const { claimId, reason, decidedAt } = decision;
  if (claimId === null) return { claim: null, reason, decidedAt };
  const claim = book.claim(claimId);
  if (!claim) throw new RangeError(`decided for a claim of elsewhere: ${claimId}`);
  return { claim, reason, decidedAt };
}

/** From the outcome that came nearest to a credit. */
const NEARNESS: readonly CreditOutcome[] = [
  ...(["won", "shared", "earlier", "later", "outranked"] as const),
  ...(["returning", "expired", "after", "early", "off", "rival", "unknown", "invalid"] as const),
];

/** A row for each claim that has a part in the order, or was credited once: who earned something is told why it went. */
function creditRows(
  attribution: Attribution,
  standing: Standing,
  credited: ReadonlySet<string>,
): CreditRow[] {
  const rows = new Map<string, CreditRow>();
  for (const candidate of attribution.candidates) {
    if (candidate.claimId === null) continue;
    const known = rows.get(candidate.claimId);
    if (known && nearness(known.outcome) <= nearness(candidate.outcome)) continue;
    rows.set(candidate.claimId, { ...lost(candidate, candidate.claimId), outcome: candidate.outcome });
  }
  for (const [claimId, row] of rows) {
    const credited = row.outcome === "won" || row.outcome === "shared";
    if (attribution.decision && credited) rows.set(claimId, { ...row, outcome: "overruled" });
  }
  for (const claimId of credited) {
    if (rows.has(claimId)) continue;
    const outcome = standing.withdrawn ? "withdrawn" : attribution.decision ? "overruled" : "former";
    rows.set(claimId, { ...lost({ linkId: null }, claimId), outcome });
  }
  for (const credit of standing.credits) {
    const outcome = attribution.decision ? "decided" : standing.credits.length > 1 ? "shared" : "won";
    rows.set(credit.claimId, { ...credit, outcome });
  }
  return [...rows.values()];
}

const nearness = (outcome: CreditOutcome) => NEARNESS.indexOf(outcome);

const lost = ({ linkId }: Pick<Candidate, "linkId">, claimId: string) => ({
  ...{ claimId, linkId, share: 0, netRupiah: 0n, commissionRupiah: 0n },
});
