import type { Rupiah } from "~/kernel/rupiah";
import { startOfHour } from "~/kernel/time";
import type { ConversionStatus, EvidenceGrade } from "./order-report";
import { splitByShares, WHOLE, wholeParts } from "./shares";

/** What an order counts as, for whom: all that its ledger lines and its share of the rollups follow from. */
export type Standing = {
  status: ConversionStatus;
  grade: EvidenceGrade;
  occurredAt: Date;
  amountRupiah: Rupiah;
  refundedRupiah: Rupiah;
  netRupiah: Rupiah;
  commissionRupiah: Rupiah;
  /** Those who are credited, by claim. */
  credits: StandingCredit[];
  /** Every report was undone: it counts nowhere. */
  withdrawn: boolean;
};

export type StandingCredit = {
  claimId: string;
  linkId: string | null;
  share: number;
  netRupiah: Rupiah;
  commissionRupiah: Rupiah;
};

/**
 * What each credit is worth. A claim's commission is that of its own brief on the whole net worth, times its share;
 * net worth and commission are split to whole rupiah so that nothing is lost or made.
 * @param commissionOf of a claim's brief on a net worth
 */
export function creditsWorth(
  credits: readonly { claimId: string; linkId: string | null; share: number }[],
  netRupiah: Rupiah,
  commissionOf: (claimId: string, netRupiah: Rupiah) => Rupiah,
): StandingCredit[] {
  const net = splitByShares(netRupiah, credits);
  const commission = wholeParts(
    new Map(credits.map(({ claimId, share }) => [claimId, commissionOf(claimId, netRupiah) * BigInt(share)])),
  );
  return credits.map((credit) => ({
    ...credit,
    netRupiah: net.get(credit.claimId) ?? 0n,
    commissionRupiah: commission.get(credit.claimId) ?? 0n,
  }));
}

/** The credit at which the order is counted: the largest share, of equal ones the first claim id. */
export function leadCredit<Credit extends { claimId: string; share: number }>(
  credits: readonly Credit[],
): Credit | null {
  const [lead] = [...credits].sort(
    (a, b) => b.share - a.share || (a.claimId < b.claimId ? -1 : a.claimId > b.claimId ? 1 : 0),
  );
  return lead ?? null;
}

/** What an order adds to one bucket (a link, or the institution) in the hour of the order. */
export type RollupShare = {
  bucketId: string;
  linkId: string | null;
  institutionId: string;
  hour: Date;
  grade: EvidenceGrade;
  count: number;
  confirmed: number;
  reversed: number;
  valueRupiah: Rupiah;
  refundedRupiah: Rupiah;
  commissionRupiah: Rupiah;
};

/** An order's part in the rollups: counted once, its money split by shares. */
export function rollupShares(institutionId: string, standing: Standing | null): RollupShare[] {
  if (!standing || standing.withdrawn) return [];
  const live = standing.status !== "REVERSED";
  const lead = leadCredit(standing.credits);
  const nobody = { claimId: "", linkId: null, share: WHOLE, commissionRupiah: 0n };
  const parts = lead
    ? standing.credits
    : [{ ...nobody, netRupiah: standing.netRupiah, commissionRupiah: standing.commissionRupiah }];
  const refunds = splitByShares(live ? standing.refundedRupiah : 0n, parts);
  return parts.map((part) => {
    const counted = lead === null || part.claimId === lead.claimId;
    return {
      bucketId: part.linkId ?? institutionId,
      linkId: part.linkId,
      institutionId,
      hour: startOfHour(standing.occurredAt),
      grade: standing.grade,
      count: counted && live ? 1 : 0,
      confirmed: counted && standing.status === "CONFIRMED" ? 1 : 0,
      reversed: counted && !live ? 1 : 0,
      valueRupiah: part.netRupiah,
      refundedRupiah: refunds.get(part.claimId) ?? 0n,
      commissionRupiah: part.commissionRupiah,
    };
  });
}

const keyOf = (share: RollupShare) => `${share.bucketId} ${share.hour.getTime()} ${share.grade}`;

/** Adds shares up by bucket, hour and grade; with `sign` -1 takes them off. Buckets that stay as they are fall out. */
export function sumShares(parts: readonly { shares: readonly RollupShare[]; sign: 1 | -1 }[]): RollupShare[] {
  const sums = new Map<string, RollupShare>();
  for (const { shares, sign } of parts) {
    for (const share of shares) {
      const key = keyOf(share);
      const sum = sums.get(key) ?? { ...share, ...NOTHING };
      sums.set(key, {
        ...sum,
        count: sum.count + sign * share.count,
        confirmed: sum.confirmed + sign * share.confirmed,
        reversed: sum.reversed + sign * share.reversed,
        valueRupiah: sum.valueRupiah + BigInt(sign) * share.valueRupiah,
        refundedRupiah: sum.refundedRupiah + BigInt(sign) * share.refundedRupiah,
        commissionRupiah: sum.commissionRupiah + BigInt(sign) * share.commissionRupiah,
      });
    }
  }
  return [...sums].filter(([, sum]) => !isNothing(sum)).map(([, sum]) => sum);
}

const NOTHING = {
  count: 0,
  confirmed: 0,
  reversed: 0,
  valueRupiah: 0n,
  refundedRupiah: 0n,
  commissionRupiah: 0n,
};

function isNothing(sum: RollupShare): boolean {
  return (
    sum.count === 0 &&
    sum.confirmed === 0 &&
    sum.reversed === 0 &&
    sum.valueRupiah === 0n &&
    sum.refundedRupiah === 0n &&
    sum.commissionRupiah === 0n
  );
}

/** Whether two standings are worth a line in the ledger: everything that a person would call a change. */
export function differs(before: Standing | null, after: Standing): boolean {
  if (before === null) return true;
  return (
    before.withdrawn !== after.withdrawn ||
    before.status !== after.status ||
    before.grade !== after.grade ||
    before.occurredAt.getTime() !== after.occurredAt.getTime() ||
    before.amountRupiah !== after.amountRupiah ||
    before.refundedRupiah !== after.refundedRupiah ||
    before.netRupiah !== after.netRupiah ||
    before.commissionRupiah !== after.commissionRupiah ||
    creditsText(before) !== creditsText(after)
  );
}

/** Who is credited with how much of it, as one text. */
export const creditsText = (standing: Standing | null) =>
  (standing?.credits ?? [])
    .map(({ claimId, linkId, share }) => `${claimId} ${linkId} ${share}`)
    .sort()
    .join();
