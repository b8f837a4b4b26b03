import { actorId } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { Prisma, type Tx } from "~/platform/db.server";
import type { OrderReport } from "../order-report";
import type { Statement } from "../statements";
import { insertRows, jsonOf } from "./bulk.server";
import type { LoadedStatement } from "./order-record.server";

export type NewReport = {
  conversionId: string;
  statement: Statement;
  /** What an officer's act lacks. */
  report: Pick<OrderReport, "items" | "importId" | "importRow" | "note">;
};

const REPORT = {
  id: "uuid",
  conversion_id: "uuid",
  source: '"ConversionSource"',
  grade: '"EvidenceGrade"',
  channel: '"SaleChannel"',
  status: '"ConversionStatus"',
  amount_rupiah: "int8",
  refunded_rupiah: "int8",
  occurred_at: "timestamptz",
  reported_at: "timestamptz",
  said_again_at: "timestamptz",
  evidence: "jsonb",
  buyer_hash: "text",
  buyer_returning: "boolean",
  import_id: "uuid",
  import_row: "int4",
  note: "text",
  actor_kind: "text",
  actor_id: "uuid",
  received_at: "timestamptz",
};

const ITEM = {
  report_id: "uuid",
  position: "int4",
  key: "text",
  name: "text",
  sku: "text",
  quantity: "int4",
  amount_rupiah: "int8",
};

/** Writes what was said, and that some of it was said again. */
export async function writeReports(
  ctx: Ctx,
  tx: Tx,
  reports: readonly NewReport[],
  again: readonly LoadedStatement[],
): Promise<void> {
  const actor = {
    actor_kind: ctx.actor.kind,
    actor_id: actorId(ctx),
    received_at: ctx.clock.now(),
  };
  await insertRows(
    tx,
    "conversion_report",
    REPORT,
    reports.map((each) => ({ ...reportRow(each), ...actor })),
  );
  await insertRows(tx, "conversion_item", ITEM, reports.flatMap(itemRows));
  const fresh = new Set(reports.map(({ statement }) => statement.id));
  await sayAgain(
    tx,
    again.filter(({ id }) => !fresh.has(id)),
  );
}

async function sayAgain(tx: Tx, statements: readonly LoadedStatement[]): Promise<void> {
  if (statements.length === 0) return;
  const rows = statements.map(({ id, reportedAt, lastSaidAt }) => ({
    ...{ id, reported_at: reportedAt, said_again_at: lastSaidAt },
  }));
  await tx.$executeRaw(Prisma.sql`
    UPDATE conversion_report AS c SET reported_at = r.reported_at, said_again_at = r.said_again_at
    FROM jsonb_to_recordset(${jsonOf(rows)}::jsonb) AS r(id uuid, reported_at timestamptz, said_again_at timestamptz)
    WHERE c.id = r.id`);
}

function reportRow({ conversionId, statement, report }: NewReport) {
  const { lastSaidAt, reportedAt } = statement;
  return {
    id: statement.id,
    conversion_id: conversionId,
    source: statement.source,
    grade: statement.grade,
    channel: statement.channel,
    status: statement.status,
    amount_rupiah: statement.amountRupiah,
    refunded_rupiah: statement.refundedRupiah,
    occurred_at: statement.occurredAt,
    reported_at: reportedAt,
    said_again_at: lastSaidAt > reportedAt ? lastSaidAt : null,
    evidence: statement.evidence,
    buyer_hash: statement.buyerHash,
    buyer_returning: statement.buyerReturning,
    import_id: report.importId,
    import_row: report.importRow,
    note: report.note,
  };
}

function itemRows({ statement, report }: NewReport) {
  return report.items.map(({ key, name, sku, quantity, amountRupiah }, position) => ({
    report_id: statement.id,
    position,
    ...{ key, name, sku, quantity },
    amount_rupiah: amountRupiah,
  }));
}
