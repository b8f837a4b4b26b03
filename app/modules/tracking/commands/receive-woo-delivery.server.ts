import type { UserMessage } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { Prisma, type Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { hashBuyer } from "../buyer-hash.server";
import { readReason, type StoredReason } from "../delivery";
import { lockOrders } from "../internal/order-desk.server";
import { NO_EVIDENCE, type OrderReport } from "../order-report";
import type { WooOrder, WooReading, WooTopic } from "../woocommerce";
import { reportOrder } from "./report-order.server";

export type WooDeliveryInput = {
  endpoint: { id: string; institution: { id: string; regionId: string } };
  topic: WooTopic;
  deliveryId: string;
  bodyHash: string;
  reading: WooReading;
};

export type TakenDelivery = {
  outcome: "STORED" | "SKIPPED" | "REFUSED";
  orderId: string | null;
  reason: StoredReason | null;
};

/** What became of the reading, before it is written down. */
type Done = TakenDelivery & { shopOrderId: string | null; conversionId: string | null };

/**
 * Takes a signed delivery of WooCommerce, once: the same delivery again gets the answer of the first, one that was
 * refused is tried anew. WooCommerce makes its delivery ids out of the second of the clock, so that orders changed
 * together share one; only id and body together name a delivery.
 * Order and delivery are written in one transaction; a refused one leaves only its line in the list.
 */
export async function receiveWooDelivery(ctx: Ctx, input: WooDeliveryInput): Promise<TakenDelivery> {
  const { endpoint, deliveryId, bodyHash } = input;
  return inTransaction(ctx, async (tx, inner) => {
    await lockOrders(tx, endpoint.institution.id);
    const name = { endpointId: endpoint.id, deliveryId, bodyHash };
    const known = await tx.wooDelivery.findUnique({ where: { endpointId_deliveryId_bodyHash: name } });
    const done: Done =
      known && known.outcome !== "REFUSED"
        ? { ...known, reason: readReason(known.reason) }
        : await work(inner, tx, input);
    await note(inner, tx, input, done);
    return { outcome: done.outcome, orderId: done.orderId, reason: done.reason };
  });
}

async function work(ctx: Ctx, tx: Tx, { endpoint, topic, reading }: WooDeliveryInput): Promise<Done> {
  if (reading.kind === "skipped" || reading.kind === "refused") {
    const outcome = reading.kind === "skipped" ? "SKIPPED" : "REFUSED";
    return {
      ...{ outcome, conversionId: null, shopOrderId: reading.shopOrderId, orderId: reading.orderId },
      reason: stored(reading.reason),
    };
  }
  if (reading.kind === "order") {
    const { order } = reading;
    const report = reportOf(ctx, endpoint, topic, order);
    return told(ctx, order.shopOrderId, report);
  }
  const { shopOrderId } = reading;
  const report = await deletionOf(ctx, tx, endpoint, shopOrderId);
  if (report) return told(ctx, shopOrderId, report);
  const reason = { key: "tracking:sources.error.wooUnknown" };
  return { outcome: "SKIPPED", conversionId: null, shopOrderId, orderId: null, reason };
}

async function told(ctx: Ctx, shopOrderId: string, report: OrderReport): Promise<Done> {
  const { conversionId, orderId, refusal } = await reportOrder(ctx, report);
  return {
    ...{ shopOrderId, orderId, conversionId: conversionId || null },
    outcome: refusal ? "REFUSED" : "STORED",
    reason: refusal ? stored(refusal) : null,
  };
}

/** The shop's clock may be ahead of ours; what it says is then as of now. */
const notLater = (time: Date | null, now: Date) => (time && time < now ? time : now);

function reportOf(
  ctx: Ctx,
  { institution }: WooDeliveryInput["endpoint"],
  topic: WooTopic,
  order: WooOrder,
): OrderReport {
  const now = ctx.clock.now();
  const { orderId, status, amountRupiah, refundedRupiah, items, couponCodes, clickTokens } = order;
  const [couponCode = null, ...otherCoupons] = couponCodes;
  return {
    ...{ institution, channel: "OWN", source: "WOOCOMMERCE" },
    ...{ orderId, status, amountRupiah, refundedRupiah, items },
    occurredAt: notLater(order.occurredAt, now),
    // Deliveries overtake each other: of two the one holds whose order was changed later. Taking an order back out of
    // the bin need not change it.
    reportedAt: topic === "order.restored" ? now : notLater(order.changedAt, now),
    evidence: { ...NO_EVIDENCE, couponCode, otherCoupons, clickTokens },
    buyer: { hash: hashBuyer(institution.id, order.buyer), returning: null },
    ...{ importId: null, importRow: null, note: "" },
  };
}

/** A deletion names only WooCommerce's internal id: the order is the one that the shop told of under it. */
async function deletionOf(
  ctx: Ctx,
  tx: Tx,
  { id: endpointId, institution }: WooDeliveryInput["endpoint"],
  shopOrderId: string,
): Promise<OrderReport | null> {
  const delivery = await tx.wooDelivery.findFirst({
    where: { endpointId, shopOrderId, conversionId: { not: null } },
    orderBy: { id: "desc" },
    select: { conversionId: true },
  });
  if (!delivery?.conversionId) return null;
  const said = await tx.conversionReport.findFirst({
    where: { conversionId: delivery.conversionId, source: "WOOCOMMERCE", undoneAt: null },
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
    select: {
      ...{ amountRupiah: true, refundedRupiah: true, occurredAt: true },
      conversion: { select: { orderId: true } },
    },
  });
  if (!said || said.amountRupiah === null || !said.occurredAt) return null;
  return {
    ...{ institution, channel: "OWN", source: "WOOCOMMERCE", orderId: said.conversion.orderId },
    ...{ status: "REVERSED", amountRupiah: said.amountRupiah, refundedRupiah: said.refundedRupiah ?? 0n },
    ...{ occurredAt: said.occurredAt, reportedAt: ctx.clock.now(), items: [], evidence: NO_EVIDENCE },
    buyer: { hash: null, returning: null },
    ...{ importId: null, importRow: null, note: "" },
  };
}

const stored = ({ key, params }: UserMessage): StoredReason => ({ key, ...(params ? { params } : {}) });

async function note(ctx: Ctx, tx: Tx, input: WooDeliveryInput, done: Done): Promise<void> {
  const { deliveryId, bodyHash, topic } = input;
  const endpointId = input.endpoint.id;
  const now = ctx.clock.now();
  const { outcome, orderId, shopOrderId, conversionId } = done;
  const reason = done.reason ?? Prisma.DbNull;
  const result = { outcome, orderId, shopOrderId, conversionId, reason, lastAt: now };
  await tx.wooDelivery.upsert({
    where: { endpointId_deliveryId_bodyHash: { endpointId, deliveryId, bodyHash } },
    create: { id: newId(now), endpointId, deliveryId, bodyHash, topic, receivedAt: now, ...result },
    update: { ...result, attempts: { increment: 1 } },
  });
  await tx.wooEndpoint.update({ where: { id: endpointId }, data: { deliveredAt: now } });
}
