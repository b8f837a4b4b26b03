import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { type AttributionReason, reasonKey } from "../attribution-reasons";
import { lockOrders } from "../internal/order-desk.server";
import { loadOrders } from "../internal/order-record.server";
import {
  type API_SOURCES,
  type ConversionSource,
  type ConversionStatus,
  NO_EVIDENCE,
  numberSpaceOf,
  type OrderItem,
  type ReportedOrder,
  type SaleChannel,
} from "../order-report";
import { lastWord } from "../statements";
import { reportOrder } from "./report-order.server";

export type RecordConversionInput = {
  institution: { id: string; regionId: string };
  source: (typeof API_SOURCES)[number];
  /** Left out: the own shop, or the desk that numbered the sale. */
  channel?: SaleChannel;
  orderId: string;
  amountRupiah: bigint;
  /** Of the whole order. Left out: what this source named last, or nothing. */
  refundedRupiah?: bigint;
  status: ConversionStatus;
  /** Left out: when the order was first told of, or now. */
  occurredAt?: Date;
  couponCode?: string;
  /** The signed click marks that came with the order. */
  clickTokens?: readonly string[];
  items?: readonly OrderItem[];
  /** By `hashBuyer`. */
  buyerHash?: string | null;
  note?: string;
  /** Storage key of the evidence's picture: of the one rendition that is shown. */
  evidenceKey?: string;
};

export type RecordedConversion = {
  id: string;
  orderId: string;
  source: ConversionSource;
  status: ConversionStatus;
  amountRupiah: bigint;
  refundedRupiah: bigint;
  commissionRupiah: bigint;
  occurredAt: Date;
  linkId: string | null;
  claimId: string | null;
  reason: AttributionReason;
  /** What this call did: made the order, changed it, or found nothing to change. */
  change: "created" | "moved" | "none";
};

/**
 * Takes an order from an institution's own server or an officer, or a new state of one that is known. The same call
 * again changes nothing. Unlike `reportOrder` it answers a statement that cannot be taken with an error.
 * @throws AppError `forbidden`; `conflict` for another amount or a state that lies behind the order's own; `invalid`
 * for a time that is yet to come or a refund above the amount.
 */
export async function recordConversion(ctx: Ctx, input: RecordConversionInput): Promise<RecordedConversion> {
  const { institution, source, orderId } = input;
  ctx.authorize("conversion.record", { institutionId: institution.id, regionId: institution.regionId });
  return inTransaction(ctx, async (tx, inner) => {
    await lockOrders(tx, institution.id);
    const now = ctx.clock.now();
    const numberSpace = numberSpaceOf(source);
    const [known] = await loadOrders(tx, { institutionId: institution.id, numberSpace, orderId });
    const occurredAt = input.occurredAt ?? known?.standing?.occurredAt ?? now;
    const { evidenceKey = null } = input;
    const { conversionId, change, refusal } = await reportOrder(
      inner,
      {
        ...{ institution, source, orderId, occurredAt, reportedAt: now },
        channel: input.channel ?? (source === "API" ? "OWN" : source),
        status: input.status,
        amountRupiah: input.amountRupiah,
        refundedRupiah:
          input.refundedRupiah ?? lastWord(known?.statements ?? [], source)?.refundedRupiah ?? 0n,
        items: input.items ?? [],
        evidence: {
          ...NO_EVIDENCE,
          couponCode: input.couponCode ?? null,
          clickTokens: input.clickTokens ?? [],
        },
        buyer: { hash: input.buyerHash ?? null, returning: null },
        ...{ importId: null, importRow: null, note: input.note ?? "" },
      },
      { evidenceKey },
    );
    if (refusal) throw refused(orderId, refusal);
    const done = await recorded(tx, conversionId, change);
    await tell(inner, tx, institution.id, done);
    return done;
  });
}

const FIELDS: Record<string, string> = {
  "tracking:error.occurredAt": "occurredAt",
  "tracking:error.amount": "amountRupiah",
  "tracking:error.refund": "refundedRupiah",
};

function refused(
  orderId: string,
  message: { key: string; params?: Record<string, string | number> },
): AppError {
  const field = FIELDS[message.key];
  const text = `order ${orderId} was refused: ${message.key}`;
  return field
    ? new AppError("invalid", text, { fields: { [field]: [message] } })
    : new AppError("conflict", text, { message });
}

async function recorded(tx: Tx, id: string, change: ReportedOrder["change"]): Promise<RecordedConversion> {
  const { attributionReason, ...row } = await tx.conversion.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, orderId: true, source: true, status: true, amountRupiah: true, refundedRupiah: true },
      ...{ commissionRupiah: true, occurredAt: true, linkId: true, claimId: true, attributionReason: true },
    },
  });
  reasonKey(attributionReason);
  return {
    ...row,
    reason: attributionReason as AttributionReason,
    change: change === "created" ? "created" : change === "updated" ? "moved" : "none",
  };
}

/** People's decisions go into the audit trail; a shop's server leaves its trace in the order's reports. */
async function tell(ctx: Ctx, tx: Tx, institutionId: string, done: RecordedConversion): Promise<void> {
  if (ctx.actor.kind !== "user" || done.change === "none") return;
  const { id, source, orderId, status } = done;
  await audit(tx, ctx, {
    action: done.change === "created" ? "conversion.recorded" : `conversion.${status.toLowerCase()}`,
    entity: "conversion",
    entityId: id,
    institutionId,
    data: { source, orderId, status },
  });
}
