import type { Prisma, Tx } from "~/platform/db.server";
import type {
  Conversion,
  ConversionCredit,
  ConversionDecision,
  ConversionReport,
} from "~/platform/generated/prisma/client";
import type { HumanDecision } from "../attribution";
import { type NumberSpace, storedEvidenceSchema } from "../order-report";
import type { Standing } from "../standing";
import type { Statement } from "../statements";

/** An order as it is worked on: what was said of it, what was decided, and what it counts as. */
export type OrderRecord = {
  id: string;
  institutionId: string;
  numberSpace: NumberSpace;
  orderId: string;
  statements: LoadedStatement[];
  decision: StoredDecision | null;
  /** Claims whose commission an officer took back: it is worth nothing, whatever is reported. */
  voided: ReadonlySet<string>;
  /** Claims that are, or once were, credited. */
  credited: Set<string>;
  /** Null: it is new. */
  standing: Standing | null;
  /** What else the row says, as one text, to notice any change of it; empty for a new order. */
  rowText: string;
  /** Of a new order: what its officer added. */
  entry: { note: string; evidenceKey: string | null; enteredById: string | null };
};

export type LoadedStatement = Statement & { importId: string | null; undone: boolean };

/** A decision names a claim; whether it may be credited is looked up when the order is settled. */
export type StoredDecision = Omit<HumanDecision, "claim"> & { claimId: string | null };

type Report = ConversionReport & { hasItems: boolean };

type Row = Conversion & {
  reports: Report[];
  decisions: ConversionDecision[];
  credits: ConversionCredit[];
  holds: { claimId: string }[];
};

type Reader = Pick<
  Tx,
  | "conversion"
  | "conversionReport"
  | "conversionItem"
  | "conversionDecision"
  | "conversionCredit"
  | "commissionHold"
>;

/** Reads orders of one institution with all that their state is made of. */
export async function loadOrders(
  tx: Reader,
  where: Prisma.ConversionWhereInput & { institutionId: string },
): Promise<OrderRecord[]> {
  const orders = await tx.conversion.findMany({ where });
  if (orders.length === 0) return [];
  // One after the other: a transaction has one connection, and `include` would ask it for everything at once.
  const of = { conversionId: { in: orders.map(({ id }) => id) } };
  const reports = byOrder(await loadReports(tx, of));
  const decisions = byOrder(await tx.conversionDecision.findMany({ where: of, orderBy: { id: "desc" } }));
  const credits = byOrder(await tx.conversionCredit.findMany({ where: { ...of, credited: true } }));
  const holds = byOrder(
    await tx.commissionHold.findMany({
      where: { ...of, state: "VOIDED" },
      select: { conversionId: true, claimId: true },
    }),
  );
  return orders.map((order) =>
    recordOf({
      ...order,
      reports: reports.get(order.id) ?? [],
      decisions: decisions.get(order.id) ?? [],
      credits: credits.get(order.id) ?? [],
      holds: holds.get(order.id) ?? [],
    }),
  );
}

/** Whether a report has items is looked up by its first: a count beside the reports would add up the whole table. */
async function loadReports(tx: Reader, of: { conversionId: { in: string[] } }): Promise<Report[]> {
  const reports = await tx.conversionReport.findMany({ where: of });
  const firstItems = await tx.conversionItem.findMany({
    where: { reportId: { in: reports.map(({ id }) => id) }, position: 0 },
    select: { reportId: true },
  });
  const withItems = new Set(firstItems.map(({ reportId }) => reportId));
  return reports.map((report) => ({ ...report, hasItems: withItems.has(report.id) }));
}

function byOrder<Row extends { conversionId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.conversionId);
    if (group) group.push(row);
    else groups.set(row.conversionId, [row]);
  }
  return groups;
}

function recordOf(row: Row): OrderRecord {
  const [decision] = row.decisions;
  return {
    id: row.id,
    institutionId: row.institutionId,
    numberSpace: row.numberSpace,
    orderId: row.orderId,
    statements: row.reports.map(statementOf),
    decision:
      decision && decision.kind !== "RULE"
        ? { claimId: decision.claimId, reason: decision.reason, decidedAt: decision.decidedAt }
        : null,
    voided: new Set(row.holds.map(({ claimId }) => claimId)),
    credited: new Set(row.credits.map(({ claimId }) => claimId)),
    standing: {
      status: row.status,
      grade: row.evidenceGrade,
      occurredAt: row.occurredAt,
      amountRupiah: row.amountRupiah,
      refundedRupiah: row.refundedRupiah,
      netRupiah: row.netRupiah,
      commissionRupiah: row.commissionRupiah,
      credits: row.credits
        .filter(({ share }) => share > 0)
        .map(({ claimId, linkId, share, netRupiah, commissionRupiah }) => ({
          ...{ claimId, linkId, share, netRupiah, commissionRupiah },
        })),
      withdrawn: row.withdrawnAt !== null,
    },
    rowText: rowText(row),
    entry: { note: row.note, evidenceKey: row.evidenceKey, enteredById: row.enteredById },
  };
}

function statementOf(report: Report): LoadedStatement {
  const { id, source, grade, channel, status, amountRupiah, refundedRupiah, occurredAt, reportedAt } = report;
  const { hasItems } = report;
  return {
    ...{ id, source, grade, channel, status, amountRupiah, refundedRupiah, occurredAt, reportedAt, hasItems },
    lastSaidAt: report.saidAgainAt ?? reportedAt,
    evidence: storedEvidenceSchema.parse(report.evidence),
    buyerHash: report.buyerHash,
    buyerReturning: report.buyerReturning,
    importId: report.importId,
    undone: report.undoneAt !== null,
  };
}

/** What a row says besides what it counts as. */
export function rowText(
  row: Pick<Row, "channel" | "source" | "couponCode" | "itemsReportId" | "buyerHash" | "buyerReturning"> & {
    attribution: unknown;
  },
): string {
  const { channel, source, couponCode, itemsReportId, buyerHash, buyerReturning, attribution } = row;
  return canonical([channel, source, couponCode, itemsReportId, buyerHash, buyerReturning, attribution]);
}

/** JSON with sorted keys: PostgreSQL's `jsonb` does not keep their order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
