import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import type { ConversionStatus } from "../order-report";
import type { OrderState } from "../statements";
import { lockOrders, OrderDesk } from "./order-desk.server";
import { type LoadedStatement, loadOrders, type OrderRecord } from "./order-record.server";
import { stateOf } from "./settle-orders.server";
import { writeReports } from "./write-reports.server";

/** An order, alone in one's hands until the transaction ends, for somebody who may change it. */
export async function takeOrder(
  ctx: Ctx,
  tx: Tx,
  conversionId: string,
): Promise<{ record: OrderRecord; desk: OrderDesk; state: OrderState }> {
  const row = await tx.conversion.findUnique({
    where: { id: conversionId },
    select: { institutionId: true, institution: { select: { regionId: true } } },
  });
  if (!row) throw new AppError("not_found", `no conversion ${conversionId}`);
  const { institutionId } = row;
  ctx.authorize("conversion.record", { institutionId, regionId: row.institution.regionId });
  await lockOrders(tx, institutionId);
  const [record] = await loadOrders(tx, { institutionId, id: conversionId });
  if (!record) throw new AppError("not_found", `no conversion ${conversionId}`);
  return { record, desk: new OrderDesk(tx, institutionId), state: stateOf(record).state };
}

export type OfficerAct = {
  action: "confirmed" | "reversed" | "refunded";
  status: ConversionStatus | null;
  refundedRupiah: bigint | null;
  reason: string;
};

/**
 * An officer changes an order: a statement without a source, which holds only what it changes, and its ledger line.
 * @param decide looks at the order as it stands and says what is done, or throws why it cannot be
 */
export async function actOnOrder(
  ctx: Ctx,
  conversionId: string,
  decide: (order: { record: OrderRecord; state: OrderState }) => OfficerAct,
): Promise<void> {
  await inTransaction(ctx, async (tx, inner) => {
    const { record, desk, state } = await takeOrder(inner, tx, conversionId);
    const act = decide({ record, state });
    const statement = statementOf(act, ctx.clock.now());
    record.statements.push(statement);
    await desk.take([record]);
    desk.settle([record], { cause: "OFFICER", reason: act.reason });
    await desk.settleFollowers();
    await desk.commit(inner);
    const report = { items: [], importId: null, importRow: null, note: act.reason };
    await writeReports(inner, tx, [{ conversionId, statement, report }], []);
    await audit(tx, inner, {
      action: `conversion.${act.action}`,
      entity: "conversion",
      entityId: conversionId,
      institutionId: record.institutionId,
      data: { from: state.status },
    });
  });
}

function statementOf({ status, refundedRupiah }: OfficerAct, now: Date): LoadedStatement {
  return {
    ...{ id: newId(), source: null, grade: "DECLARED", channel: null, status, refundedRupiah },
    ...{ amountRupiah: null, occurredAt: null, reportedAt: now, lastSaidAt: now },
    evidence: {
      ...{ clicks: [], linkCodes: [], couponCode: null, otherCoupons: [], handles: [], contentIds: [] },
      clickedAt: null,
    },
    ...{ buyerHash: null, buyerReturning: null, hasItems: false, importId: null, undone: false },
  };
}
