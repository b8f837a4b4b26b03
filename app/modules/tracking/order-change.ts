import type { OrderChange, OrderFace } from "./order-report";

/**
 * Whether a change takes back what was known: lifts a cancellation, or names a smaller refund than before. A refund
 * that is smaller only because the whole amount is does not.
 */
export function takesBack({ before, after }: OrderChange): boolean {
  if (!before) return false;
  const lifts = before.status === "REVERSED" && after.status !== "REVERSED";
  const most = before.refundedRupiah < after.amountRupiah ? before.refundedRupiah : after.amountRupiah;
  return lifts || after.refundedRupiah < most;
}

export function faceOf({ status, amountRupiah, refundedRupiah }: OrderFace): OrderFace {
  return { status, amountRupiah, refundedRupiah };
}
