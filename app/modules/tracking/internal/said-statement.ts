import { newId } from "~/kernel/id";
import { gradeOf, type OrderReport, type StoredEvidence } from "../order-report";
import type { LoadedStatement } from "./order-record.server";

/** What a report says of its order. @param clicks its click marks, checked */
export function statementOf(report: OrderReport, clicks: StoredEvidence["clicks"]): LoadedStatement {
  const { source, channel, status, amountRupiah, refundedRupiah, occurredAt, reportedAt, evidence } = report;
  return {
    ...{ source, channel, status, amountRupiah, refundedRupiah, occurredAt, reportedAt },
    id: newId(),
    grade: gradeOf(
      source,
      clicks.some(({ linkId }) => linkId !== null),
    ),
    lastSaidAt: reportedAt,
    evidence: {
      clicks,
      linkCodes: [...evidence.linkCodes],
      couponCode: evidence.couponCode,
      otherCoupons: [...(evidence.otherCoupons ?? [])],
      handles: evidence.handles.map(({ network, username }) => ({ network, username })),
      contentIds: [...evidence.contentIds],
      clickedAt: evidence.clickedAt?.toISOString() ?? null,
      ...(evidence.orderedAt ? { orderedAt: evidence.orderedAt.toISOString() } : {}),
    },
    buyerHash: report.buyer.hash,
    buyerReturning: report.buyer.returning,
    hasItems: report.items.length > 0,
    importId: report.importId,
    undone: false,
  };
}

/** Whether it says anything of who brought the buyer. */
export function showsWho({ evidence }: LoadedStatement): boolean {
  const { clicks, linkCodes, couponCode, handles, contentIds } = evidence;
  return couponCode !== null || [clicks, linkCodes, handles, contentIds].some((each) => each.length > 0);
}

/** The statement without what it says of the order itself. */
export function evidenceOnly(statement: LoadedStatement): LoadedStatement {
  const orderedAt = statement.occurredAt?.toISOString();
  return {
    ...statement,
    ...{ status: null, amountRupiah: null, refundedRupiah: null, occurredAt: null },
    ...{ buyerHash: null, buyerReturning: null, hasItems: false },
    evidence: { ...statement.evidence, ...(orderedAt ? { orderedAt } : {}) },
  };
}
