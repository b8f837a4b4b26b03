import { newId } from "~/kernel/id";
import { actorId } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { LineCause } from "~/platform/generated/prisma/enums";
import { creditsText, leadCredit, rollupShares, type Standing, sumShares } from "../standing";
import { insertRows } from "./bulk.server";
import { addToRollups } from "./conversion-rollup.server";
import type { SettledOrder } from "./settle-orders.server";

/** Why orders change, for their ledger lines. */
export type Because = { cause: LineCause; reason: string };

const CONVERSION = {
  id: "uuid",
  institution_id: "uuid",
  number_space: '"NumberSpace"',
  order_id: "text",
  channel: '"SaleChannel"',
  source: '"ConversionSource"',
  evidence_grade: '"EvidenceGrade"',
  status: '"ConversionStatus"',
  amount_rupiah: "int8",
  refunded_rupiah: "int8",
  net_rupiah: "int8",
  commission_rupiah: "int8",
  occurred_at: "timestamptz",
  click_id: "uuid",
  coupon_code: "text",
  link_id: "uuid",
  claim_id: "uuid",
  attribution_reason: "text",
  attribution: "jsonb",
  buyer_hash: "text",
  buyer_returning: "boolean",
  items_report_id: "uuid",
  withdrawn_at: "timestamptz",
  entered_by_id: "uuid",
  evidence_key: "text",
  note: "text",
  created_at: "timestamptz",
};

/** What never changes once an order is there. */
const FIXED: ReadonlySet<string> = new Set([
  ...["id", "institution_id", "number_space", "order_id"],
  ...["entered_by_id", "evidence_key", "note", "created_at"],
]);

const UPDATE = `ON CONFLICT (id) DO UPDATE SET ${Object.keys(CONVERSION)
  .filter((column) => !FIXED.has(column))
  .map((column) => `${column} = excluded.${column}`)
  .join(", ")}`;

const CREDIT = {
  conversion_id: "uuid",
  claim_id: "uuid",
  link_id: "uuid",
  share: "int4",
  outcome: "text",
  net_rupiah: "int8",
  commission_rupiah: "int8",
  occurred_at: "timestamptz",
  credited: "boolean",
};

const LINE = {
  id: "uuid",
  conversion_id: "uuid",
  cause: '"LineCause"',
  status: '"ConversionStatus"',
  amount_rupiah: "int8",
  commission_rupiah: "int8",
  claim_id: "uuid",
  reason: "text",
  attribution_reason: "text",
  actor_kind: "text",
  actor_id: "uuid",
  at: "timestamptz",
};

/** A change of an order: what it counted as before, and what it does now. */
export type LedgerStep = {
  conversionId: string;
  before: Standing | null;
  after: Standing;
  /** Why it is credited so now. */
  attributionReason: string;
} & Because;

/** Writes orders new and changed: five statements, however many there are. */
export async function writeOrders(ctx: Ctx, tx: Tx, settled: readonly SettledOrder[]): Promise<void> {
  const touched = settled.filter(({ touched }) => touched);
  if (touched.length === 0) return;
  const now = ctx.clock.now();
  await insertRows(
    tx,
    "conversion",
    CONVERSION,
    touched.map((order) => conversionRow(order, now)),
    UPDATE,
  );
  const ids = touched.map(({ record }) => record.id);
  await tx.$executeRaw`DELETE FROM conversion_credit WHERE conversion_id = ANY(${ids}::uuid[])`;
  await insertRows(tx, "conversion_credit", CREDIT, touched.flatMap(creditRows));
}

/** Writes the ledger lines of changes and adds them to the rollups. */
export async function writeLedger(ctx: Ctx, tx: Tx, steps: readonly LedgerStep[]): Promise<void> {
  const actor = { actor_kind: ctx.actor.kind, actor_id: actorId(ctx), at: ctx.clock.now() };
  const lines = steps.map(({ conversionId, before, after, attributionReason, cause, reason }) => ({
    id: newId(),
    conversion_id: conversionId,
    cause,
    status: after.status,
    amount_rupiah: after.netRupiah - (before?.netRupiah ?? 0n),
    commission_rupiah: after.commissionRupiah - (before?.commissionRupiah ?? 0n),
    claim_id: leadCredit(after.credits)?.claimId ?? null,
    reason,
    attribution_reason: creditsText(before) === creditsText(after) ? null : attributionReason,
    ...actor,
  }));
  await insertRows(tx, "conversion_line", LINE, lines);
}

/** Brings the rollups from what the orders counted as to what they count as now. */
export async function moveRollups(
  tx: Tx,
  moves: readonly { institutionId: string; before: Standing | null; after: Standing }[],
): Promise<void> {
  const sums = sumShares(
    moves.flatMap(({ institutionId, before, after }) => [
      { shares: rollupShares(institutionId, before), sign: -1 as const },
      { shares: rollupShares(institutionId, after), sign: 1 as const },
    ]),
  );
  await addToRollups(tx, sums);
}

function conversionRow(
  { record, state, standing, attribution, couponCode, buyerReturning }: SettledOrder,
  now: Date,
) {
  const lead = leadCredit(standing.credits);
  return {
    id: record.id,
    institution_id: record.institutionId,
    number_space: record.numberSpace,
    order_id: record.orderId,
    channel: state.channel,
    source: state.source,
    evidence_grade: standing.grade,
    status: standing.status,
    amount_rupiah: standing.amountRupiah,
    refunded_rupiah: standing.refundedRupiah,
    net_rupiah: standing.netRupiah,
    commission_rupiah: standing.commissionRupiah,
    occurred_at: standing.occurredAt,
    click_id: attribution.clickId,
    coupon_code: couponCode,
    link_id: lead?.linkId ?? null,
    claim_id: lead?.claimId ?? null,
    attribution_reason: attribution.reason,
    attribution,
    buyer_hash: state.buyerHash,
    buyer_returning: buyerReturning,
    items_report_id: state.itemsReportId,
    withdrawn_at: standing.withdrawn ? now : null,
    entered_by_id: record.entry.enteredById,
    evidence_key: record.entry.evidenceKey,
    note: record.entry.note,
    created_at: now,
  };
}

function creditRows({ record, standing, credits }: SettledOrder) {
  return credits.map((credit) => ({
    conversion_id: record.id,
    claim_id: credit.claimId,
    link_id: credit.linkId,
    share: credit.share,
    outcome: credit.outcome,
    net_rupiah: credit.netRupiah,
    commission_rupiah: credit.commissionRupiah,
    occurred_at: standing.occurredAt,
    credited: record.credited.has(credit.claimId),
  }));
}
