import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { createApiKey } from "~/modules/identity/commands/create-api-key.server";
import { postConversion } from "~/modules/tracking/api.server";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { changeOrder } from "~/modules/tracking/commands/change-order.server";
import { reattributeOrders } from "~/modules/tracking/commands/reattribute-orders.server";
import { recordConversion } from "~/modules/tracking/commands/record-conversion.server";
import { refundConversion } from "~/modules/tracking/commands/refund-conversion.server";
import { orderFormSchema } from "~/modules/tracking/conversion.schemas";
import { claimSales } from "~/modules/tracking/queries/claim-sales.server";
import { claimSalesCsv } from "~/modules/tracking/queries/claim-sales-csv.server";
import { conversionDetail } from "~/modules/tracking/queries/conversion-detail.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { anInfluencer } from "../../factories/creators";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, NOW, officerOf, type Place, system } from "../campaigns/world";
import { clearOrders, figuresOfOrders, rollups, unbalanced } from "./order-figures";

const DAY = 86_400_000;
const ago = (ms: number) => new Date(NOW.getTime() - ms);

let place: Place;
let other: Place;
let link: TrackedLink;
let rival: TrackedLink;
let foreign: TrackedLink;
let institution: { id: string; regionId: string };

beforeAll(async () => {
  place = await aPlace();
  other = await aPlace();
  institution = { id: place.institutionId, regionId: place.regionId };
  link = await aTrackedLink(system(), place);
  rival = await aTrackedLink(system(), place, { brief: { commission: { kind: "fixed", rupiah: 7_500 } } });
  foreign = await aTrackedLink(system(), other);
  await db().couponCode.updateMany({ data: { createdAt: ago(40 * DAY) } });
}, 120_000);

beforeEach(async () => {
  clock.set(NOW);
  await clearOrders();
});

const click = (of: TrackedLink, days: number) =>
  new ClickTokens().sign(compactId(newId(ago(days * DAY))), compactId(of.linkId));

async function anOrder(more: Partial<Parameters<typeof recordConversion>[1]> = {}) {
  return recordConversion(system(), {
    ...{ institution, source: "API", orderId: "A-1", amountRupiah: 100_000n, status: "CONFIRMED" },
    clickTokens: [click(link, 2), click(rival, 1)],
    occurredAt: ago(3_600_000),
    ...more,
  });
}

const detail = (conversionId: string) => conversionDetail(place.officer, { institution, conversionId });
const press = (ctx: Ctx, conversionId: string, form: Record<string, string>) =>
  changeOrder(ctx, { conversionId, form: orderFormSchema.parse(form) });
const balanced = async () => {
  expect(await rollups()).toMatchObject(
    (await figuresOfOrders()).map((row) => {
      const { refunded_rupiah: _, ...rest } = row as Record<string, unknown>;
      return rest;
    }),
  );
  expect(await unbalanced()).toEqual([]);
};

describe("a decision on who is credited", () => {
  it("goes before the rule, with its reason, and both influencers read it", async () => {
    const { id } = await anOrder();
    expect(await detail(id)).toMatchObject({ reason: "click", credits: [{ claimId: rival.claimId }] });
    const form = { intent: "decide", choice: link.claimId, reason: "Pembeli menyebut video Kreator pertama" };
    expect(await press(place.officer, id, form)).toBe("tracking:decide.saved");
    const now = await detail(id);
    expect(now).toMatchObject({
      ...{ reason: "decided", commissionRupiah: 10_000n, decision: { reason: form.reason } },
      credits: [{ claimId: link.claimId, outcome: "decided", share: 1_000_000 }],
    });
    expect(now.candidates.map(({ claimId, outcome }) => [claimId, outcome])).toEqual([
      [rival.claimId, "won"],
      [link.claimId, "later"],
    ]);
    expect(now.lines.at(-1)).toMatchObject({
      cause: "DECISION",
      commissionRupiah: 2_500n,
      reason: form.reason,
    });
    await balanced();

    const mine = await claimSales(link.influencer.ctx, { claimId: link.claimId, cursor: null });
    expect(mine.rows).toMatchObject([
      { outcome: "decided", commissionRupiah: 10_000n, reasons: [form.reason] },
    ]);
    const theirs = await claimSales(rival.influencer.ctx, { claimId: rival.claimId, cursor: null });
    expect(theirs.rows).toMatchObject([
      { outcome: "overruled", share: 0, commissionRupiah: 0n, reasons: [form.reason] },
    ]);
    // Neither the other influencer nor the order's number is told.
    const told = JSON.stringify(theirs, (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(told).not.toContain(link.claimId);
    expect(told).not.toContain("A-1");
  });

  it("holds whatever is reported later, until it is given back to the rule", async () => {
    const { id } = await anOrder({ status: "PENDING" });
    await press(place.officer, id, {
      intent: "decide",
      choice: "NOBODY",
      reason: "Pesanan keluarga petugas",
    });
    await anOrder({ status: "CONFIRMED", couponCode: link.coupon });
    expect(await detail(id)).toMatchObject({ reason: "decided:nobody", credits: [], status: "CONFIRMED" });
    await balanced();
    await press(place.officer, id, { intent: "decide", choice: "RULE", reason: "Ternyata bukan keluarga" });
    expect(await detail(id)).toMatchObject({
      reason: "coupon",
      decision: null,
      credits: [{ claimId: link.claimId }],
    });
    await balanced();
    expect(await db().conversionDecision.count()).toBe(2);
    expect(await db().auditEvent.count({ where: { action: "conversion.attributed", entityId: id } })).toBe(2);
  });

  it("is for the institution's officers, and for its own claims", async () => {
    const { id } = await anOrder();
    const decide = (ctx: Ctx, choice: string) =>
      press(ctx, id, { intent: "decide", choice, reason: "Alasan apa pun" });
    await expect(decide(place.officer, foreign.claimId)).rejects.toMatchObject({ code: "invalid" });
    await expect(decide(await officerOf(other), link.claimId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(decide(system(), link.claimId)).rejects.toMatchObject({ code: "forbidden" });
    expect(orderFormSchema.safeParse({ intent: "decide", choice: "", reason: "Alasan" }).success).toBe(false);
    expect(orderFormSchema.safeParse({ intent: "decide", choice: "NOBODY", reason: "x" }).success).toBe(
      false,
    );
  });
});

describe("a partial refund", () => {
  it("takes off value and commission by a line with its reason; the last word of officers counts", async () => {
    const { id } = await anOrder({ clickTokens: [], couponCode: link.coupon });
    const refund = (refunded: string) =>
      press(place.officer, id, { intent: "refund", refunded, reason: "Satu toples pecah" });
    await refund("40.000");
    expect(await detail(id)).toMatchObject({
      netRupiah: 60_000n,
      refundedRupiah: 40_000n,
      commissionRupiah: 6_000n,
    });
    await refund("25.000");
    const now = await detail(id);
    expect(now).toMatchObject({ netRupiah: 75_000n, commissionRupiah: 7_500n, status: "CONFIRMED" });
    expect(now.lines.map(({ amountRupiah }) => amountRupiah)).toEqual([100_000n, -40_000n, 15_000n]);
    await balanced();
    const sales = await claimSales(link.influencer.ctx, { claimId: link.claimId, cursor: null });
    expect(sales).toMatchObject({
      rows: [{ worth: { refundedRupiah: 25_000n }, reasons: ["Satu toples pecah", "Satu toples pecah"] }],
      totals: { orders: 1, netRupiah: 75_000n, commissionRupiah: 7_500n },
    });
    await expect(refund("100.001")).rejects.toMatchObject({ code: "invalid" });
    await press(place.officer, id, { intent: "reverse", reason: "Pesanan dibatalkan" });
    await expect(refund("1")).rejects.toMatchObject({ code: "conflict" });
    await expect(
      refundConversion(await officerOf(other), {
        conversionId: id,
        refundedRupiah: 1n,
        reason: "bukan saya",
      }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a claim's orders", () => {
  it("come page by page, with what was reversed and why, for its influencer alone", async () => {
    for (let index = 0; index < 5; index += 1) {
      await anOrder({
        orderId: `P-${index}`,
        occurredAt: ago((index + 1) * 3_600_000),
        clickTokens: [],
        couponCode: link.coupon,
      });
    }
    const [last] = await db().conversion.findMany({ orderBy: { occurredAt: "desc" }, take: 1 });
    await press(place.officer, last?.id ?? "", { intent: "reverse", reason: "Pembeli membatalkan" });
    const read = (cursor: string | null) =>
      claimSales(link.influencer.ctx, { claimId: link.claimId, cursor, limit: 2 });
    const first = await read(null);
    expect(first).toMatchObject({
      rule: { windowDays: 30, rule: { model: "last_click" } },
      totals: { orders: 4, commissionRupiah: 40_000n },
      rows: [
        { status: "REVERSED", commissionRupiah: 0n, reasons: ["Pembeli membatalkan"] },
        { status: "CONFIRMED" },
      ],
    });
    const [second, third] = [await read(first.next), await read((await read(first.next)).next)];
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).toHaveLength(5);
    expect(third.next).toBeNull();
    const csv = await claimSalesCsv(link.influencer.ctx, { claimId: link.claimId, text: (key) => key });
    expect(csv.trim().split("\r\n")).toHaveLength(6);
    const stranger = await anInfluencer(system());
    await expect(claimSales(stranger.ctx, { claimId: link.claimId, cursor: null })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(claimSales(stranger.ctx, { claimId: "x", cursor: null })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("reattribution", () => {
  const run = (dryRun: boolean) => {
    const told: string[] = [];
    return reattributeOrders(system(), {
      ...{ since: ago(DAY), dryRun, reason: "Nama akun didaftarkan" },
      tell: ({ orderId }) => told.push(orderId),
    }).then((result) => ({ ...result, told }));
  };

  it("works out anew from what was reported, once, and only shows it where it is asked to", async () => {
    await anOrder();
    const { id } = await anOrder({ orderId: "A-2", clickTokens: [], occurredAt: ago(7_200_000) });
    await anOrder({ orderId: "old", clickTokens: [], occurredAt: ago(3 * DAY) });
    expect(await run(true)).toEqual({ orders: 2, changed: 0, told: [] });
    // The report named a code that was not there yet.
    await db().conversionReport.updateMany({
      where: { conversionId: id },
      data: {
        evidence: {
          clicks: [],
          linkCodes: [link.code],
          couponCode: null,
          handles: [],
          contentIds: [],
          clickedAt: null,
        },
      },
    });
    expect(await run(true)).toEqual({ orders: 2, changed: 1, told: ["A-2"] });
    expect(await detail(id)).toMatchObject({ reason: "none:no-evidence" });
    expect(await run(false)).toEqual({ orders: 2, changed: 1, told: ["A-2"] });
    const now = await detail(id);
    expect(now).toMatchObject({ reason: "link", credits: [{ claimId: link.claimId }] });
    expect(now.lines.at(-1)).toMatchObject({
      cause: "RULES",
      reason: "Nama akun didaftarkan",
      commissionRupiah: 10_000n,
    });
    expect(await run(false)).toEqual({ orders: 2, changed: 0, told: [] });
    await balanced();
    await expect(
      reattributeOrders(place.officer, { since: NOW, dryRun: true, reason: "", tell: () => undefined }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the API's further fields", () => {
  it("takes refund, channel, buyer and items, and keeps no word of the buyer", async () => {
    const { key } = await createApiKey(system(), {
      institution,
      name: "toko",
      scopes: ["conversions:write"],
    });
    const post = (body: object) =>
      postConversion(
        new Request("http://gaung.test/api/v1/conversions", {
          method: "POST",
          headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
          body: JSON.stringify({ orderId: "S-1", amountRupiah: 90_000, status: "confirmed", ...body }),
        }),
        (name) => name,
      );
    const items = [{ name: "Kue kacang", quantity: 3, amountRupiah: 90_000, sku: "KK-1" }];
    const first = await post({
      channel: "tokopedia",
      buyer: "Siti@Contoh.test",
      items,
      couponCode: link.coupon,
    });
    expect(first.status).toBe(201);
    const again = await post({ refunded: 30_000 });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({
      refundedRupiah: 30_000,
      commissionRupiah: 6_000,
      amountRupiah: 90_000,
    });
    const row = await db().conversion.findFirstOrThrow({ where: { orderId: "S-1" } });
    expect(row).toMatchObject({ buyerReturning: false, netRupiah: 60_000n });
    expect(row.buyerHash).toMatch(/^[\w-]{24}$/);
    expect(await detail(row.id)).toMatchObject({
      items: [{ key: "1", name: "Kue kacang", quantity: 3, sku: "KK-1" }],
    });
    const stored = await db().$queryRaw<
      { text: string }[]
    >`SELECT to_jsonb(r)::text AS text FROM conversion_report r`;
    expect(stored.some(({ text }) => /siti/i.test(text))).toBe(false);
    expect((await post({ refunded: 90_001 })).status).toBe(422);
    expect((await post({ channel: "lazada" })).status).toBe(422);
    expect((await post({ items: [{ name: "", quantity: 0, amountRupiah: 1 }] })).status).toBe(422);
  });
});
