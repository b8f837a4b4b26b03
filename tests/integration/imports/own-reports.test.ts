import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { readImport } from "~/modules/imports/commands/read-import.server";
import { ownImports } from "~/modules/imports/own-imports";
import type { ImportOwner } from "~/modules/imports/owner";
import { importDetail } from "~/modules/imports/queries/import-detail.server";
import { importRows } from "~/modules/imports/queries/import-rows.server";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { reportOrder } from "~/modules/tracking/commands/report-order.server";
import { undoReports } from "~/modules/tracking/commands/undo-reports.server";
import { NO_EVIDENCE, type OrderReport } from "~/modules/tracking/order-report";
import { db } from "~/platform/db.server";
import { applied, type Bringer, bringFile, undone } from "../../factories/imports";
import { writeCsv, writeReport } from "../../factories/report-files";
import { reportHeader } from "../../factories/report-rows";
import { aClick, aTrackedLink, record, type TrackedLink } from "../../factories/tracking";
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
  await db().referralLink.updateMany({ data: { createdAt: new Date("2026-11-01T03:00:00Z") } });
  await db().couponCode.updateMany({ data: { createdAt: new Date("2026-11-01T03:00:00Z") } });
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

const ORDERED = new Date("2026-11-15T03:00:00Z");

/** An order as the Lapas' own export tells of it. */
const known = (orderId: string, told: Partial<OrderReport> = {}) =>
  reportOrder(system(), {
    institution: { id: place.institutionId, regionId: place.regionId },
    ...{ channel: "SHOPEE", source: "SHOPEE_ORDERS", orderId, status: "CONFIRMED" },
    ...{ amountRupiah: 50_000n, refundedRupiah: 0n, items: [], evidence: NO_EVIDENCE },
    occurredAt: ORDERED,
    reportedAt: new Date("2026-11-16T03:00:00Z"),
    ...{ buyer: { hash: null, returning: null }, importId: null, importRow: null, note: "" },
    ...told,
  });

const outcomesOf = async (importId: string) => {
  const { rows } = await importRows(bringer.ctx, {
    ...{ owner: bringer.owner, importId, outcome: null, cursor: null },
  });
  return rows.map(({ outcome, message }) => [outcome, message]);
};
const UNKNOWN = ["SKIPPED", "imports:reason.orderUnknown"];

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

  it("takes no order of the Lapas' own shop, whose numbers run on, and answers as of one that is not there", async () => {
    const owner = await aTrackedLink(system(), place);
    const mark = new ClickTokens().sign(
      compactId(newId(new Date(ORDERED.getTime() - 3_600_000))),
      compactId(owner.linkId),
    );
    const told = { channel: "OWN", source: "WOOCOMMERCE" } as const;
    await known("1040", { ...told, evidence: { ...NO_EVIDENCE, clickTokens: [mark] } });
    const forged = ["1039", "1040", "1041"].map((number) => order(number, { "Waktu Klik": "" }));
    const preview = await bring(forged);
    expect(await outcomesOf(preview.id)).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
    expect(preview.counts).toMatchObject({ UPDATED: { rows: 0 }, SKIPPED: { rows: 3 } });
    expect(await stored("1040")).toMatchObject({ claimId: owner.claimId, attributionReason: "click" });
  });

  it("credits by a click that was there before the order, and not by one that was not", async () => {
    const before = aClick(link.linkId, new Date(ORDERED.getTime() - 7_200_000));
    const after = aClick(link.linkId, new Date(ORDERED.getTime() + 7_200_000));
    const elsewhere = await aTrackedLink(system(), place);
    const others = aClick(elsewhere.linkId, new Date(ORDERED.getTime() - 7_200_000));
    await record(system(), [before, after, others]);
    await db().clickRetention.create({ data: { id: 1, keptSince: new Date("2026-10-01") } });
    const dropped = newId(new Date("2026-09-30T10:00:00Z"));
    const clicks = [before.id, after.id, others.id, newId(ORDERED), dropped].map(compactId);
    const numbers = clicks.map((_, index) => `261115CLICK${index}`);
    for (const number of numbers) await known(number);
    const preview = await bring(
      numbers.map((number, index) => order(number, { Tag_link2: clicks[index] ?? "" })),
    );
    expect(await outcomesOf(preview.id)).toEqual([
      ["UPDATED", "imports:reason.credit"],
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
      ["UPDATED", "imports:reason.credit"],
    ]);
    await applied(system(), bringer, preview.id);
    const credited = await stored(numbers[0] ?? "");
    expect(credited).toMatchObject({ claimId: link.claimId, attributionReason: "link" });
    expect(credited?.attribution).toMatchObject({
      candidates: [{ at: new Date(ORDERED.getTime() - 7_200_000).toISOString() }],
    });
    expect(await stored(numbers[1] ?? "")).toMatchObject({ claimId: null });
  });

  it("keeps no order and no refund alive that the Lapas takes back", async () => {
    const importId = newId();
    await known("261115ALIVE", { importId, importRow: 2 });
    await known("261115REFUND", { refundedRupiah: 40_000n });
    const preview = await bring([order("261115ALIVE"), order("261115REFUND")]);
    await applied(system(), bringer, preview.id);
    expect(await stored("261115REFUND")).toMatchObject({ claimId: link.claimId, netRupiah: 10_000n });
    await known("261115REFUND", { reportedAt: new Date("2026-11-20T03:00:00Z") });
    expect(await stored("261115REFUND")).toMatchObject({ refundedRupiah: 0n, netRupiah: 50_000n });
    await undoReports(system(), { importId, reason: "Berkas toko lain" });
    const [withdrawn] = await db().conversion.findMany({ where: { orderId: "261115ALIVE" } });
    expect(withdrawn).toMatchObject({ netRupiah: 0n, commissionRupiah: 0n, withdrawnAt: expect.any(Date) });
    const said = await db().conversionReport.findMany({ where: { importId: preview.id } });
    const nothing = { status: null, amountRupiah: null, refundedRupiah: null, occurredAt: null };
    expect(said).toMatchObject([nothing, nothing]);
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
