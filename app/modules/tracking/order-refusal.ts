import type { UserMessage } from "~/kernel/app-error";
import { CLOCK_TOLERANCE_MS } from "./attribution";
import { moveOf } from "./conversion";
import { type ConversionSource, EVIDENCE_GRADES, type EvidenceGrade } from "./order-report";
import { believed, foldStatus, isTold, type Statement } from "./statements";

/**
 * Sources that name an order's amount once: another one for the same number is a slip, or another order. What changes
 * such an order is its status and its refunds. Shop systems and reports tell the order as it stands, and may differ.
 */
const NAMED_ONCE: ReadonlySet<ConversionSource> = new Set(["API", "SCRIPT", "WHATSAPP", "GATE"]);

/** The best grade first. */
const rankOf = (grade: EvidenceGrade) => EVIDENCE_GRADES.indexOf(grade);

/** Why a statement about an order cannot be taken; null where it can. */
export function refusalOf(
  order: { orderId: string; statements: readonly (Statement & { undone: boolean })[] },
  said: Statement,
  now: Date,
): UserMessage | null {
  const { amountRupiah, refundedRupiah, occurredAt, source, status } = said;
  if (amountRupiah === null) return order.statements.some(isTold) ? null : { key: "tracking:error.amount" };
  if (amountRupiah < 0n) return { key: "tracking:error.amount" };
  if (refundedRupiah !== null && (refundedRupiah < 0n || refundedRupiah > amountRupiah)) {
    return { key: "tracking:error.refund" };
  }
  if (occurredAt && occurredAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) {
    return { key: "tracking:error.occurredAt" };
  }
  if (source === null || status === null || !NAMED_ONCE.has(source)) return null;
  // What a browser said without proof does not stand in the way of one that brings it.
  const own = believed(order.statements.filter((each) => !each.undone)).filter(
    (each) => each.source === source && rankOf(each.grade) <= rankOf(said.grade),
  );
  if (own.length === 0) return null;
  const other = own.find((each) => each.amountRupiah !== amountRupiah);
  if (other) {
    const params = { order: order.orderId, amount: String(other.amountRupiah) };
    return { key: "tracking:error.orderDiffers", params };
  }
  const acts = order.statements.filter((each) => !each.undone && each.source === null);
  const from = foldStatus([...own, ...acts]);
  if (moveOf(from, status) !== "refused") return null;
  const params = { order: order.orderId, from: from.toLowerCase(), to: status.toLowerCase() };
  return { key: "tracking:error.statusBack", params };
}
