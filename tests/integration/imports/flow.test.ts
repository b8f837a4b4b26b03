import { existsSync } from "node:fs";
import { utimes, writeFile } from "node:fs/promises";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { answerImport } from "~/modules/imports/commands/answer-import.server";
import { applyImport } from "~/modules/imports/commands/apply-import.server";
import { cancelImport } from "~/modules/imports/commands/cancel-import.server";
import { confirmImport } from "~/modules/imports/commands/confirm-import.server";
import { readImport } from "~/modules/imports/commands/read-import.server";
import { resumeImport } from "~/modules/imports/commands/resume-import.server";
import { sweepImports } from "~/modules/imports/commands/sweep-imports.server";
import { takeBackImport } from "~/modules/imports/commands/take-back-import.server";
import { undoImport } from "~/modules/imports/commands/undo-import.server";
import { readImportSearch } from "~/modules/imports/import-search";
import { importDetail } from "~/modules/imports/queries/import-detail.server";
import { importFigures } from "~/modules/imports/queries/import-figures.server";
import { importList } from "~/modules/imports/queries/import-list.server";
import { importRows } from "~/modules/imports/queries/import-rows.server";
import { reverseConversion } from "~/modules/tracking/commands/reverse-conversion.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { localPath, putStream } from "~/platform/storage.server";
import { aPreview, applied, type Bringer, bringFile, officersOwn, undone } from "../../factories/imports";
import { writeCsv, writeReport } from "../../factories/report-files";
import { reportHeader, reportRows, reportTable } from "../../factories/report-rows";
import { writeXlsx } from "../../setup/xlsx-writer";
import { aPlace, clock, officerOf, type Place, system } from "../campaigns/world";

const NOW = new Date("2026-11-21T03:00:00Z");
let place: Place;
let bringer: Bringer;
let foreign: Bringer;

beforeAll(async () => {
  clock.set(NOW);
  place = await aPlace();
  bringer = officersOwn(place);
  foreign = officersOwn(await aPlace());
}, 60_000);

const detailOf = (importId: string, { ctx, owner } = bringer) => importDetail(ctx, { owner, importId });
const live = () =>
  db().conversion.findMany({ where: { institutionId: place.institutionId, withdrawnAt: null } });
const settle = (importId: string) => cancelImport(bringer.ctx, { owner: bringer.owner, importId });

/** The context with a database that fails at the given chunk, as a worker that is killed would. */
function dyingAt(ctx: Ctx, chunk: number): Ctx {
  let count = 0;
  const client = new Proxy(ctx.db, {
    get(target, name, receiver) {
      if (name !== "$transaction") return Reflect.get(target, name, receiver);
      return (...args: unknown[]) => {
        count += 1;
        if (count > chunk) throw new Error("the worker was killed");
        return Reflect.apply(Reflect.get(target, name, receiver), target, args);
      };
    },
  });
  return { ...ctx, db: client };
}

describe("a worker that dies", () => {
  it("is replaced in the middle of reading and of applying, and nothing counts twice", async () => {
    const importId = await bringFile(bringer, "besar.csv", (file) =>
      writeReport(file, "SHOPEE_ORDERS", { rows: 1_600, series: "MT" }, { format: "csv" }),
    );
    await expect(readImport(dyingAt(system(), 2), { importId })).rejects.toThrow("killed");
    expect(await detailOf(importId)).toMatchObject({ status: "READING" });
    await expect(readImport(dyingAt(system(), 5), { importId })).rejects.toThrow("killed");
    expect((await detailOf(importId)).status).toBe("COMPARING");
    await readImport(system(), { importId });
    const preview = await detailOf(importId);
    expect(preview).toMatchObject({
      status: "READY",
      rows: 1_600,
      counts: { NEW: { rows: 1_600, entries: 1_200 } },
    });
    expect(await live()).toHaveLength(0);

    await confirmImport(bringer.ctx, { owner: bringer.owner, importId });
    await expect(applyImport(dyingAt(system(), 2), { importId })).rejects.toThrow("killed");
    expect(await live()).toHaveLength(1_000);
    expect(await detailOf(importId)).toMatchObject({ status: "APPLYING", effect: { created: 1_000 } });
    // The job that was thought dead and the one that took over.
    await Promise.all([applyImport(system(), { importId }), applyImport(system(), { importId })]);
    expect(await detailOf(importId)).toMatchObject({
      status: "APPLIED",
      effect: { created: 1_200, refused: 0 },
    });
    const orders = await live();
    expect(orders).toHaveLength(1_200);
    expect(await db().conversionReport.count({ where: { importId } })).toBe(1_200);
    await undoImport(bringer.ctx, { owner: bringer.owner, importId, reason: "Periode yang salah" });
    await expect(takeBackImport(dyingAt(system(), 2), { importId })).rejects.toThrow("killed");
    expect(await detailOf(importId)).toMatchObject({ status: "UNDOING", share: 1_000 / 1_200 });
    expect(await live()).toHaveLength(200);
    await takeBackImport(system(), { importId });
    expect(await detailOf(importId)).toMatchObject({ status: "UNDONE", effect: { undone: 1_200, kept: 0 } });
    expect(await live()).toHaveLength(0);
  }, 120_000);

  it("gives up after repeated faults and goes on when a person says so", async () => {
    const importId = await bringFile(bringer, "gagal.csv", (file) =>
      writeReport(file, "SHOPEE_ORDERS", { rows: 4, series: "GG" }, { format: "csv" }),
    );
    for (let attempt = 1; attempt < 5; attempt += 1) {
      await expect(readImport(dyingAt(system(), 0), { importId })).rejects.toThrow("killed");
    }
    await readImport(dyingAt(system(), 0), { importId });
    expect(await detailOf(importId)).toMatchObject({ status: "READING", stopped: true });
    await readImport(system(), { importId });
    expect((await detailOf(importId)).status).toBe("READING");
    await resumeImport(bringer.ctx, { owner: bringer.owner, importId });
    await readImport(system(), { importId });
    expect((await detailOf(importId)).status).toBe("READY");
    await settle(importId);
  }, 60_000);
});

describe("the same orders again", () => {
  it("moves Tertunda to Selesai by the natural key, and leaves what a person decided meanwhile", async () => {
    const parts = { rows: 12, series: "NK" };
    const first = await aPreview(system(), bringer, "SHOPEE_COMMISSION", parts);
    await applied(system(), bringer, first.id);
    const pending = (await live()).filter(({ status }) => status === "PENDING");
    expect(pending.length).toBeGreaterThan(3);
    clock.set(new Date(NOW.getTime() + 3_600_000));
    const later = await aPreview(system(), bringer, "SHOPEE_COMMISSION", { ...parts, settled: true });
    expect(later.counts.NEW.rows).toBe(0);
    expect(later.counts.UPDATED.entries).toBeGreaterThan(3);
    await applied(system(), bringer, later.id, true);
    const orders = await live();
    expect(orders.every(({ status }) => status === "CONFIRMED")).toBe(true);
    expect(orders).toHaveLength(9);

    const [held] = orders;
    if (!held) throw new Error("no order");
    await reverseConversion(bringer.ctx, { conversionId: held.id, reason: "Barang kembali ke Lapas" });
    const result = await undone(system(), bringer, later.id);
    expect(result).toMatchObject({ status: "UNDONE", effect: { kept: 9 } });
    const after = await live();
    expect(after.find(({ id }) => id === held.id)?.status).toBe("REVERSED");
    expect(after.filter(({ status }) => status === "PENDING").length).toBeGreaterThan(3);
    await undone(system(), bringer, first.id);
    clock.set(NOW);
  }, 60_000);

  it("is one order when the export and the affiliate report both tell of it", async () => {
    const header = reportHeader("SHOPEE_CONVERSION");
    const orders = await aPreview(system(), bringer, "SHOPEE_ORDERS", {
      rows: 1,
      series: "DB",
      settled: true,
    });
    await applied(system(), bringer, orders.id);
    const [order] = await live();
    if (!order) throw new Error("no order");
    const cells: Record<string, string> = {
      ...{
        "Kode Pesanan": order.orderId,
        "Status Pesanan": "Selesai",
        "Waktu Pesanan": "2026-10-01 00:00:30",
      },
      ...{
        "Kode Produk": "221",
        "Username Affiliate": "dewi",
        "Nilai Pembelian(Rp)": String(order.amountRupiah),
      },
    };
    const importId = await bringFile(bringer, "SellerConversionReport.csv", (file) =>
      writeCsv(file, [header, header.map((name) => cells[name] ?? "")]),
    );
    await readImport(system(), { importId });
    expect(await detailOf(importId)).toMatchObject({
      counts: { UPDATED: { entries: 1 }, NEW: { entries: 0 } },
    });
    await applied(system(), bringer, importId);
    const after = await live();
    expect(after.map(({ id, amountRupiah }) => [id, amountRupiah])).toEqual([[order.id, order.amountRupiah]]);
    expect(await db().conversionReport.count({ where: { conversionId: order.id } })).toBe(2);
    const rows = await importRows(bringer.ctx, {
      owner: bringer.owner,
      importId,
      outcome: null,
      cursor: null,
    });
    expect(rows.rows).toMatchObject([{ outcome: "UPDATED", message: "imports:reason.evidence" }]);
    await undone(system(), bringer, importId);
    await undone(system(), bringer, orders.id);
  });
});

describe("a file that does not explain itself", () => {
  it("asks for a column once and remembers it for the institution and the report", async () => {
    const rename = { "Total Harga Produk": "Harga Semua Barang" };
    const write = (series: string) =>
      bringFile(bringer, `${series}.csv`, (file) =>
        writeReport(file, "SHOPEE_ORDERS", { rows: 3, series }, { format: "csv", pitfalls: { rename } }),
      );
    const importId = await write("AK");
    await readImport(system(), { importId });
    const asked = await detailOf(importId);
    expect(asked).toMatchObject({ status: "NEEDS_INPUT", report: "SHOPEE_ORDERS" });
    expect(asked.question?.columns).toEqual(["Harga Semua Barang"]);
    const missing = asked.question?.fields.filter(({ needed, header }) => needed && header === null);
    expect(missing).toEqual([{ field: "itemTotal", needed: true, header: null }]);
    const answer = { report: "SHOPEE_ORDERS", from: undefined, to: undefined } as const;
    const wrong = { ...answer, columns: { itemTotal: "Nama Penerima" } };
    // A column of the buyers is none of ours, whoever says so.
    const answering = answerImport(bringer.ctx, { owner: bringer.owner, importId, answer: wrong });
    await expect(answering).rejects.toMatchObject({ code: "invalid" });
    const columns = { itemTotal: "Harga Semua Barang" };
    await answerImport(bringer.ctx, { owner: bringer.owner, importId, answer: { ...answer, columns } });
    await readImport(system(), { importId });
    expect(await detailOf(importId)).toMatchObject({ status: "READY", counts: { NEW: { rows: 3 } } });
    await settle(importId);
    const next = await write("AL");
    await readImport(system(), { importId: next });
    expect((await detailOf(next)).status).toBe("READY");
    await settle(next);
    const elsewhere = await bringFile(foreign, "lain.csv", (file) =>
      writeReport(file, "SHOPEE_ORDERS", { rows: 3 }, { format: "csv", pitfalls: { rename } }),
    );
    await readImport(system(), { importId: elsewhere });
    expect((await detailOf(elsewhere, foreign)).status).toBe("NEEDS_INPUT");
  });

  it("asks for the period of a report that names none, and shows its figures afterwards", async () => {
    const name = "AMS affiliate.xlsx";
    const asked = await aPreview(system(), bringer, "SHOPEE_AMS_AFFILIATES", { rows: 4 }, { name });
    expect(asked).toMatchObject({ status: "NEEDS_INPUT", question: { period: true } });
    const answer = {
      report: "SHOPEE_AMS_AFFILIATES",
      columns: {},
      from: "2026-10-01",
      to: "2026-10-31",
    } as const;
    await answerImport(bringer.ctx, { owner: bringer.owner, importId: asked.id, answer });
    await readImport(system(), { importId: asked.id });
    await applied(system(), bringer, asked.id);
    const figures = await importFigures(bringer.ctx, { owner: bringer.owner, importId: asked.id });
    expect(figures.metrics[0]).toEqual({ key: "revenue", unit: "RUPIAH" });
    expect(figures.rows[0]).toMatchObject({
      label: "kreator_3",
      values: expect.arrayContaining([3_000_003]),
    });
    await undone(system(), bringer, asked.id);
  });

  it("keeps every digit of a figure", async () => {
    const amount = "9999999999999.123456";
    const header = reportHeader("META_ADS");
    const [row = []] = reportRows("META_ADS", { rows: 1 });
    const large = row.map((cell, column) =>
      header[column] === "Jumlah yang dibelanjakan (IDR)" ? amount : cell,
    );
    const importId = await bringFile(bringer, "meta.csv", (file) => writeCsv(file, [header, large]));
    await readImport(system(), { importId });
    await applied(system(), bringer, importId);
    const figures = await db().reportMetric.findMany({ where: { importId }, orderBy: { value: "desc" } });
    expect(figures[0]?.value.toFixed()).toBe(amount);
    expect(figures.map(({ value }) => value.toFixed())).toContain("1.23");
    await undone(system(), bringer, importId);
  });

  it.each([
    ["Daftar belanja.csv", "Nama,Alamat\nSiti,Jalan Kenanga\n", "unknown"],
    ["kosong.csv", `${reportHeader("SHOPEE_ORDERS").join(";")}\n`, "noRows"],
    ["laporan.pdf", "%PDF-1.7", "wrongType"],
  ] as const)("refuses %s, deletes it and keeps nothing of it", async (name, content, fault) => {
    const importId = await bringFile(bringer, name, (file) => writeFile(file, content));
    const { storageKey } = await db().reportImport.findUniqueOrThrow({ where: { id: importId } });
    await readImport(system(), { importId });
    expect(await detailOf(importId)).toMatchObject({ status: "REFUSED", refusal: { fault } });
    const stored = await db().reportImport.findUniqueOrThrow({ where: { id: importId } });
    expect(stored).toMatchObject({ storageKey: null, headers: [] });
    expect(existsSync(localPath(storageKey ?? ""))).toBe(false);
  });
});

describe("rows that are refused", () => {
  it("take their order with them, and stand in pages and list", async () => {
    const header = reportHeader("SHOPEE_ORDERS");
    const table = [...reportTable("SHOPEE_ORDERS", { rows: 4, series: "RF" })];
    const third = table[4];
    if (!third) throw new Error("no row");
    third[header.indexOf("Total Harga Produk")] = "gratis";
    const importId = await bringFile(bringer, "campur.xlsx", (file) => writeXlsx(file, table));
    await readImport(system(), { importId });
    const detail = await detailOf(importId);
    expect(detail.counts).toMatchObject({ NEW: { rows: 2 }, REFUSED: { rows: 2, entries: 1 } });
    const refused = { owner: bringer.owner, importId, outcome: "REFUSED" } as const;
    const { rows, next } = await importRows(bringer.ctx, { ...refused, cursor: null, limit: 1 });
    expect(rows).toMatchObject([{ row: 4, column: null, message: 'imports:reason.orderRefused|{"row":5}' }]);
    const second = await importRows(bringer.ctx, { ...refused, cursor: next, limit: 1 });
    expect(second.rows).toMatchObject([
      { row: 5, column: "Total Harga Produk", message: "imports:reason.money" },
    ]);
    const search = readImportSearch(new URLSearchParams("q=CAMPUR&sort=fileName"));
    const list = await importList(bringer.ctx, { owner: bringer.owner, search, cursor: null });
    expect(list.rows).toMatchObject([{ id: importId, counts: { REFUSED: { rows: 2 } } }]);
    await settle(importId);
  });
});

describe("who may", () => {
  it("bring, see and decide only where the policy says so", async () => {
    const { id: importId } = await aPreview(system(), bringer, "SHOPEE_ORDERS", { rows: 2, series: "PL" });
    const stranger = foreign.ctx;
    const it = { owner: bringer.owner, importId };
    await expect(importDetail(stranger, it)).rejects.toThrow("refused");
    await expect(confirmImport(stranger, it)).rejects.toThrow("refused");
    // Their own institution does not open another's import.
    const borrowed = { owner: foreign.owner, importId };
    await expect(importDetail(stranger, borrowed)).rejects.toThrow("no import");
    await expect(cancelImport(stranger, borrowed)).rejects.toThrow("no import");
    await expect(importRows(stranger, { ...borrowed, outcome: null, cursor: null })).resolves.toMatchObject({
      rows: [],
    });
    const kanwil = await officerOf(place, "KANWIL");
    await expect(importDetail(kanwil, it)).resolves.toMatchObject({ id: importId });
    await expect(confirmImport(kanwil, it)).rejects.toThrow("refused");
    await settle(importId);
    await expect(confirmImport(bringer.ctx, it)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("what nobody confirms", () => {
  it("is deleted after a day, with its file", async () => {
    const { id } = await aPreview(system(), bringer, "SHOPEE_ORDERS", { rows: 2, series: "SW" });
    const { storageKey } = await db().reportImport.findUniqueOrThrow({ where: { id } });
    expect(existsSync(localPath(storageKey ?? ""))).toBe(true);
    await sweepImports(system());
    expect((await detailOf(id)).status).toBe("READY");
    clock.set(new Date(NOW.getTime() + 25 * 3_600_000));
    await sweepImports(system());
    clock.set(NOW);
    expect(await detailOf(id)).toMatchObject({ status: "CANCELLED", endReason: "expired" });
    expect(existsSync(localPath(storageKey ?? ""))).toBe(false);
    expect(await db().importRow.count({ where: { importId: id } })).toBe(0);
  });
});

describe("a file that no import knows", () => {
  it("is deleted after a day as well", async () => {
    const [old, fresh] = ["imports/orphan-old", "imports/orphan-fresh"];
    for (const key of [old, fresh]) await putStream(key, (file) => writeFile(file, "x"));
    const yesterday = new Date(NOW.getTime() - 26 * 3_600_000);
    await utimes(localPath(old), yesterday, yesterday);
    await utimes(localPath(fresh), NOW, NOW);
    await sweepImports(system());
    expect([existsSync(localPath(old)), existsSync(localPath(fresh))]).toEqual([false, true]);
  });
});

describe("logs", () => {
  it("say nothing of what stands in a file", async () => {
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line) => lines.push(line) });
    const ctx: Ctx = { ...system(), log };
    const importId = await bringFile(bringer, "rusak.csv", (file) =>
      writeFile(file, `${reportHeader("SHOPEE_ORDERS").join(",")}\n"Siti Pembeli Rahasia\n`),
    );
    await readImport(ctx, { importId });
    expect(await detailOf(importId)).toMatchObject({ status: "REFUSED", refusal: { fault: "quotes" } });
    expect(lines.join("")).not.toContain("Rahasia");
  });
});
