import { describe, expect, it } from "vitest";
import { readWooDelivery } from "./woocommerce";

const order = (more: object = {}) => ({
  id: 727,
  number: "727",
  status: "processing",
  currency: "IDR",
  date_created_gmt: "2026-11-10T01:00:00",
  date_modified_gmt: "2026-11-10T01:05:00",
  total: "165000.00",
  shipping_total: "15000.00",
  shipping_tax: "0.00",
  billing: { email: "Siti@Contoh.test", phone: "0812-3456" },
  meta_data: [{ id: 1, key: "gaung_click", value: "abc~def" }],
  line_items: [{ id: 9, name: "Batik", sku: "B1", quantity: 2, total: "150000.00", total_tax: "0.00" }],
  coupon_lines: [
    { id: 2, code: "gratisongkir" },
    { id: 3, code: "dewi8k3" },
    { id: 4, code: "DEWI-8K3" },
  ],
  refunds: [],
  ...more,
});
const read = (more: object = {}) => readWooDelivery("order.updated", order(more));
const taken = (more: object = {}) => {
  const reading = read(more);
  if (reading.kind !== "order") throw new Error(`not an order but ${JSON.stringify(reading)}`);
  return reading.order;
};

describe("readWooDelivery", () => {
  it("reads goods without shipping, coupon, clicks, items, and times as UTC", () => {
    expect(taken()).toEqual({
      shopOrderId: "727",
      orderId: "727",
      status: "PENDING",
      amountRupiah: 150_000n,
      refundedRupiah: 0n,
      occurredAt: new Date("2026-11-10T01:00:00Z"),
      changedAt: new Date("2026-11-10T01:05:00Z"),
      couponCodes: ["GRATISONGKIR", "DEWI8K3"],
      clickTokens: ["abc", "def"],
      buyer: "Siti@Contoh.test",
      items: [{ key: "9", name: "Batik", sku: "B1", quantity: 2, amountRupiah: 150_000n }],
    });
  });

  it.each([
    ["pending", "PENDING"],
    ["on-hold", "PENDING"],
    ["processing", "PENDING"],
    ["completed", "CONFIRMED"],
    ["cancelled", "REVERSED"],
    ["failed", "REVERSED"],
    ["refunded", "REVERSED"],
    ["trash", "REVERSED"],
  ])("takes %s as %s", (status, expected) => {
    expect(taken({ status }).status).toBe(expected);
  });

  it("adds up refunds, to the order's worth at most, and rounds to whole rupiah", () => {
    expect(taken({ refunds: [{ total: "-20000.00" }, { total: "-5000.50" }] }).refundedRupiah).toBe(25_001n);
    expect(taken({ refunds: [{ total: "-165000.00" }] }).refundedRupiah).toBe(150_000n);
    expect(taken({ total: "165000.49" }).amountRupiah).toBe(150_000n);
    expect(taken({ total: "165000.5" }).amountRupiah).toBe(150_001n);
  });

  it("knows a buyer without mail by the telephone, however it is typed", () => {
    expect(taken({ billing: { email: "", phone: "0812-3456" } }).buyer).toBe("628123456");
    expect(taken({ billing: { phone: "+62 812 3456" } }).buyer).toBe("628123456");
    expect(taken({ billing: null }).buyer).toBe("");
  });

  it.each([
    [{ currency: "USD" }, "refused", "wooCurrency"],
    [{ total: "1e5" }, "refused", "wooAmount"],
    [{ total: undefined }, "refused", "wooUnreadable"],
    [{ status: "checkout-draft" }, "skipped", "wooDraft"],
    [{ status: "dikirim" }, "skipped", "wooStatus"],
    [{ total: "15000.00" }, "skipped", "wooNothing"],
  ])("says why %o is %s", (more, kind, key) => {
    expect(read(more)).toMatchObject({ kind, reason: { key: `tracking:sources.error.${key}` } });
  });

  it("needs only the number of an order that was deleted", () => {
    expect(readWooDelivery("order.deleted", { id: 727 })).toEqual({ kind: "deleted", shopOrderId: "727" });
    expect(readWooDelivery("order.deleted", [])).toMatchObject({ kind: "refused" });
  });
});
