import { readFile } from "node:fs/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerImport } from "~/modules/imports/commands/answer-import.server";
import { forgetColumn } from "~/modules/imports/commands/forget-column.server";
import { readImport } from "~/modules/imports/commands/read-import.server";
import { importDetail } from "~/modules/imports/queries/import-detail.server";
import { importRows } from "~/modules/imports/queries/import-rows.server";
import type { ReportKind } from "~/modules/imports/report";
import { db } from "~/platform/db.server";
import { type Bringer, bringFile, officersOwn } from "../../factories/imports";
import { writeCsv } from "../../factories/report-files";
import { reportHeader } from "../../factories/report-rows";
import { aPlace, clock, type Place, system } from "../campaigns/world";

const NOW = new Date("2026-11-21T03:00:00Z");
const HEADER = reportHeader("SHOPEE_ORDERS");
/** Of a file whose column of amounts is called otherwise, with another one that may be taken for it. */
const ODD = HEADER.map((name) => (name === "Total Harga Produk" ? "Nilai Semua Barang" : name));

let place: Place;
let bringer: Bringer;

beforeAll(async () => {
  clock.set(NOW);
  place = await aPlace();
  bringer = officersOwn(place);
}, 60_000);

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE import_mapping, import_row, report_import CASCADE`;
});

async function brought(header: readonly string[]): Promise<string> {
  const cells: Record<string, string> = {
    ...{ "No. Pesanan": "261101AAAA01", "Status Pesanan": "Selesai" },
    ...{ "Waktu Pesanan Dibuat": "2026-11-01 10:00", "Nama Produk": "Kopi", Jumlah: "1" },
    ...{ "Total Harga Produk": "50.000", "Nilai Semua Barang": "50.000", "Harga Lain": "7.000" },
  };
  const row = (name: string) => cells[name] ?? "";
  const columns = [...header, "Harga Lain"];
  const importId = await bringFile(bringer, "pesanan.csv", (path) =>
    writeCsv(path, [columns, columns.map(row)]),
  );
  await readImport(system(), { importId });
  return importId;
}

const detailOf = (importId: string) => importDetail(bringer.ctx, { owner: bringer.owner, importId });

async function answered(
  importId: string,
  columns: Record<string, string>,
  report: ReportKind = "SHOPEE_ORDERS",
) {
  const answer = { report, columns, from: undefined, to: undefined };
  await answerImport(bringer.ctx, { owner: bringer.owner, importId, answer });
  await readImport(system(), { importId });
  return detailOf(importId);
}

async function worthOf(importId: string) {
  const page = { owner: bringer.owner, importId, outcome: null, cursor: null };
  return (await importRows(bringer.ctx, page)).rows[0]?.amountRupiah;
}

const total = { field: "itemTotal" };

describe("a column that was pointed out wrongly", () => {
  it("is shown with who did it and when, also in the next file, and can be changed there", async () => {
    await answered(await brought(ODD), { itemTotal: "Harga Lain" });
    const next = await brought(ODD);
    const detail = await detailOf(next);
    expect(detail.status).toBe("READY");
    expect(await worthOf(next)).toBe(7_000n);
    const user = await db().user.findFirstOrThrow({
      where: { id: bringer.ctx.actor.kind === "user" ? bringer.ctx.actor.userId : "" },
    });
    expect(detail.columns.read.find(({ field }) => field === "itemTotal")).toEqual({
      ...{ ...total, header: "Harga Lain", column: "Total Harga Produk", by: "hand" },
      author: { name: user.name, at: NOW },
    });
    expect(detail.columns.read.find(({ field }) => field === "orderId")).toMatchObject({ by: "name" });
    // The question comes back with the answer that was given.
    expect(detail.question?.fields).toContainEqual({ ...total, needed: true, header: "Harga Lain" });
    expect(detail.question?.columns).toEqual(["Nilai Semua Barang", "Harga Lain"]);
    const changed = await answered(next, { itemTotal: "Nilai Semua Barang" });
    expect(changed.status).toBe("READY");
    expect(await worthOf(next)).toBe(50_000n);
    expect(await worthOf(await brought(ODD))).toBe(50_000n);
  });

  it("can be forgotten: this file and the next ask again", async () => {
    const importId = await brought(ODD);
    await answered(importId, { itemTotal: "Harga Lain" });
    await forgetColumn(bringer.ctx, { owner: bringer.owner, importId, ...total });
    await readImport(system(), { importId });
    expect((await detailOf(importId)).status).toBe("NEEDS_INPUT");
    expect((await detailOf(await brought(ODD))).status).toBe("NEEDS_INPUT");
    const again = forgetColumn(bringer.ctx, { owner: bringer.owner, importId, ...total });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  it("does not hold against the report's own name for it", async () => {
    await answered(await brought(ODD), { itemTotal: "Harga Lain" });
    const exact = await brought(HEADER);
    const detail = await detailOf(exact);
    expect(await worthOf(exact)).toBe(50_000n);
    expect(detail.columns.read.find(({ field }) => field === "itemTotal")).toMatchObject({ by: "name" });
    // Nor can it be pointed out elsewhere: that would change nothing.
    await expect(answered(exact, { itemTotal: "Harga Lain" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("is not remembered as a person's word where the answer says what was read anyway", async () => {
    const mistyped = HEADER.map((name) => (name === "Total Harga Produk" ? "Total Harga Prduk" : name));
    const importId = await brought(mistyped);
    expect((await detailOf(importId)).question?.fields).toContainEqual({
      ...{ ...total, needed: true, header: "Total Harga Prduk" },
    });
    await answered(importId, { itemTotal: "Total Harga Prduk" });
    expect(await db().importMapping.count()).toBe(0);
    // A person's word holds against what only looks alike.
    const changed = await answered(importId, { itemTotal: "Harga Lain" });
    expect(changed.columns.read.find(({ field }) => field === "itemTotal")).toMatchObject({ by: "hand" });
    expect(await worthOf(importId)).toBe(7_000n);
  });
});

describe("a file that is no report clearly", () => {
  it("may be any of the reports, and its columns can be pointed out for the one that is chosen", async () => {
    const importId = await brought(ODD);
    const { question } = await detailOf(importId);
    const offered = [...(question?.candidates ?? []).map(({ kind }) => kind), ...(question?.others ?? [])];
    expect(new Set(offered).size).toBe(13);
    const other = await answered(importId, {}, "SHOPEE_CONVERSION");
    expect(other).toMatchObject({ status: "NEEDS_INPUT", report: "SHOPEE_CONVERSION" });
    expect(other.question?.columns).toContain("Nilai Semua Barang");
    const back = await answered(importId, {}, "SHOPEE_ORDERS");
    expect(back).toMatchObject({ status: "NEEDS_INPUT", report: "SHOPEE_ORDERS" });
  });
});

describe("the migration to TikTok amounts before discounts", () => {
  it("forgets columns that were pointed out for the amount after discounts, and no others", async () => {
    const mapping = (report: ReportKind, field: string) => ({
      ...{ ownerId: place.institutionId, report, header: `kolom ${field}`, field },
    });
    const others = [mapping("TIKTOK_ORDERS", "buyer"), mapping("SHOPEE_ORDERS", "itemTotal")];
    await db().importMapping.createMany({ data: [mapping("TIKTOK_ORDERS", "itemTotal"), ...others] });
    const migration = "prisma/migrations/20261122144500_tiktok_amounts/migration.sql";
    await db().$executeRawUnsafe(await readFile(migration, "utf8"));
    const left = await db().importMapping.findMany({ select: { report: true, field: true } });
    expect(left).toHaveLength(2);
    expect(left).toEqual(expect.arrayContaining(others.map(({ report, field }) => ({ report, field }))));
  });
});
