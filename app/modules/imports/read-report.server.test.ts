import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSheet } from "~/platform/sheets/open-sheet.server";
import { writeCsv, writeReport } from "../../../tests/factories/report-files";
import { BUYERS_OWN, reportHeader } from "../../../tests/factories/report-rows";
import { type WrittenCell, writeXlsx } from "../../../tests/setup/xlsx-writer";
import { findReport } from "./find-report";
import { mergeOrder, type StoredOrderRow, storedOrderRow } from "./order-rows";
import { readReport } from "./read-report.server";
import type { ReadRow } from "./read-row";
import { REPORT_KINDS, type ReportKind } from "./report";
import { REPORTS } from "./reports/all";
import { surveyFile } from "./survey";

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "gaung-reports-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const newFile = () => path.join(folder, `report-${count++}`);

async function readFile(file: string, wanted?: ReportKind) {
  const found = await findReport(await openSheet(file), {}, wanted);
  const best = found?.header.candidates[0];
  if (!found || !best) throw new Error("no header");
  const { sheet, header, aside } = found;
  const definition = REPORTS[best.kind];
  const survey = await surveyFile(sheet, definition, best.matched, header);
  const october = { from: new Date("2026-09-30T17:00:00Z"), to: new Date("2026-10-30T17:00:00Z") };
  const rows: ReadRow[] = [];
  const plan = {
    ...{ definition, columns: best.matched, headerRow: header.row, ...survey },
    ...{
      period: october,
      hashBuyer: (name: string) => `h${name.length}`,
      now: new Date("2026-11-21T00:00:00Z"),
    },
  };
  for await (const batch of readReport(sheet, plan)) rows.push(...batch);
  await sheet.close();
  return {
    header,
    aside,
    kind: best.kind,
    days: survey.days,
    rows,
    share: sheet.share(),
    detail: sheet.detail,
  };
}

function ordersOf(rows: ReadRow[]) {
  const byKey = new Map<string, { row: number; fact: StoredOrderRow }[]>();
  for (const row of rows) {
    if (row.kind !== "order") throw new Error(`row ${row.row} is ${row.kind}: ${JSON.stringify(row)}`);
    byKey.set(row.key ?? "", [...(byKey.get(row.key ?? "") ?? []), row]);
  }
  return [...byKey.values()].map(mergeOrder);
}

/** One Shopee order row with the given cells. */
function shopee(cells: Record<string, WrittenCell>): WrittenCell[] {
  const usual: Record<string, WrittenCell> = {
    "No. Pesanan": "261001ABCDEF",
    "Status Pesanan": "Selesai",
    "Waktu Pesanan Dibuat": "2026-10-01 10:00",
    "Nama Produk": "Kopi",
    "Nomor Referensi SKU": "K1",
    Jumlah: "2",
    "Total Harga Produk": "50.000",
  };
  return reportHeader("SHOPEE_ORDERS").map((name) =>
    name in cells ? (cells[name] ?? null) : (usual[name] ?? null),
  );
}

const SHOPEE_HEADER = reportHeader("SHOPEE_ORDERS");

describe.each(REPORT_KINDS)("%s", (kind) => {
  it.each(["csv", "xlsx"] as const)(
    "is read whole from %s, with titles above it and its columns turned round",
    async (format) => {
      const file = newFile();
      const pitfalls = {
        titles: ["Laporan", "Periode: Oktober 2026"],
        reverse: true,
        descriptions: kind === "TIKTOK_ORDERS",
      };
      await writeReport(
        file,
        kind,
        { rows: 60, links: ["kopi7xq"] },
        { format, pitfalls, text: { delimiter: ";" } },
      );
      const { kind: found, rows, share } = await readFile(file);
      expect(found).toBe(kind);
      expect(rows.filter((row) => row.kind === "refused")).toEqual([]);
      expect(rows).toHaveLength(60);
      expect(share).toBeCloseTo(1, 1);
      const text = JSON.stringify(rows);
      for (const secret of Object.values(BUYERS_OWN)) expect(text).not.toContain(secret);
    },
  );
});

describe("workbooks of several sheets", () => {
  const guide = [["Petunjuk"], ["Cara membaca laporan"]];
  const orders = (number: string) => [SHOPEE_HEADER, shopee({ "No. Pesanan": number })];

  it.each([
    ["an empty sheet", [], []],
    ["a page of instructions", guide, [{ name: "orders", report: false }]],
  ])("reads the report behind %s", async (_, first, aside) => {
    const file = newFile();
    await writeXlsx(file, first, { sheets: [{ name: "Laporan", rows: orders("261001ABCDEF") }] });
    const read = await readFile(file);
    expect(read.rows).toMatchObject([{ key: "261001ABCDEF", kind: "order" }]);
    expect(read).toMatchObject({ detail: "Laporan", aside });
  });

  it("reads the first of two reports and names the other, but no hidden one", async () => {
    const file = newFile();
    await writeXlsx(file, orders("261001ABCDEF"), {
      sheetName: "Okt",
      sheets: [
        { name: "Lama", rows: orders("260901ABCDEF"), hidden: true },
        { name: "Nov", rows: orders("261101ABCDEF") },
        { name: "Kosong", rows: [] },
      ],
    });
    const read = await readFile(file);
    expect(read.rows.map(({ key }) => key)).toEqual(["261001ABCDEF"]);
    expect(read).toMatchObject({ detail: "Okt", aside: [{ name: "Nov", report: true }] });
  });
});

describe("encodings and delimiters", () => {
  it.each([
    [",", "utf-8"],
    [";", "utf-8-bom"],
    ["\t", "utf-16le"],
    [";", "windows-1252"],
  ] as const)("reads %j in %s", async (delimiter, encoding) => {
    const file = newFile();
    const rows = [SHOPEE_HEADER, shopee({ "Nama Produk": 'Kopi Café, "robusta"' })];
    await writeCsv(file, rows, { delimiter, encoding });
    const { rows: read } = await readFile(file);
    expect(read).toMatchObject([
      { kind: "order", fact: { item: { name: 'Kopi Café, "robusta"', amount: "50000000000" } } },
    ]);
  });
});

describe("money", () => {
  it("counts what is repeated on the rows of an order once", async () => {
    const file = newFile();
    const voucher = { "Voucher Ditanggung Penjual": "5.000", "Total Pembayaran": "Rp 120.000" };
    await writeXlsx(file, [
      SHOPEE_HEADER,
      shopee({ ...voucher, "Username (Pembeli)": "siti" }),
      shopee({ ...voucher, "Nomor Referensi SKU": "K2", "Total Harga Produk": 30_000 }),
      // An old file leaves the order's own cells empty on further rows.
      shopee({
        "No. Pesanan": null,
        "Status Pesanan": null,
        "Waktu Pesanan Dibuat": null,
        "Nomor Referensi SKU": "K3",
        "Total Harga Produk": "Rp 1.500,50",
      }),
    ]);
    const orders = ordersOf((await readFile(file)).rows);
    expect(orders).toMatchObject([
      {
        orderId: "261001ABCDEF",
        amountRupiah: 76_501n,
        refundedRupiah: 0n,
        status: "CONFIRMED",
        buyer: "h4",
      },
    ]);
    expect(orders[0]?.items.map(({ amountRupiah }) => amountRupiah)).toEqual([50_000n, 30_000n, 1_501n]);
  });

  it("sums micro-rupiah exactly and rounds once", async () => {
    const file = newFile();
    const header = reportHeader("SHOPEE_COMMISSION");
    const row = (item: string, amount: string): WrittenCell[] => {
      const cells: Record<string, string> = {
        "ID Pemesanan": "261001ABCDEF",
        "Status Pesanan": "Tertunda",
        "Waktu Pemesanan": "2026-10-01 10:00:00",
        "ID Barang": item,
        "Nilai Pembelian(Rp)": amount,
        Tag_link1: "kopi7xq",
      };
      return header.map((name) => cells[name] ?? null);
    };
    await writeCsv(file, [header, row("1", "839.4"), row("2", "839.4"), row("3", "839.4")]);
    const [order] = ordersOf((await readFile(file)).rows);
    expect(order).toMatchObject({ amountRupiah: 2_518n, links: ["kopi7xq"] });
    expect(order?.items.reduce((sum, item) => sum + item.amountRupiah, 0n)).toBe(2_518n);
  });

  it("gives back pieces that were returned, and an order's refund once", async () => {
    const file = newFile();
    await writeXlsx(file, [SHOPEE_HEADER, shopee({ "Returned quantity": 1 })]);
    expect(ordersOf((await readFile(file)).rows)).toMatchObject([
      { amountRupiah: 50_000n, refundedRupiah: 25_000n },
    ]);
    const tiktok = newFile();
    await writeReport(tiktok, "TIKTOK_ORDERS", { rows: 8 });
    const orders = ordersOf((await readFile(tiktok)).rows);
    const twoItems = orders.find(({ items, refundedRupiah }) => items.length === 2 && refundedRupiah > 0n);
    // Once, and as part of what the platform gave on top too: 5,000 of 41,000.
    expect(twoItems).toMatchObject({ amountRupiah: 43_000n, refundedRupiah: 5_244n });
  });

  it("takes off what the shop gave as a discount, and not what the platform gave", async () => {
    const file = newFile();
    await writeReport(file, "TIKTOK_ORDERS", { rows: 1 });
    expect(ordersOf((await readFile(file)).rows)).toMatchObject([{ amountRupiah: 15_000n }]);
  });
});

describe("an order's refund where the platform gave a discount too", () => {
  const HEADER = reportHeader("TIKTOK_ORDERS");
  const AFTER = "SKU Subtotal After Discount";

  /** Of 100,000 an item the shop gave 10,000 and the platform 20,000. */
  const item = (refund: string, cells: Record<string, string> = {}) => {
    const all: Record<string, string> = {
      ...{ "Order ID": "576400000000000001", "Order Status": "Selesai", "SKU ID": "1729000000000000001" },
      ...{ "Product Name": "Kopi", Quantity: "1", "Created Time": "15/10/2026 10:00:00" },
      ...{ "SKU Subtotal Before Discount": "100000", "SKU Platform Discount": "20000" },
      ...{ "SKU Seller Discount": "10000", [AFTER]: "70000", "Order Refund Amount": refund },
      ...cells,
    };
    return HEADER.map((name) => all[name] ?? "");
  };
  const second = { "SKU ID": "1729000000000000002" };

  async function refunded(rows: string[][], header = HEADER) {
    const file = newFile();
    await writeCsv(file, [header, ...rows]);
    const orders = ordersOf((await readFile(file)).rows);
    return orders.map(({ amountRupiah, refundedRupiah }) => [amountRupiah, refundedRupiah]);
  }

  it("is the whole amount where the buyer got back all that was paid", async () => {
    expect(await refunded([item("70000")])).toEqual([[90_000n, 90_000n]]);
    // With the freight.
    expect(await refunded([item("82000")])).toEqual([[90_000n, 90_000n]]);
    expect(await refunded([item("140000"), item("140000", second)])).toEqual([[180_000n, 180_000n]]);
  });

  it("is the same part of the amount as of what was paid, counted once and rounded once", async () => {
    expect(await refunded([item("35000")])).toEqual([[90_000n, 45_000n]]);
    // 10,000 * 180,000 / 140,000 = 12,857.14...
    expect(await refunded([item("10000"), item("10000", second)])).toEqual([[180_000n, 12_857n]]);
    const dear = { ...second, "SKU Platform Discount": "0", [AFTER]: "90000" };
    expect(await refunded([item("80000"), item("80000", dear)])).toEqual([[180_000n, 90_000n]]);
  });

  it("is as it stands where the file does not say what was paid", async () => {
    expect(await refunded([item("35000", { [AFTER]: "" })])).toEqual([[90_000n, 35_000n]]);
    expect(await refunded([item("35000", { [AFTER]: "0" })])).toEqual([[90_000n, 35_000n]]);
    expect(await refunded([item("35000"), item("35000", { ...second, [AFTER]: "" })])).toEqual([
      [180_000n, 35_000n],
    ]);
    const left = HEADER.indexOf(AFTER);
    const without = [HEADER, item("35000")].map((row) => row.filter((_, index) => index !== left));
    expect(await refunded(without.slice(1), without[0])).toEqual([[90_000n, 35_000n]]);
  });

  it("is as it stands in rows that were read before that was looked at", () => {
    const fact = storedOrderRow.parse({
      ...{ orderId: "576400000000000001", channel: "TIKTOK_SHOP", state: "CONFIRMED" },
      orderedAt: "2026-10-15T03:00:00.000Z",
      item: {
        ...{ key: "1729", name: "Kopi", sku: null, quantity: 1 },
        ...{ amount: "70000000000", refunded: "0" },
      },
      order: { less: "0", refunded: "35000000000" },
      ...{ links: [], coupon: null, handle: null, contentId: null, clickedAt: null, buyer: null },
    });
    expect(mergeOrder([{ row: 3, fact }])).toMatchObject({ amountRupiah: 70_000n, refundedRupiah: 35_000n });
  });
});

describe("dots in amounts", () => {
  /** A seller's conversion report with these purchase values. */
  async function conversion(values: string[]) {
    const file = newFile();
    const header = reportHeader("SHOPEE_CONVERSION");
    await writeCsv(file, [
      header,
      ...values.map((value, index) => {
        const cells: Record<string, string> = {
          "Kode Pesanan": `26100${index}ABCDEF`,
          "Status Pesanan": "Selesai",
          "Waktu Pesanan": "2026-10-01 10:00:00",
          "Kode Produk": "6281234567",
          "Username Affiliate": "siti",
          "Nilai Pembelian(Rp)": value,
        };
        return header.map((name) => cells[name] ?? null);
      }),
    ]);
    const { rows } = await readFile(file);
    return rows.map((row) =>
      row.kind === "order"
        ? Number(row.fact.item.amount) / 1e6
        : row.kind === "refused"
          ? row.refusal.reason
          : null,
    );
  }

  it("are thousands where every amount is written so", async () => {
    expect(await conversion(["25.000", "125.500", "500"])).toEqual([25_000, 125_500, 500]);
    expect(await conversion(["25.000", "1.250.000"])).toEqual([25_000, 1_250_000]);
  });

  it("are decimals where the file shows it", async () => {
    expect(await conversion(["839.99997", "912.125", "25000"])).toEqual([839.99997, 912.125, 25_000]);
  });

  it("are not guessed where the file writes both, or does not tell", async () => {
    expect(await conversion(["25.000", "30000"])).toEqual(["moneyAmbiguous", 30_000]);
    expect(await conversion(["25.000", "1.250.000", "839.99997"])).toEqual([
      "moneyAmbiguous",
      1_250_000,
      839.99997,
    ]);
  });
});

describe("dates", () => {
  it("finds over the file that months come first after a round trip through Excel", async () => {
    const file = newFile();
    const dates = ["10/2/2026 9:05", "10/13/2026 9:05", "10/3/2026 9:05"];
    await writeCsv(file, [
      SHOPEE_HEADER,
      ...dates.map((date, index) =>
        shopee({ "No. Pesanan": `26100${index}ABCDEF`, "Waktu Pesanan Dibuat": date }),
      ),
    ]);
    const { days, rows } = await readFile(file);
    expect(days).toEqual([expect.objectContaining({ field: "orderedAt", order: "monthFirst", by: "file" })]);
    expect(ordersOf(rows).map(({ occurredAt }) => occurredAt.toISOString())).toEqual([
      "2026-10-02T02:05:00.000Z",
      "2026-10-13T02:05:00.000Z",
      "2026-10-03T02:05:00.000Z",
    ]);
  });

  it("says so where the file does not tell, and refuses what could be either in a column that writes both ways", async () => {
    const file = newFile();
    await writeCsv(file, [SHOPEE_HEADER, shopee({ "Waktu Pesanan Dibuat": "03/04/2026 9:05" })]);
    expect((await readFile(file)).days).toMatchObject([{ order: "dayFirst", by: "report" }]);
    const mixed = newFile();
    const dates = ["13/04/2026 9:05", "04/13/2026 9:05", "03/04/2026 9:05"];
    await writeCsv(mixed, [
      SHOPEE_HEADER,
      ...dates.map((date, index) =>
        shopee({ "No. Pesanan": `26040${index}ABCDEF`, "Waktu Pesanan Dibuat": date }),
      ),
    ]);
    const { rows } = await readFile(mixed);
    expect(rows.map(({ kind }) => kind)).toEqual(["order", "order", "refused"]);
    expect(rows[2]).toMatchObject({ refusal: { column: "Waktu Pesanan Dibuat", reason: "timeAmbiguous" } });
  });

  it("reads a spreadsheet's own dates", async () => {
    const file = newFile();
    await writeXlsx(file, [SHOPEE_HEADER, shopee({ "Waktu Pesanan Dibuat": { serial: 46_296.5 } })]);
    expect(ordersOf((await readFile(file)).rows)[0]?.occurredAt.toISOString()).toBe(
      "2026-10-01T05:00:00.000Z",
    );
  });
});

describe("rows that are refused", () => {
  it("names row, column and reason, and never what stands there", async () => {
    const file = newFile();
    await writeCsv(file, [
      SHOPEE_HEADER,
      shopee({ "No. Pesanan": "5,8E+17" }),
      shopee({ "Status Pesanan": BUYERS_OWN.name }),
      shopee({ "Total Harga Produk": BUYERS_OWN.name }),
      shopee({ "Waktu Pesanan Dibuat": BUYERS_OWN.street }),
      shopee({ "No. Pesanan": BUYERS_OWN.phone }),
      shopee({ "Total Harga Produk": "-50.000" }),
      shopee({ "Waktu Pesanan Dibuat": "2027-10-01 10:00" }),
      [...shopee({}), BUYERS_OWN.name],
    ]);
    const { rows } = await readFile(file);
    const told = rows.map((row) => [
      row.row,
      row.kind === "refused" ? [row.refusal.column, row.refusal.reason] : row.kind,
    ]);
    expect(told).toEqual([
      [2, ["No. Pesanan", "idRounded"]],
      [3, ["Status Pesanan", "status"]],
      [4, ["Total Harga Produk", "money"]],
      [5, ["Waktu Pesanan Dibuat", "time"]],
      [6, ["No. Pesanan", "idPhone"]],
      [7, ["Total Harga Produk", "negative"]],
      [8, ["Waktu Pesanan Dibuat", "future"]],
      [9, [null, "shifted"]],
    ]);
    for (const secret of Object.values(BUYERS_OWN)) expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it("never computes a formula: its last value is read, and text that looks like one stays text", async () => {
    const file = newFile();
    await writeXlsx(file, [
      SHOPEE_HEADER,
      shopee({
        "Total Harga Produk": { formula: "1+1", value: 40_000 },
        "Nama Produk": '=HYPERLINK("http://x","y")',
      }),
      shopee({ "No. Pesanan": "261002ABCDEF", "Total Harga Produk": { formula: "1+1", value: "" } }),
    ]);
    const { rows } = await readFile(file);
    expect(rows[0]).toMatchObject({
      fact: { item: { amount: "40000000000", name: '=HYPERLINK("http://x","y")' } },
    });
    expect(rows[1]).toMatchObject({ refusal: { column: "Total Harga Produk", reason: "missing" } });
  });

  it("takes the lower of two rows of one item and tells of the other", () => {
    const fact = (state: StoredOrderRow["state"], amount: string): StoredOrderRow => ({
      ...{ orderId: "A1234", channel: "SHOPEE", state, orderedAt: "2026-10-01T00:00:00.000Z" },
      item: { key: "K1|", name: "Kopi", sku: "K1", quantity: 1, amount, refunded: "0" },
      order: { less: "0", refunded: null },
      ...{ links: [], coupon: null, handle: null, contentId: null, clickedAt: null, buyer: null },
    });
    const merged = mergeOrder([
      { row: 2, fact: fact("PENDING", "10000000000") },
      { row: 9, fact: fact("CONFIRMED", "10000000000") },
    ]);
    expect(merged).toMatchObject({
      status: "CONFIRMED",
      amountRupiah: 10_000n,
      repeated: [{ row: 2, by: 9, same: false }],
    });
  });

  it("adds up lines of one item in one order, and keeps their keys apart", () => {
    const fact = (amount: string, state: StoredOrderRow["state"] = "CONFIRMED"): StoredOrderRow => ({
      ...{ orderId: "A1234", channel: "SHOPEE", state, orderedAt: "2026-10-01T00:00:00.000Z" },
      item: { key: "K1|", name: "Kopi", sku: "K1", quantity: 1, amount, refunded: "0" },
      order: { less: "0", refunded: null },
      ...{ links: [], coupon: null, handle: null, contentId: null, clickedAt: null, buyer: null },
    });
    const merged = mergeOrder([
      { row: 2, fact: fact("50000000000") },
      { row: 3, fact: fact("40000000000") },
      { row: 4, fact: fact("40000000000") },
    ]);
    expect(merged.items.map(({ key, amountRupiah }) => [key, amountRupiah])).toEqual([
      ["K1|", 50_000n],
      ["K1|#2", 40_000n],
    ]);
    expect(merged).toMatchObject({ amountRupiah: 90_000n, repeated: [{ row: 3, by: 4, same: true }] });
    // Two exports put together: what stood there before the order was done counts no more.
    const later = mergeOrder([
      { row: 2, fact: fact("50000000000", "PENDING") },
      { row: 9, fact: fact("40000000000") },
    ]);
    expect(later).toMatchObject({ amountRupiah: 40_000n, repeated: [{ row: 2, by: 9, same: false }] });
  });
});

describe("rows that do not fit", () => {
  const line = (row: WrittenCell[]) => row.map((cell) => cell ?? "").join(",");
  const K2 = { "Nomor Referensi SKU": "K2", "Nama Produk": "Kopi, bubuk" };
  const next = { "No. Pesanan": "261002ABCDEF" };

  /** Row, key and what became of it. */
  async function told(text: string) {
    const file = newFile();
    await writeFile(file, text);
    return (await readFile(file)).rows.map((row) => [
      row.row,
      row.key,
      row.kind === "refused" ? row.refusal.reason : row.kind === "skipped" ? row.reason : row.kind,
    ]);
  }

  it("refuses a row with a cell too many, though the last one is empty, with its order", async () => {
    const rows = [SHOPEE_HEADER, shopee({}), shopee(K2), shopee(next)];
    expect(await told(rows.map(line).join("\n"))).toEqual([
      [2, "261001ABCDEF", "order"],
      [3, "261001ABCDEF", "shifted"],
      [4, "261002ABCDEF", "order"],
    ]);
  });

  it("refuses the orders above and below a shifted row where its number may have moved", async () => {
    const rows = [
      SHOPEE_HEADER,
      shopee({}),
      shopee(K2),
      shopee(next),
      shopee({ "No. Pesanan": "261003ABCDEF" }),
    ];
    expect(await told(rows.map((row) => line(row.toReversed())).join("\n"))).toEqual([
      [2, "261001ABCDEF", "order"],
      [3, "261001ABCDEF", "shifted"],
      [4, "261002ABCDEF", "orderRefused"],
      [5, "261003ABCDEF", "order"],
    ]);
  });

  it("refuses a row that was cut, and both halves of one that was split", async () => {
    const whole = [SHOPEE_HEADER, shopee({}), shopee({ ...next, "Total Harga Produk": "125000" })]
      .map(line)
      .join("\n");
    expect(await told(whole.slice(0, whole.indexOf("125000") + 2))).toEqual([
      [2, "261001ABCDEF", "order"],
      [3, "261002ABCDEF", "short"],
    ]);
    // Cut within its number, it may be another row of the order above.
    expect(await told(whole.slice(0, whole.indexOf("261002") + 4))).toEqual([
      [2, "261001ABCDEF", "order"],
      [3, "261001ABCDEF", "short"],
    ]);
    const split = [SHOPEE_HEADER, shopee({ ...next, "Nama Produk": "Kopi\nbubuk" }), shopee({})].map(line);
    expect((await told(split.join("\n"))).map(([, , outcome]) => outcome)).toEqual([
      "short",
      "short",
      "order",
    ]);
  });

  it("takes rows that all end with a delimiter, and leaves a remark below the table alone", async () => {
    const rows = [
      line(SHOPEE_HEADER),
      `${line(shopee({}))},`,
      `${line(shopee(next))},`,
      "Laporan dibuat 1 Oktober",
    ];
    expect(await told(rows.join("\n"))).toEqual([
      [2, "261001ABCDEF", "order"],
      [3, "261002ABCDEF", "order"],
      [4, null, "short"],
    ]);
  });

  const goesOn = { "No. Pesanan": null, "Status Pesanan": null, "Waktu Pesanan Dibuat": null };
  const workbook = async (...rows: WrittenCell[][]) => {
    const file = newFile();
    await writeXlsx(file, [SHOPEE_HEADER, ...rows]);
    return (await readFile(file)).rows.map((row) => [
      row.key,
      row.kind === "refused" ? row.refusal.reason : row.kind === "skipped" ? row.reason : row.kind,
    ]);
  };

  it("refuses the order whose further row cannot be read", async () => {
    const bad = shopee({ ...goesOn, ...K2, "Total Harga Produk": "tujuh puluh ribu" });
    expect(await workbook(shopee({}), bad, shopee({ ...goesOn, "Nomor Referensi SKU": "K3" }))).toEqual([
      ["261001ABCDEF", "order"],
      ["261001ABCDEF", "money"],
      ["261001ABCDEF", "missing"],
    ]);
  });

  it("refuses orders of the same time beside a row whose number cannot be read, and no others", async () => {
    const rounded = shopee({ "No. Pesanan": "5,8E+17" });
    const later = shopee({ ...next, "Waktu Pesanan Dibuat": "2026-10-02 10:00" });
    expect(await workbook(shopee({}), rounded, shopee(next))).toEqual([
      ["261001ABCDEF", "order"],
      ["261001ABCDEF", "idRounded"],
      ["261002ABCDEF", "orderRefused"],
    ]);
    expect(await workbook(later, rounded, later)).toEqual([
      ["261002ABCDEF", "order"],
      [null, "idRounded"],
      ["261002ABCDEF", "order"],
    ]);
  });

  it("does not take a row of totals for goods of the last order", async () => {
    const total = { ...goesOn, "Nomor Referensi SKU": null, "Nama Produk": null, Jumlah: 4 };
    const sums = { "Total Harga Produk": 100_000 };
    for (const word of [null, "TOTAL", "Jumlah:"]) {
      expect(await workbook(shopee({}), shopee({ ...total, ...sums, "Nama Produk": word }))).toEqual([
        ["261001ABCDEF", "order"],
        [null, "noGoods"],
      ]);
    }
    expect(await workbook(shopee({}), shopee({ ...goesOn, "No. Pesanan": "-" }))).toEqual([
      ["261001ABCDEF", "order"],
      ["261001ABCDEF", "missing"],
    ]);
  });

  it("reads a received order whose return was granted", async () => {
    const file = newFile();
    const status = "Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian hingga 2026-10-20";
    const granted = { "Status Pembatalan/ Pengembalian": "Permintaan Disetujui" };
    await writeXlsx(file, [SHOPEE_HEADER, shopee({ "Status Pesanan": status, ...granted })]);
    expect(ordersOf((await readFile(file)).rows)).toMatchObject([
      { status: "PENDING", amountRupiah: 50_000n, refundedRupiah: 50_000n },
    ]);
  });
});
