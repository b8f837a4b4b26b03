import { existsSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordConversion } from "~/modules/tracking/commands/record-conversion.server";
import { recordSale } from "~/modules/tracking/commands/record-sale.server";
import { reverseConversion } from "~/modules/tracking/commands/reverse-conversion.server";
import { saleFormSchema } from "~/modules/tracking/conversion.schemas";
import { evidenceResponse } from "~/modules/tracking/evidence-response.server";
import { readLedgerFilters } from "~/modules/tracking/ledger-filters";
import { conversionDetail } from "~/modules/tracking/queries/conversion-detail.server";
import { conversionLedger } from "~/modules/tracking/queries/conversion-ledger.server";
import { ledgerCsv } from "~/modules/tracking/queries/ledger-csv.server";
import { db } from "~/platform/db.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, NOW, officerOf, type Place, system } from "../campaigns/world";

let place: Place;
let stranger: Awaited<ReturnType<typeof officerOf>>;
let link: TrackedLink;
let institution: { id: string; regionId: string; timeZone: "Asia/Jakarta" };
let photo: Buffer;

beforeAll(async () => {
  place = await aPlace();
  stranger = await officerOf(await aPlace());
  link = await aTrackedLink(system(), place);
  institution = { id: place.institutionId, regionId: place.regionId, timeZone: "Asia/Jakarta" };
  photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#ddccbb" } })
    .jpeg()
    .withExif({ IFD0: { Copyright: "secret-place" } })
    .toBuffer();
}, 60_000);

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE conversion, conversion_hourly CASCADE`;
});

const sale = (more: object = {}) =>
  saleFormSchema.parse({
    source: "WHATSAPP",
    orderId: "WA-1",
    amountRupiah: "Rp 150.000",
    occurredAt: "2026-11-10T08:30",
    couponCode: link.coupon.toLowerCase(),
    status: "CONFIRMED",
    note: "",
    ...more,
  });

describe("recordSale", () => {
  it("takes an officer's sale with its evidence, in the institution's own time", async () => {
    const done = await recordSale(place.officer, { institution, sale: sale(), evidence: photo });
    expect(done).toMatchObject({ change: "created", amountRupiah: 150_000n, reason: "coupon" });
    expect(done.occurredAt).toEqual(new Date("2026-11-10T01:30:00Z"));
    const row = await db().conversion.findUniqueOrThrow({ where: { id: done.id } });
    expect(row).toMatchObject({ evidenceGrade: "DECLARED", enteredById: expect.any(String) });
    const answer = await evidenceResponse(place.officer, { institution, conversionId: done.id });
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect((await sharp(bytes).metadata()).width).toBe(300);
    expect(bytes.includes("secret-place")).toBe(false);
    await expect(evidenceResponse(stranger, { institution, conversionId: done.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    const event = await db().auditEvent.findFirstOrThrow({ where: { entityId: done.id } });
    expect(event.action).toBe("conversion.recorded");
  });

  it("keeps no picture that belongs to nothing", async () => {
    const first = await recordSale(place.officer, { institution, sale: sale(), evidence: photo });
    const again = await recordSale(place.officer, { institution, sale: sale(), evidence: photo });
    expect(again).toMatchObject({ id: first.id, change: "none" });
    const other = sale({ amountRupiah: "1" });
    await expect(
      recordSale(place.officer, { institution, sale: other, evidence: photo }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    const { evidenceKey } = await db().conversion.findUniqueOrThrow({ where: { id: first.id } });
    const folder = path.join(process.env.GAUNG_HOME ?? "", "storage/evidence");
    const { readdirSync } = await import("node:fs");
    expect(existsSync(path.join(folder, "..", evidenceKey ?? "none"))).toBe(true);
    const kept = readdirSync(folder).filter((name) => evidenceKey?.includes(name));
    expect(readdirSync(folder).length - kept.length).toBeLessThanOrEqual(1);
  });

  it.each([
    [{ amountRupiah: "seribu" }, "tracking:error.amount"],
    [{ amountRupiah: "0" }, "tracking:error.amount"],
    [{ occurredAt: "2026-02-30T08:00" }, "tracking:error.occurredAt"],
    [{ occurredAt: "2026-02-03T25:00" }, "tracking:error.occurredAt"],
    [{ couponCode: "?!" }, "tracking:error.couponCode"],
    [{ orderId: " " }, "tracking:error.orderId"],
    [{ source: "API" }, "tracking:error.source"],
  ])("refuses %o", (more, message) => {
    expect(() => sale(more)).toThrow(message);
  });
});

describe("the ledger", () => {
  const at = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

  const fill = async (count: number) => {
    for (let index = 0; index < count; index += 1) {
      await recordConversion(system(), {
        institution,
        source: index % 2 === 0 ? "API" : "GATE",
        orderId: `ORD-${index}`,
        amountRupiah: 10_000n,
        status: index % 3 === 0 ? "PENDING" : "CONFIRMED",
        // Several orders in one hour: the cursor must tell them apart.
        occurredAt: at(Math.floor(index / 4)),
      });
    }
  };
  const filters = (query = "") => readLedgerFilters(new URLSearchParams(query));

  it("pages through all orders once, the newest first", async () => {
    await fill(25);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await conversionLedger(place.officer, {
        institution,
        filters: filters(),
        cursor,
        limit: 7,
      });
      seen.push(...page.rows.map((row) => row.orderId));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
    expect(seen[0]).toMatch(/^ORD-[0-3]$/);
  });

  it("filters, and ignores filters that make no sense", async () => {
    await fill(12);
    const ask = async (query: string) =>
      (await conversionLedger(place.officer, { institution, filters: filters(query), cursor: null })).rows;
    expect(await ask("status=PENDING")).toHaveLength(4);
    expect(await ask("source=GATE&status=CONFIRMED")).toHaveLength(4);
    expect((await ask("q=ord-11")).map((row) => row.orderId)).toEqual(["ORD-11"]);
    expect(await ask("status=nonsense")).toHaveLength(12);
    await expect(
      conversionLedger(stranger, { institution, filters: filters(), cursor: null }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("comes as CSV, with formulas disarmed", async () => {
    await recordSale(place.officer, {
      institution,
      sale: sale({ orderId: "=HYPERLINK(1)" }),
      evidence: null,
    });
    const stream = ledgerCsv(place.officer, { institution, filters: filters(), text: (key) => key });
    const text = await new Response(stream).text();
    const lines = text.replace("\uFEFF", "").trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(
      "2026-11-10 08:30 WIB,'=HYPERLINK(1),channel.WHATSAPP,source.WHATSAPP,grade.DECLARED",
    );
    expect(lines[1]).toContain("150000,0,15000");
  });

  it("shows an order's history and why it is credited", async () => {
    const { id } = await recordSale(place.officer, { institution, sale: sale(), evidence: null });
    await reverseConversion(place.officer, { conversionId: id, reason: "Barang dikembalikan pembeli" });
    const detail = await conversionDetail(place.officer, { institution, conversionId: id });
    expect(detail).toMatchObject({
      ...{ reason: "coupon", ruleVersion: 3, status: "REVERSED", mayChange: true },
      creditedTo: { campaign: expect.any(String), creator: expect.any(String) },
      candidates: [{ kind: "coupon", reference: link.coupon, outcome: "won" }],
    });
    expect(detail.lines.map((line) => [line.status, line.amountRupiah, line.reason])).toEqual([
      ["CONFIRMED", 150_000n, ""],
      ["REVERSED", -150_000n, "Barang dikembalikan pembeli"],
    ]);
    expect(detail.lines[1]?.actorName).toMatch(/^Petugas/);
    for (const conversionId of ["x", link.linkId]) {
      await expect(conversionDetail(place.officer, { institution, conversionId })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});
