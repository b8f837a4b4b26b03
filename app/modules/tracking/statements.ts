import type { Rupiah } from "~/kernel/rupiah";
import {
  type ConversionSource,
  type ConversionStatus,
  EVIDENCE_GRADES,
  type EvidenceGrade,
  type SaleChannel,
  type StoredEvidence,
} from "./order-report";

/**
 * What was said of an order, and what follows from it. An order's state is a fold over its statements that gives the
 * same answer in whatever order they arrive:
 * - Money: the amount is that of the best grade, and of one grade of whoever spoke last; a page's script goes after all
 *   others.
 * - Refunds: the largest that any source knows of now; each source's last word counts, and the officers' last word. A
 *   page's script is not heard where another source has told of the order.
 * - Status: a reversal stands, unless a source of at least its grade confirms the order later, or the shop that told it
 *   as it happened tells later that the order is open again (a payment that failed and was tried anew). What an officer
 *   reversed stays so. Otherwise the order is confirmed when anybody confirmed it.
 * - Time: the earliest that the best grade knows.
 * What names no amount is evidence only: it moves nothing of this, and no order stands on it.
 */
export type Statement = {
  id: string;
  /** Null: an officer's act, which holds only what it changes. */
  source: ConversionSource | null;
  grade: EvidenceGrade;
  channel: SaleChannel | null;
  status: ConversionStatus | null;
  amountRupiah: Rupiah | null;
  refundedRupiah: Rupiah | null;
  occurredAt: Date | null;
  /** When it was said first, and last. */
  reportedAt: Date;
  lastSaidAt: Date;
  evidence: StoredEvidence;
  buyerHash: string | null;
  buyerReturning: boolean | null;
  hasItems: boolean;
};

/** An order as its statements tell it. */
export type OrderState = {
  source: ConversionSource;
  grade: EvidenceGrade;
  channel: SaleChannel;
  status: ConversionStatus;
  amountRupiah: Rupiah;
  refundedRupiah: Rupiah;
  /** Amount less refunds; zero where reversed. */
  netRupiah: Rupiah;
  occurredAt: Date;
  /** All codes of whoever named any first. */
  couponCodes: readonly string[];
  buyerHash: string | null;
  buyerReturning: boolean | null;
  itemsReportId: string | null;
};

/** A statement of a source about the whole order. */
type Told = Statement & {
  source: ConversionSource;
  channel: SaleChannel;
  status: ConversionStatus;
  amountRupiah: Rupiah;
  occurredAt: Date;
};

const rank = (grade: EvidenceGrade) => EVIDENCE_GRADES.indexOf(grade);
const byId = (a: Statement, b: Statement) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const isPage = ({ source }: Statement) => Number(source === "SCRIPT");

/** A page's script after all others; best grade first, then who spoke last. */
const byAuthority = (a: Statement, b: Statement) =>
  isPage(a) - isPage(b) ||
  rank(a.grade) - rank(b.grade) ||
  b.lastSaidAt.getTime() - a.lastSaidAt.getTime() ||
  byId(b, a);

/** Best grade first, then who spoke first: what was known early is not changed by being repeated otherwise. */
const byPrecedence = (a: Statement, b: Statement) =>
  rank(a.grade) - rank(b.grade) || a.reportedAt.getTime() - b.reportedAt.getTime() || byId(a, b);

/** Whether a source stands behind the order with it: it names what the order is worth. */
export function isTold(statement: Statement): statement is Told {
  return statement.source !== null && statement.amountRupiah !== null;
}

/** How far from an order's time its page may still say by which click the buyer came. */
export const PAGE_SPEAKS_MS = 60 * 60_000;

/**
 * The statements that are believed. Anybody can make a browser speak, and order numbers can be guessed: where a shop or
 * a report has told of the order, a page's script is heard only if it names an amount that they named and spoke within
 * an hour of the order. What only shows by what an order came is believed where a source that stands behind the order
 * knows it from the same channel: numbers of a shop's own orders run on, and say nothing of a marketplace's.
 */
export function believed<Said extends Statement>(statements: readonly Said[]): Said[] {
  const told = (statements as readonly Statement[]).filter(isTold);
  const heard = statements.filter(
    (each) => each.source === null || isTold(each) || told.some(({ channel }) => channel === each.channel),
  );
  const others = told.filter(({ source }) => source !== "SCRIPT");
  if (others.length === 0) return heard;
  const orderedAt = Math.min(...others.map(({ occurredAt }) => occurredAt.getTime()));
  return heard.filter(
    ({ source, amountRupiah, reportedAt }) =>
      source !== "SCRIPT" ||
      (others.some((each) => each.amountRupiah === amountRupiah) &&
        Math.abs(reportedAt.getTime() - orderedAt) <= PAGE_SPEAKS_MS),
  );
}

/** What a source said last of an order, among statements that hold. */
export function lastWord<Said extends Statement & { undone: boolean }>(
  statements: readonly Said[],
  source: ConversionSource,
): Said | undefined {
  return statements
    .filter((each) => each.source === source && !each.undone)
    .sort((a, b) => a.lastSaidAt.getTime() - b.lastSaidAt.getTime() || (a.id < b.id ? -1 : 1))
    .at(-1);
}

/** Every coupon code of a piece of evidence, each once. */
export function couponsOf({ couponCode, otherCoupons }: StoredEvidence): string[] {
  return couponCode === null ? [] : [...new Set([couponCode, ...otherCoupons])];
}

/** The state that the statements make; null where no source stands behind the order (any more). */
export function foldStatements(all: readonly Statement[]): OrderState | null {
  const statements = believed(all);
  const told = statements.filter(isTold).sort(byAuthority);
  const money = told[0];
  if (!money) return null;
  const status = foldStatus(statements);
  const refunded = foldRefunds(statements);
  const refundedRupiah = refunded < money.amountRupiah ? refunded : money.amountRupiah;
  const early = [...told].sort(byPrecedence);
  const best = told.filter(({ grade }) => grade === money.grade);
  return {
    source: money.source,
    grade: money.grade,
    channel: money.channel,
    status,
    amountRupiah: money.amountRupiah,
    refundedRupiah,
    netRupiah: status === "REVERSED" ? 0n : money.amountRupiah - refundedRupiah,
    occurredAt: new Date(Math.min(...best.map(({ occurredAt }) => occurredAt.getTime()))),
    couponCodes: early.map(({ evidence }) => couponsOf(evidence)).find((codes) => codes.length > 0) ?? [],
    buyerHash: early.find(({ buyerHash }) => buyerHash)?.buyerHash ?? null,
    buyerReturning: early.find(({ buyerReturning }) => buyerReturning !== null)?.buyerReturning ?? null,
    itemsReportId: told.find(({ hasItems }) => hasItems)?.id ?? null,
  };
}

/** The status that the statements make together; PENDING where none says more. */
export function foldStatus(statements: readonly Statement[]): ConversionStatus {
  const reversals = statements.filter(({ status }) => status === "REVERSED");
  const confirmations = statements.filter(({ status }) => status === "CONFIRMED");
  const isLater = (each: Statement, reversal: Statement) =>
    each.source !== null && each.lastSaidAt.getTime() > reversal.lastSaidAt.getTime();
  const confirmedAnew = (reversal: Statement) =>
    confirmations.some((each) => isLater(each, reversal) && rank(each.grade) <= rank(reversal.grade));
  const openedAnew = (reversal: Statement) =>
    reversal.grade === "MEASURED" &&
    statements.some(
      (each) => each.status === "PENDING" && each.source === reversal.source && isLater(each, reversal),
    );
  const lifted = (reversal: Statement) =>
    reversal.source !== null && (confirmedAnew(reversal) || openedAnew(reversal));
  if (!reversals.every(lifted)) return "REVERSED";
  // What was confirmed before it was cancelled and opened again has yet to be confirmed again.
  const stale = (each: Statement) =>
    reversals.some(
      (reversal) => reversal.source === each.source && !isLater(each, reversal) && !confirmedAnew(reversal),
    );
  return confirmations.some((each) => !stale(each)) ? "CONFIRMED" : "PENDING";
}

/** Of each source the refund that it named last; of those the largest. */
function foldRefunds(statements: readonly Statement[]): Rupiah {
  const latest = new Map<ConversionSource | null, Statement>();
  const othersTold = statements.some((each) => isTold(each) && each.source !== "SCRIPT");
  for (const statement of statements) {
    if (statement.refundedRupiah === null || (othersTold && statement.source === "SCRIPT")) continue;
    const known = latest.get(statement.source);
    if (!known || byAuthority(statement, known) < 0) latest.set(statement.source, statement);
  }
  return [...latest.values()].reduce(
    (most, { refundedRupiah }) => (refundedRupiah !== null && refundedRupiah > most ? refundedRupiah : most),
    0n,
  );
}

const sameSet = (some: readonly unknown[], others: readonly unknown[]) => {
  const texts = (all: readonly unknown[]) =>
    JSON.stringify([...new Set(all.map((each) => JSON.stringify(each)))].sort());
  return texts(some) === texts(others);
};

/**
 * Whether a source says with `said` just what it said with `known`, and so only says it again. What holds less is a
 * statement of its own: taken for the fuller one, it would move that one's time, and the order of arrival would count.
 */
export function repeats(known: Statement, said: Statement): boolean {
  return (
    known.source === said.source &&
    known.channel === said.channel &&
    known.status === said.status &&
    known.amountRupiah === said.amountRupiah &&
    known.refundedRupiah === said.refundedRupiah &&
    known.occurredAt?.getTime() === said.occurredAt?.getTime() &&
    known.buyerHash === said.buyerHash &&
    known.buyerReturning === said.buyerReturning &&
    known.hasItems === said.hasItems &&
    known.evidence.clickedAt === said.evidence.clickedAt &&
    known.evidence.orderedAt === said.evidence.orderedAt &&
    sameSet(couponsOf(known.evidence), couponsOf(said.evidence)) &&
    sameSet(known.evidence.clicks, said.evidence.clicks) &&
    sameSet(known.evidence.linkCodes, said.evidence.linkCodes) &&
    sameSet(known.evidence.handles, said.evidence.handles) &&
    sameSet(known.evidence.contentIds, said.evidence.contentIds)
  );
}
