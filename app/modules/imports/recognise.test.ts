import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findHeader } from "./header";
import { matchReport, normaliseHeader, recognise } from "./recognise";
import { REPORT_KINDS } from "./report";
import { REPORTS } from "./reports/all";

/** The verdict, and the best candidate in brief. */
function answer(headers: string[], learnt: Parameters<typeof recognise>[1] = {}) {
  const { verdict, candidates } = recognise(headers, learnt);
  return { verdict, kind: candidates[0]?.kind, missing: candidates[0]?.missing };
}

const headersOf = (kind: (typeof REPORT_KINDS)[number]) => REPORTS[kind].columns.map(({ header }) => header);

describe.each(REPORT_KINDS)("%s", (kind) => {
  it("is recognised by its header, also without its newer columns", () => {
    expect(answer(headersOf(kind))).toEqual({ verdict: "clear", kind, missing: [] });
    const older = REPORTS[kind].columns.filter(({ newer }) => !newer).map(({ header }) => header);
    expect(answer(older)).toEqual({ verdict: "clear", kind, missing: [] });
  });

  it("is recognised in any order, case and spacing, with strange columns between", () => {
    const headers = headersOf(kind);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(headers, { minLength: headers.length }),
        fc.integer({ min: 0, max: 3 }),
        (shuffled, strange) => {
          const written = shuffled.map((header, index) =>
            index % 3 === 0
              ? `\ufeff ${header.toUpperCase()}\t`
              : index % 3 === 1
                ? `  ${header}  `
                : `${header} *`,
          );
          const more = Array.from({ length: strange }, (_, index) => `Kolom Baru ${index}`);
          expect(answer([...more, ...written])).toEqual({ verdict: "clear", kind, missing: [] });
        },
      ),
      { numRuns: 15 },
    );
  });

  it("knows each column by each of its variants and by one slip of the pen", () => {
    for (const { header, variants = [], field } of REPORTS[kind].columns) {
      for (const written of variants) {
        const headers = headersOf(kind).map((name) => (name === header ? written : name));
        const { candidates } = recognise(headers);
        expect(candidates[0]).toMatchObject({ kind, missing: [] });
        const found = candidates[0]?.matched.find((match) => match.column === header);
        expect(found?.field ?? null, written).toBe(field ?? null);
      }
      if (!field || header.length < 8) continue;
      const slip = `${header.slice(0, 3)}${header[4]}${header[3]}${header.slice(5)}`;
      if (/\d/.test(header.slice(3, 5))) continue;
      const headers = headersOf(kind).map((name) => (name === header ? slip : name));
      expect(recognise(headers).candidates[0]).toMatchObject({ kind, missing: [] });
    }
  });
});

/** Of Shopee's Seller Centre with English as its language. */
const ENGLISH_SHOPEE = [
  ...[
    "Order ID",
    "Order Status",
    "Cancel reason",
    "Return / Refund Status",
    "Tracking Number*",
    "Shipping Option",
  ],
  ...["Shipment Method", "Estimated Ship Out Date", "Ship Time", "Order Creation Date", "Order Paid Time"],
  ...["Parent SKU Reference No.", "Product Name", "SKU Reference No.", "Variation Name", "Original Price"],
  ...["Deal Price", "Quantity", "Returned quantity", "Product Subtotal", "Total Discount", "Seller Rebate"],
  ...["Voucher Code", "Seller Voucher", "Grand Total", "Username (Buyer)", "Receiver Name", "Phone Number"],
  ...["Delivery Address", "Town", "District", "City", "Province", "Country", "Zip Code", "Remark from buyer"],
];

describe("recognise", () => {
  it("never takes one numbered column for another", () => {
    const headers = headersOf("SHOPEE_COMMISSION").filter((header) => header !== "Tag_link3");
    const fields = matchReport("SHOPEE_COMMISSION", headers).matched.map(({ field }) => field);
    expect(fields).not.toContain("tag3");
    expect(fields).toContain("tag2");
  });

  it("says what is missing and does not guess", () => {
    const headers = headersOf("SHOPEE_ORDERS").map((header) => (header === "Jumlah" ? "Banyaknya" : header));
    expect(answer(headers)).toEqual({ verdict: "incomplete", kind: "SHOPEE_ORDERS", missing: ["quantity"] });
    const learnt = { SHOPEE_ORDERS: [{ header: normaliseHeader("Banyaknya"), field: "quantity" }] };
    expect(answer(headers, learnt)).toEqual({ verdict: "clear", kind: "SHOPEE_ORDERS", missing: [] });
  });

  it("leaves a header that fits two reports alike to the officer", () => {
    const common = [
      "Omzet Penjualan(Rp)",
      "Produk Terjual",
      "Pesanan",
      "Clicks",
      "Estimasi Komisi(Rp)",
      "ROI",
    ];
    const { verdict, candidates } = recognise(common);
    expect(verdict).toBe("unsure");
    expect(candidates.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["SHOPEE_AMS_AFFILIATES", "SHOPEE_AMS_PRODUCTS"]),
    );
  });

  it("does not call an English Shopee export TikTok's, though they share words", () => {
    expect(recognise(ENGLISH_SHOPEE).verdict).toBe("unsure");
    const rows = [{ number: 3, cells: ENGLISH_SHOPEE }];
    const chosen = findHeader(rows, {}, "SHOPEE_ORDERS");
    expect(chosen).toMatchObject({ row: 3, verdict: "incomplete", headers: ENGLISH_SHOPEE });
    expect(chosen?.candidates.map(({ kind }) => kind)).toEqual(["SHOPEE_ORDERS"]);
    expect(chosen?.candidates[0]?.missing).toContain("orderId");
  });

  it.each([
    [["Nama", "Alamat", "Telepon", "Tanggal"]],
    [["", "", ""]],
    [["Budi Santoso", "081234567890", "Jl. Melati 3", "25.000"]],
  ])("refuses what is no report: %j", (headers) => {
    expect(recognise(headers).verdict).toBe("none");
  });
});
