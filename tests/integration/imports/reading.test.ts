import { beforeAll, describe, expect, it } from "vitest";
import { readImport } from "~/modules/imports/commands/read-import.server";
import { importDetail } from "~/modules/imports/queries/import-detail.server";
import { db } from "~/platform/db.server";
import { applied, type Bringer, bringFile, officersOwn } from "../../factories/imports";
import { reportHeader } from "../../factories/report-rows";
import { type WrittenCell, writeXlsx } from "../../setup/xlsx-writer";
import { aPlace, clock, system } from "../campaigns/world";

let bringer: Bringer;

beforeAll(async () => {
  clock.set(new Date("2026-11-21T03:00:00Z"));
  bringer = officersOwn(await aPlace());
}, 60_000);

const HEADER = reportHeader("SHOPEE_ORDERS");

function row(cells: Record<string, WrittenCell>): WrittenCell[] {
  const usual: Record<string, WrittenCell> = {
    "No. Pesanan": "261001ABCDEF",
    "Status Pesanan": "Selesai",
    "Waktu Pesanan Dibuat": "2026-10-01 10:00",
    "Nama Produk": "Kopi",
    "Nomor Referensi SKU": "K1",
    Jumlah: "1",
    "Total Harga Produk": "100.000",
  };
  return HEADER.map((name) => (name in cells ? (cells[name] ?? null) : (usual[name] ?? null)));
}

async function preview(rows: WrittenCell[][]) {
  const importId = await bringFile(bringer, "Order.all.xlsx", (path) => writeXlsx(path, rows));
  await readImport(system(), { importId });
  return importDetail(bringer.ctx, { owner: bringer.owner, importId });
}

describe("reading a report", () => {
  it("stores text that is cut within an emoji, and titles that are", async () => {
    const title = `${"K".repeat(89)}😀`;
    const found = await preview([
      [...HEADER, title],
      [
        ...row({ "Nama Produk": `${"K".repeat(199)}😀 kopi`, "Nama Variasi": `${"V".repeat(3_999)}😀` }),
        null,
      ],
    ]);
    expect(found).toMatchObject({ status: "READY", stopped: false, counts: { NEW: { rows: 1 } } });
    expect(found.columns.unknown).toEqual(["K".repeat(89)]);
  });

  it("does not take part of an order whose further row cannot be read", async () => {
    const number = { "No. Pesanan": "261002ABCDEF" };
    const goesOn = { "No. Pesanan": null, "Status Pesanan": null, "Waktu Pesanan Dibuat": null };
    const found = await preview([
      HEADER,
      row(number),
      row({ ...goesOn, "Nomor Referensi SKU": "K2", "Total Harga Produk": "tujuh puluh ribu" }),
      row({ "No. Pesanan": "261003ABCDEF" }),
    ]);
    expect(found.counts).toMatchObject({ REFUSED: { rows: 2, entries: 1 }, NEW: { rows: 1 } });
    await applied(system(), bringer, found.id);
    const orders = await db().conversion.findMany({
      where: { institutionId: bringer.owner.id },
      select: { orderId: true },
    });
    expect(orders).toEqual([{ orderId: "261003ABCDEF" }]);
  });

  it("passes over a row of totals and says so", async () => {
    const found = await preview([
      HEADER,
      row({ "No. Pesanan": "261004ABCDEF" }),
      HEADER.map((name) => (name === "Total Harga Produk" ? 100_000 : name === "Jumlah" ? 1 : null)),
    ]);
    expect(found.counts).toMatchObject({ NEW: { rows: 1 }, SKIPPED: { rows: 1 }, REFUSED: { rows: 0 } });
  });

  it("says which sheet was read and which was not", async () => {
    const importId = await bringFile(bringer, "Order.all.xlsx", (path) =>
      writeXlsx(path, [["Petunjuk"]], {
        sheetName: "Petunjuk",
        sheets: [
          { name: "Okt", rows: [HEADER, row({ "No. Pesanan": "261006ABCDEF" })] },
          { name: "Nov", rows: [HEADER, row({ "No. Pesanan": "261007ABCDEF" })] },
        ],
      }),
    );
    await readImport(system(), { importId });
    expect(await importDetail(bringer.ctx, { owner: bringer.owner, importId })).toMatchObject({
      detail: "Okt",
      sheetsAside: [
        { name: "Petunjuk", report: false },
        { name: "Nov", report: true },
      ],
      counts: { NEW: { rows: 1 } },
    });
  });

  it("adds up two lines of one item, and finds them unchanged when they come again", async () => {
    const number = { "No. Pesanan": "261005ABCDEF" };
    const rows = [
      HEADER,
      row({ ...number, "Total Harga Produk": "50.000" }),
      row({ ...number, "Total Harga Produk": "40.000" }),
    ];
    const found = await preview(rows);
    expect(found.counts).toMatchObject({ NEW: { rows: 2, entries: 1 }, SKIPPED: { rows: 0 } });
    await applied(system(), bringer, found.id);
    expect(
      await db().conversion.findFirst({
        where: { orderId: number["No. Pesanan"] },
        select: { amountRupiah: true },
      }),
    ).toEqual({ amountRupiah: 90_000n });
    expect((await preview(rows)).counts).toMatchObject({ UNCHANGED: { rows: 2 }, UPDATED: { rows: 0 } });
  });
});
