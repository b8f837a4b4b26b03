import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readImport } from "~/modules/imports/commands/read-import.server";
import { importDetail } from "~/modules/imports/queries/import-detail.server";
import { importRows } from "~/modules/imports/queries/import-rows.server";
import { db } from "~/platform/db.server";
import { applied, type Bringer, bringFile, officersOwn, undone } from "../../factories/imports";
import { writeCsv } from "../../factories/report-files";
import { reportHeader } from "../../factories/report-rows";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { writeXlsx } from "../../setup/xlsx-writer";
import { aPlace, clock, type Place, system } from "../campaigns/world";

const NOW = new Date("2026-11-21T03:00:00Z");
const HOUR = 3_600_000;
const HEADER = reportHeader("SHOPEE_ORDERS");
const NEWER = "Order.all.20261101_20261120.xlsx";
const OLDER = "Order.all.20261101_20261110.xlsx";

let place: Place;
let bringer: Bringer;

beforeAll(async () => {
  clock.set(NOW);
  place = await aPlace();
  bringer = officersOwn(place);
}, 60_000);

beforeEach(async () => {
  clock.set(NOW);
  await db().$executeRaw`TRUNCATE conversion, conversion_hourly CASCADE`;
});

function row(orderId: string, patch: Record<string, string> = {}): string[] {
  const cells: Record<string, string> = {
    ...{ "No. Pesanan": orderId, "Status Pesanan": "Selesai", "Waktu Pesanan Dibuat": "2026-11-01 10:00" },
    ...{ "Nama Produk": "Kopi", "Nomor Referensi SKU": "K1", Jumlah: "2", "Total Harga Produk": "50.000" },
    ...patch,
  };
  return HEADER.map((name) => cells[name] ?? "");
}

const REFUNDED = row("261101REFUND", { "Returned quantity": "2" });
const CANCELLATION = { "Status Pesanan": "Batal" };
const CANCELLED = row("261101CANCEL", CANCELLATION);
const BEFORE = [row("261101REFUND"), row("261101CANCEL"), row("261101FRESH1")];

async function brought(name: string, rows: string[][], saved: string | null = null): Promise<string> {
  const core = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="a" xmlns:dcterms="b"><dcterms:created>${saved}</dcterms:created></cp:coreProperties>`;
  const parts = saved ? [{ name: "docProps/core.xml", content: [core] }] : [];
  const importId = await bringFile(bringer, name, (path) => writeXlsx(path, [HEADER, ...rows], { parts }));
  await readImport(system(), { importId });
  return importId;
}

const detailOf = (importId: string) => importDetail(bringer.ctx, { owner: bringer.owner, importId });
const rowsOf = async (importId: string) =>
  (await importRows(bringer.ctx, { owner: bringer.owner, importId, outcome: null, cursor: null })).rows;
const order = (orderId: string) =>
  db().conversion.findFirstOrThrow({
    where: { orderId },
    select: { status: true, amountRupiah: true, refundedRupiah: true },
  });

async function theNewerFirst(): Promise<string> {
  await applied(system(), bringer, await brought(NEWER, [REFUNDED, CANCELLED]));
  clock.set(new Date(NOW.getTime() + HOUR));
  return brought(OLDER, BEFORE);
}

const apply = (importId: string, takesBack: boolean) => applied(system(), bringer, importId, takesBack);

describe("an older export that comes after a newer one", () => {
  it("is shown row by row with what it would change, and counted apart", async () => {
    const importId = await theNewerFirst();
    expect((await detailOf(importId)).counts).toMatchObject({
      ...{ NEW: { entries: 1 }, UPDATED: { entries: 0 }, BACKWARD: { rows: 2, entries: 2 } },
    });
    expect(await rowsOf(importId)).toMatchObject([
      {
        entry: "261101REFUND",
        outcome: "BACKWARD",
        changes: [{ label: "imports:change.refund", unit: "RUPIAH", from: 50_000n, to: 0n }],
      },
      {
        entry: "261101CANCEL",
        outcome: "BACKWARD",
        changes: [{ label: "imports:change.status", unit: "STATUS", from: "REVERSED", to: "CONFIRMED" }],
      },
      { entry: "261101FRESH1", outcome: "NEW", changes: [] },
    ]);
  });

  it("leaves refunds and cancellations as they were known unless a person takes its word", async () => {
    const importId = await theNewerFirst();
    const result = await apply(importId, false);
    expect(result).toMatchObject({ status: "APPLIED", effect: { created: 1, updated: 0, held: 2 } });
    expect(result.counts).toMatchObject({ SKIPPED: { entries: 2 }, BACKWARD: { entries: 0 } });
    expect(await order("261101REFUND")).toMatchObject({ status: "CONFIRMED", refundedRupiah: 50_000n });
    expect(await order("261101CANCEL")).toMatchObject({ status: "REVERSED" });
    expect((await rowsOf(importId))[0]).toMatchObject({
      ...{ outcome: "SKIPPED", message: "imports:reason.known" },
    });
    expect(await db().conversionReport.count({ where: { importId } })).toBe(1);
  });

  it("changes them where the person says that this file is the newer one, and can be undone", async () => {
    const importId = await theNewerFirst();
    const result = await apply(importId, true);
    expect(result).toMatchObject({ effect: { created: 1, updated: 2, held: 0 } });
    expect((await rowsOf(importId))[0]).toMatchObject({
      ...{ outcome: "UPDATED", message: "imports:reason.fileWins" },
    });
    expect(await order("261101REFUND")).toMatchObject({ refundedRupiah: 0n });
    expect(await order("261101CANCEL")).toMatchObject({ status: "CONFIRMED" });
    await undone(system(), bringer, importId);
    expect(await order("261101REFUND")).toMatchObject({ refundedRupiah: 50_000n });
    expect(await order("261101CANCEL")).toMatchObject({ status: "REVERSED" });
  });

  it("keeps what was known also where that became known only after the preview", async () => {
    const older = await brought(OLDER, BEFORE);
    expect((await detailOf(older)).counts.NEW.entries).toBe(3);
    await applied(system(), bringer, await brought(NEWER, [REFUNDED, CANCELLED]));
    clock.set(new Date(NOW.getTime() + HOUR));
    await db().reportImport.update({ where: { id: older }, data: { reportedAt: clock.now() } });
    expect(await apply(older, false)).toMatchObject({ effect: { created: 1, held: 2 } });
    expect(await order("261101REFUND")).toMatchObject({ refundedRupiah: 50_000n });
  });

  it("is applied where all of it goes backward, and changes nothing where what is known stays", async () => {
    await applied(system(), bringer, await brought(NEWER, [REFUNDED, CANCELLED]));
    clock.set(new Date(NOW.getTime() + HOUR));
    const kept = await brought(OLDER, [row("261101REFUND")]);
    expect(await apply(kept, false)).toMatchObject({ effect: { updated: 0, held: 1 } });
    expect(await order("261101REFUND")).toMatchObject({ refundedRupiah: 50_000n });
    const taken = await brought(OLDER, [row("261101REFUND")]);
    expect(await apply(taken, true)).toMatchObject({ effect: { updated: 1 } });
    expect(await order("261101REFUND")).toMatchObject({ refundedRupiah: 0n });
  });
});

describe("evidence of an order whose cancellation stays", () => {
  const COMMISSION = reportHeader("SHOPEE_COMMISSION");
  const ORDERED = { "Waktu Pesanan Dibuat": "2026-11-15 10:00" };
  let link: TrackedLink;

  beforeAll(async () => {
    link = await aTrackedLink(system(), place);
    const createdAt = new Date("2026-11-01T03:00:00Z");
    await db().referralLink.updateMany({ data: { createdAt } });
    await db().couponCode.updateMany({ data: { createdAt } });
  });

  /** The affiliate's report, which says that the order was completed and by whose link it came. */
  async function commission(orderIds: string[], patch: Record<string, string> = {}): Promise<string> {
    const rows = orderIds.map((orderId) => {
      const cells: Record<string, string> = {
        ...{ "ID Pemesanan": orderId, "Status Pesanan": "Selesai", "ID Barang": "221" },
        ...{ "Waktu Pemesanan": "2026-11-15 10:00:00", "Waktu Klik": "2026-11-15 09:30:00" },
        ...{ "Nilai Pembelian(Rp)": "50000", Tag_link1: link.code.replaceAll("-", "_"), Tag_link5: "gaung" },
        ...patch,
      };
      return COMMISSION.map((name) => cells[name] ?? "");
    });
    clock.set(new Date(clock.now().getTime() + HOUR));
    const importId = await bringFile(bringer, "AffiliateCommissionReport.csv", (file) =>
      writeCsv(file, [COMMISSION, ...rows]),
    );
    await readImport(system(), { importId });
    return importId;
  }

  const credited = (orderId: string) =>
    db().conversion.findFirstOrThrow({
      where: { orderId },
      select: { status: true, amountRupiah: true, claimId: true },
    });

  it("is taken, and credits its influencer once the order goes on, whatever came first", async () => {
    await applied(
      system(),
      bringer,
      await brought(NEWER, [row("261115LATER1", { ...ORDERED, ...CANCELLATION })]),
    );
    const evidence = await commission(["261115LATER1", "261115FRESH1"]);
    expect((await detailOf(evidence)).counts.BACKWARD.entries).toBe(1);
    expect(await apply(evidence, false)).toMatchObject({ effect: { created: 1, updated: 0, held: 1 } });
    expect(await order("261115LATER1")).toMatchObject({ status: "REVERSED" });
    const said = { importId: evidence, conversion: { orderId: "261115LATER1" } };
    expect(await db().conversionReport.findMany({ where: said })).toMatchObject([
      {
        ...{ status: null, amountRupiah: null, refundedRupiah: null, occurredAt: null },
        evidence: { orderedAt: "2026-11-15T03:00:00.000Z" },
      },
    ]);

    clock.set(new Date(clock.now().getTime() + HOUR));
    await apply(await brought(NEWER, [row("261115LATER1", ORDERED)]), true);
    const confirmed = { status: "CONFIRMED", amountRupiah: 50_000n };
    expect(await credited("261115LATER1")).toEqual({ ...confirmed, claimId: link.claimId });

    await undone(system(), bringer, evidence);
    expect(await credited("261115LATER1")).toEqual({ ...confirmed, claimId: null });
  });

  it("credits an order at once whose refund stays", async () => {
    const refund = { "Jumlah Pengembalian Dana(Rp)": "20000", Tag_link1: "", Tag_link5: "" };
    await applied(system(), bringer, await commission(["261115PARTLY"], refund));
    expect(await credited("261115PARTLY")).toMatchObject({ claimId: null });
    const evidence = await commission(["261115PARTLY", "261115FRESH2"]);
    expect(await apply(evidence, false)).toMatchObject({ effect: { created: 1, held: 1 } });
    expect(await order("261115PARTLY")).toMatchObject({ refundedRupiah: 20_000n });
    expect(await credited("261115PARTLY")).toMatchObject({ claimId: link.claimId });
  });
});

describe("when an export was made", () => {
  it("is what the workbook says of itself where that can be, and then it takes nothing back", async () => {
    await applied(system(), bringer, await brought(NEWER, [REFUNDED, CANCELLED]));
    clock.set(new Date(NOW.getTime() + HOUR));
    const importId = await brought(OLDER, BEFORE, "2026-11-11T02:00:00Z");
    const detail = await detailOf(importId);
    expect(detail.reportedAt).toEqual(new Date("2026-11-11T02:00:00Z"));
    expect(detail.counts.BACKWARD.entries).toBe(0);
    await apply(importId, false);
    expect(await order("261101REFUND")).toMatchObject({ refundedRupiah: 50_000n });
    expect(await order("261101CANCEL")).toMatchObject({ status: "REVERSED" });
  });

  it("is the upload where the workbook's own time lies before its rows, or cannot be read", async () => {
    const early = await brought(NEWER, [REFUNDED], "2006-09-16T00:00:00Z");
    expect((await detailOf(early)).reportedAt).toEqual(NOW);
    const broken = await brought(NEWER, [REFUNDED], "2026-11-11<");
    expect(await detailOf(broken)).toMatchObject({ status: "READY", reportedAt: NOW });
  });
});

describe("an order that comes back after its import was undone", () => {
  it("is no cancellation lifted", async () => {
    const first = await brought(NEWER, [row("261101AGAIN1")]);
    await applied(system(), bringer, first);
    await undone(system(), bringer, first);
    const again = await brought(NEWER, [row("261101AGAIN1")]);
    expect((await detailOf(again)).counts.BACKWARD.entries).toBe(0);
    expect(await apply(again, false)).toMatchObject({ effect: { updated: 1, held: 0 } });
    expect(await order("261101AGAIN1")).toMatchObject({ status: "CONFIRMED" });
  });
});

describe("figures that change", () => {
  it("show each value before and after", async () => {
    const header = reportHeader("SHOPEE_AMS_PRODUCTS");
    const file = (revenue: string) => (path: string) =>
      writeCsv(path, [
        header,
        header.map(
          (name) => ({ "Kode Item": "221", "Nama Item": "Kopi", "Omzet Penjualan(Rp)": revenue })[name] ?? "",
        ),
      ]);
    const name = "ProductPerformance_20261001_20261031.csv";
    const first = await bringFile(bringer, name, file("100000"));
    await readImport(system(), { importId: first });
    expect((await detailOf(first)).status).toBe("READY");
    await applied(system(), bringer, first);
    const second = await bringFile(bringer, name, file("250000"));
    await readImport(system(), { importId: second });
    expect(await rowsOf(second)).toMatchObject([
      {
        outcome: "UPDATED",
        changes: [{ label: "imports:metric.revenue", unit: "RUPIAH", from: 100_000n, to: 250_000n }],
      },
    ]);
  });
});
