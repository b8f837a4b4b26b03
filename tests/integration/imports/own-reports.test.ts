import { beforeAll, describe, expect, it } from "vitest";
import { readImport } from "~/modules/imports/commands/read-import.server";
import { ownImports } from "~/modules/imports/own-imports";
import type { ImportOwner } from "~/modules/imports/owner";
import { importDetail } from "~/modules/imports/queries/import-detail.server";
import { importRows } from "~/modules/imports/queries/import-rows.server";
import { reportOrder } from "~/modules/tracking/commands/report-order.server";
import { NO_EVIDENCE } from "~/modules/tracking/order-report";
import { db } from "~/platform/db.server";
import { applied, type Bringer, bringFile, undone } from "../../factories/imports";
import { writeCsv, writeReport } from "../../factories/report-files";
import { reportHeader } from "../../factories/report-rows";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, type Place, system } from "../campaigns/world";

/* What an influencer's own commission report may do: show by which link an order came, and nothing else. */

let place: Place;
let link: TrackedLink;
let bringer: Bringer;
const HEADER = reportHeader("SHOPEE_COMMISSION");

beforeAll(async () => {
  place = await aPlace();
  link = await aTrackedLink(system(), place);
  clock.set(new Date("2026-11-21T03:00:00Z"));
  const { ctx } = link.influencer;
  bringer = { ctx, owner: ownImports(ctx) };
}, 60_000);

const order = (orderId: string, cells: Record<string, string> = {}) => {
  const all: Record<string, string> = {
    ...{ "ID Pemesanan": orderId, "Status Pesanan": "Selesai", "Waktu Pemesanan": "2026-11-15 10:00:00" },
    ...{ "Waktu Klik": "2026-11-15 09:30:00", "ID Barang": "221", "Nilai Pembelian(Rp)": "990000" },
    ...{ Tag_link1: link.code.replaceAll("-", "_"), Tag_link5: "gaung" },
    ...cells,
  };
  return HEADER.map((name) => all[name] ?? "");
};

/** An order as the Lapas' own export tells of it. */
const known = (orderId: string) =>
  reportOrder(system(), {
    institution: { id: place.institutionId, regionId: place.regionId },
    ...{ channel: "SHOPEE", source: "SHOPEE_ORDERS", orderId, status: "CONFIRMED" },
    ...{ amountRupiah: 50_000n, refundedRupiah: 0n, items: [], evidence: NO_EVIDENCE },
    occurredAt: new Date("2026-11-15T03:00:00Z"),
    reportedAt: new Date("2026-11-16T03:00:00Z"),
    ...{ buyer: { hash: null, returning: null }, importId: null, importRow: null, note: "" },
  });

async function bring(rows: string[][]) {
  const importId = await bringFile(bringer, "AffiliateCommissionReport_202611200900.csv", (file) =>
    writeCsv(file, [HEADER, ...rows]),
  );
  await readImport(system(), { importId });
  return importDetail(bringer.ctx, { owner: bringer.owner, importId });
}

const stored = (orderId: string) => db().conversion.findFirst({ where: { orderId, withdrawnAt: null } });

describe("an influencer's commission report", () => {
  it("credits orders that the Lapas knows, and never changes their worth", async () => {
    await known("261115KNOWN1");
    expect(await stored("261115KNOWN1")).toMatchObject({ claimId: null, commissionRupiah: 0n });
    const preview = await bring([
      order("261115KNOWN1"),
      order("261115NOBODY"),
      order("261115OTHERS", { Tag_link1: "orang_lain", Tag_link5: "" }),
    ]);
    expect(preview).toMatchObject({ status: "READY", report: "SHOPEE_COMMISSION" });
    expect(preview.counts).toMatchObject({ UPDATED: { entries: 1 }, SKIPPED: { rows: 2 }, NEW: { rows: 0 } });
    const rows = await importRows(bringer.ctx, {
      ...{ owner: bringer.owner, importId: preview.id, outcome: "SKIPPED", cursor: null },
    });
    expect(rows.rows.map(({ message }) => message)).toEqual([
      "imports:reason.orderUnknown",
      "imports:reason.notYours",
    ]);
    await applied(system(), bringer, preview.id);
    const credited = await stored("261115KNOWN1");
    expect(credited).toMatchObject({ claimId: link.claimId, amountRupiah: 50_000n, status: "CONFIRMED" });
    expect(credited?.commissionRupiah).toBeGreaterThan(0n);
    expect(await stored("261115NOBODY")).toBeNull();
    await undone(system(), bringer, preview.id);
    expect(await stored("261115KNOWN1")).toMatchObject({ claimId: null, commissionRupiah: 0n });
  });

  it("says nothing about a later state of the order", async () => {
    await known("261115KNOWN2");
    const preview = await bring([order("261115KNOWN2", { "Status Pesanan": "Dibatalkan" })]);
    await applied(system(), bringer, preview.id);
    expect(await stored("261115KNOWN2")).toMatchObject({ status: "CONFIRMED", claimId: link.claimId });
  });

  it("is the only kind of theirs besides the clicks", async () => {
    const importId = await bringFile(bringer, "Order.all.xlsx", (file) =>
      writeReport(file, "SHOPEE_ORDERS", { rows: 2 }),
    );
    await readImport(system(), { importId });
    const refused = await importDetail(bringer.ctx, { owner: bringer.owner, importId });
    expect(refused).toMatchObject({ status: "REFUSED", refusal: { fault: "notYours" } });
  });

  it("keeps clicks on their own links only", async () => {
    const importId = await bringFile(bringer, "WebsiteClickReport202611200900.csv", (file) =>
      writeReport(file, "SHOPEE_CLICKS", { rows: 30, links: [link.code, "orang_lain"] }),
    );
    await readImport(system(), { importId });
    const preview = await importDetail(bringer.ctx, { owner: bringer.owner, importId });
    expect(preview.counts).toMatchObject({ NEW: { rows: 15 }, SKIPPED: { rows: 15 } });
    await applied(system(), bringer, importId);
    const figures = await db().reportMetric.findMany({ where: { importId } });
    expect(figures).toHaveLength(15);
    expect(new Set(figures.map(({ institutionId }) => institutionId))).toEqual(
      new Set([place.institutionId]),
    );
  });

  it("is nobody else's to see", async () => {
    const preview = await bring([order("261115KNOWN1")]);
    const other = await aTrackedLink(system(), place);
    const stranger = other.influencer.ctx;
    const theirs = bringer.owner;
    await expect(importDetail(stranger, { owner: theirs, importId: preview.id })).rejects.toThrow("refused");
    const own: ImportOwner = ownImports(stranger);
    await expect(importDetail(stranger, { owner: own, importId: preview.id })).rejects.toThrow("no import");
    await expect(importDetail(place.officer, { owner: theirs, importId: preview.id })).rejects.toThrow(
      "refused",
    );
    expect(() => ownImports(place.officer)).toThrow("influencers");
  });
});
