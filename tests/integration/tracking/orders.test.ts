import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { recordConversion } from "~/modules/tracking/commands/record-conversion.server";
import { reportOrder, reportOrders } from "~/modules/tracking/commands/report-order.server";
import { undoReports } from "~/modules/tracking/commands/undo-reports.server";
import {
  CONVERSION_SOURCES,
  CONVERSION_STATUSES,
  NO_EVIDENCE,
  type OrderReport,
} from "~/modules/tracking/order-report";
import { compareOrders } from "~/modules/tracking/queries/compare-orders.server";
import { db } from "~/platform/db.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, NOW, officerOf, type Place, system } from "../campaigns/world";
import { clearOrders, figuresOfOrders, refunds, rollups, standings, unbalanced } from "./order-figures";

const DAY = 86_400_000;
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const tokenFor = (linkId: string, at: Date) =>
  new ClickTokens().sign(compactId(newId(at)), compactId(linkId));

let place: Place;
let other: Place;
let link: TrackedLink;
let rival: TrackedLink;
let fresh: TrackedLink;
let institution: { id: string; regionId: string };

beforeAll(async () => {
  place = await aPlace();
  other = await aPlace();
  institution = { id: place.institutionId, regionId: place.regionId };
  const linear = { model: "linear", couponFirst: true, handles: "first", buyers: "all" } as const;
  link = await aTrackedLink(system(), place, { brief: { attribution: linear } });
  rival = await aTrackedLink(system(), place, { campaignId: link.campaignId });
  fresh = await aTrackedLink(system(), place, {
    brief: {
      commission: { kind: "fixed", rupiah: 7_500 },
      attributionWindowDays: 3,
      attribution: { model: "first_click", couponFirst: false, handles: "last", buyers: "new" },
    },
  });
  await db().couponCode.updateMany({ data: { createdAt: ago(60 * DAY) } });
  await db().referralLink.updateMany({ data: { createdAt: ago(60 * DAY) } });
}, 120_000);

beforeEach(async () => {
  clock.set(NOW);
  await clearOrders();
});

type Patch = Partial<Omit<OrderReport, "evidence">> & { evidence?: Partial<OrderReport["evidence"]> };

function said({ evidence, ...patch }: Patch = {}): OrderReport {
  return {
    ...{ institution, channel: "SHOPEE", source: "SHOPEE_ORDERS", orderId: "S-1", status: "CONFIRMED" },
    ...{ amountRupiah: 100_000n, refundedRupiah: 0n, occurredAt: ago(5 * DAY), reportedAt: ago(DAY) },
    ...{ items: [], buyer: { hash: null, returning: null }, importId: null, importRow: null, note: "" },
    ...patch,
    evidence: { ...NO_EVIDENCE, ...evidence },
  };
}

const order = (orderId = "S-1") => db().conversion.findFirstOrThrow({ where: { orderId } });

describe("one order, many statements", () => {
  it("is one conversion whatever the source, with the money of the best grade", async () => {
    await reportOrder(system(), said({ amountRupiah: 95_000n }));
    await reportOrder(
      system(),
      said({ source: "API", channel: "OWN", status: "PENDING", reportedAt: ago(2 * DAY) }),
    );
    expect(await db().conversion.count()).toBe(1);
    expect(await order()).toMatchObject({
      ...{
        source: "API",
        evidenceGrade: "MEASURED",
        status: "CONFIRMED",
        netRupiah: 100_000n,
        channel: "OWN",
      },
    });
    expect(await db().conversionReport.count()).toBe(2);
    expect(await rollups()).toEqual(await figuresOfOrders());
    expect(await unbalanced()).toEqual([]);
  });

  it("told by a server and an import at the same time, it is counted once", async () => {
    const importId = newId();
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => [
        recordConversion(system(), {
          ...{
            institution,
            source: "API",
            orderId: `S-${index}`,
            amountRupiah: 50_000n,
            status: "CONFIRMED",
          },
          couponCode: link.coupon,
        }),
        reportOrders(
          system(),
          Array.from({ length: 10 }, (_, row) =>
            said({ orderId: `S-${row}`, amountRupiah: 50_000n, importId, importRow: row }),
          ),
        ),
      ]).flat(),
    );
    expect(await db().conversion.count()).toBe(10);
    const [sum] = await db().$queryRaw<{ count: bigint; value: bigint }[]>`
      SELECT sum(count)::int8 AS count, sum(value_rupiah)::int8 AS value FROM conversion_hourly`;
    expect(sum).toEqual({ count: 10n, value: 500_000n });
    expect(await rollups()).toEqual(await figuresOfOrders());
    // The ten imports said the same under one id; each order holds one statement of each source.
    expect(await db().conversionReport.count()).toBe(20);
  });

  it("changed status and partial refund of a later report make signed lines", async () => {
    const report = said({ status: "PENDING", evidence: { couponCode: link.coupon } });
    await reportOrder(system(), report);
    await reportOrder(system(), { ...report, status: "CONFIRMED", reportedAt: ago(3_600_000) });
    const last = {
      ...report,
      status: "CONFIRMED" as const,
      refundedRupiah: 40_000n,
      reportedAt: ago(60_000),
    };
    expect(await reportOrder(system(), last)).toMatchObject({ change: "updated" });
    await reportOrder(system(), { ...last, status: "REVERSED", reportedAt: NOW });
    const lines = await db().conversionLine.findMany({ orderBy: { id: "asc" } });
    expect(lines.map((line) => [line.status, line.amountRupiah, line.commissionRupiah])).toEqual([
      ["PENDING", 100_000n, 10_000n],
      ["CONFIRMED", 0n, 0n],
      ["CONFIRMED", -40_000n, -4_000n],
      ["REVERSED", -60_000n, -6_000n],
    ]);
    expect(await rollups()).toEqual([
      expect.objectContaining({ count: 0n, reversed: 1n, value_rupiah: 0n, refunded_rupiah: 0n }),
    ]);
  });

  it("moves from bucket to bucket when its grade or its credit changes", async () => {
    await reportOrder(system(), said());
    expect(await rollups()).toMatchObject([{ bucket_id: institution.id, evidence_grade: "IMPORTED" }]);
    await reportOrder(
      system(),
      said({ source: "API", evidence: { clickTokens: [tokenFor(link.linkId, ago(6 * DAY))] } }),
    );
    expect(await rollups()).toMatchObject([
      { bucket_id: link.linkId, evidence_grade: "MEASURED", count: 1n },
    ]);
  });

  it("a known statement again changes nothing, and says so", async () => {
    const report = said({
      importId: newId(),
      items: [{ key: "1", name: "Kue", sku: null, quantity: 2, amountRupiah: 100_000n }],
    });
    expect(await reportOrder(system(), report)).toMatchObject({ change: "created" });
    expect(await reportOrder(system(), { ...report, importId: newId(), reportedAt: NOW })).toMatchObject({
      change: "unchanged",
    });
    expect(await db().conversionLine.count()).toBe(1);
    expect(await db().conversionItem.count()).toBe(2);
  });

  it("refuses what makes no sense, and takes the rest of the call", async () => {
    const outcomes = await reportOrders(system(), [
      said({ orderId: "ok" }),
      said({ orderId: "negative", amountRupiah: -1n }),
      said({ orderId: "refund", refundedRupiah: 100_001n }),
      said({ orderId: "future", occurredAt: new Date(NOW.getTime() + DAY) }),
    ]);
    expect(outcomes.map(({ change, reason }) => [change, reason])).toEqual([
      ["created", null],
      ["refused", "tracking:error.amount"],
      ["refused", "tracking:error.refund"],
      ["refused", "tracking:error.occurredAt"],
    ]);
    expect(await db().conversion.count()).toBe(1);
  });

  it("is for those who may record, and for five hundred at once", async () => {
    const stranger = await officerOf(other);
    await expect(reportOrder(stranger, said())).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      reportOrders(
        system(),
        Array.from({ length: 501 }, () => said()),
      ),
    ).rejects.toThrow(RangeError);
  });
});

describe("shares", () => {
  it("split an order between the influencers who touched it, to the rupiah", async () => {
    const clickTokens = [tokenFor(link.linkId, ago(6 * DAY)), tokenFor(rival.linkId, ago(7 * DAY))];
    await reportOrder(system(), said({ amountRupiah: 33_333n, evidence: { clickTokens } }));
    const credits = await db().conversionCredit.findMany({ orderBy: { claimId: "asc" } });
    expect(
      credits.map(({ share, netRupiah, commissionRupiah, outcome }) => [
        share,
        netRupiah,
        commissionRupiah,
        outcome,
      ]),
    ).toEqual([
      [500_000, 16_667n, 1_667n, "shared"],
      [500_000, 16_666n, 1_666n, "shared"],
    ]);
    expect(await order()).toMatchObject({ commissionRupiah: 3_333n, claimId: credits[0]?.claimId });
    expect(await rollups()).toEqual(await figuresOfOrders());
  });
});

describe("buyers", () => {
  const by = (orderId: string, days: number, more: Patch = {}) =>
    said({ orderId, occurredAt: ago(days * DAY), buyer: { hash: "buyer-1", returning: null }, ...more });

  it("who came back are known by the orders' own times, whichever is reported first", async () => {
    const evidence = { clickTokens: [tokenFor(fresh.linkId, ago(2.5 * DAY))] };
    await reportOrder(system(), by("late", 1, { evidence }));
    expect(await order("late")).toMatchObject({ buyerReturning: false, claimId: fresh.claimId });
    await reportOrder(system(), by("early", 9));
    expect(await order("late")).toMatchObject({
      ...{
        buyerReturning: true,
        claimId: null,
        attributionReason: "none:buyer-returning",
        commissionRupiah: 0n,
      },
    });
    const line = await db().conversionLine.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(line).toMatchObject({ cause: "BUYER", commissionRupiah: -7_500n, amountRupiah: 0n });
    // The earlier order never came about: the buyer was new after all.
    await reportOrder(system(), by("early", 9, { status: "REVERSED", reportedAt: NOW }));
    expect(await order("late")).toMatchObject({ buyerReturning: false, claimId: fresh.claimId });
    expect(await rollups()).toEqual(await figuresOfOrders());
    expect(await unbalanced()).toEqual([]);
  });
});

describe("names and contents of reports", () => {
  it("credit the influencer who registered the account, or posted the video", async () => {
    const { creatorId } = link.influencer;
    await db().accountName.create({ data: { creatorId, network: "SHOPEE", name: "dewi.cooks", since: NOW } });
    const handles = [{ network: "SHOPEE" as const, username: "Dewi.Cooks" }];
    await reportOrder(system(), said({ orderId: "name", evidence: { handles } }));
    expect(await order("name")).toMatchObject({ attributionReason: "handle", claimId: link.claimId });
    const unknown = [{ network: "TIKTOK" as const, username: "Dewi.Cooks" }];
    await reportOrder(system(), said({ orderId: "nobody", evidence: { handles: unknown } }));
    expect(await order("nobody")).toMatchObject({ attributionReason: "none:handle-unknown", claimId: null });

    await db().deliverable.create({
      data: {
        ...{ claimId: rival.claimId, key: "video", platform: "TIKTOK", format: "video", dueAt: NOW },
        proof: { create: { url: "https://www.tiktok.com/@budi/video/7234567890123456789" } },
      },
    });
    await reportOrder(
      system(),
      said({ orderId: "video", evidence: { contentIds: ["7234567890123456789"] } }),
    );
    expect(await order("video")).toMatchObject({ attributionReason: "content", claimId: rival.claimId });
  });

  it("a link's code counts with and without its hyphen", async () => {
    await reportOrder(
      system(),
      said({ evidence: { linkCodes: [link.code.toUpperCase()], clickedAt: ago(6 * DAY) } }),
    );
    expect(await order()).toMatchObject({ attributionReason: "link", linkId: link.linkId });
  });
});

describe("undoing an import", () => {
  it("leaves what others said, withdraws what nobody else told of, and can be imported again", async () => {
    const importId = newId();
    await reportOrder(system(), said({ orderId: "both", source: "API", channel: "OWN", status: "PENDING" }));
    await reportOrders(system(), [
      said({ orderId: "both", importId, importRow: 2 }),
      said({ orderId: "alone", importId, importRow: 3, evidence: { couponCode: link.coupon } }),
    ]);
    expect(await undoReports(system(), { importId, reason: "Berkas bulan lain" })).toEqual({
      reports: 2,
      orders: 2,
    });
    expect(await order("both")).toMatchObject({ status: "PENDING", withdrawnAt: null });
    expect(await order("alone")).toMatchObject({ netRupiah: 0n, commissionRupiah: 0n, withdrawnAt: NOW });
    expect(await rollups()).toEqual(await figuresOfOrders());
    expect(await unbalanced()).toEqual([]);
    expect(await undoReports(system(), { importId, reason: "lagi" })).toEqual({ reports: 0, orders: 0 });
    await reportOrder(system(), said({ orderId: "alone", importId: newId(), importRow: 3 }));
    expect(await order("alone")).toMatchObject({ netRupiah: 100_000n, withdrawnAt: null });
    expect(await rollups()).toEqual(await figuresOfOrders());
  });
});

const status = fc.constantFrom(...CONVERSION_STATUSES);
const source = fc.constantFrom(...CONVERSION_SOURCES);
const NAMED_ONCE = new Set(["API", "SCRIPT", "WHATSAPP", "GATE"]);

/** A stream as sources send it: those that name an amount once keep to it, and their state goes forward in time. */
const stream = fc
  .uniqueArray(
    fc.record({
      source,
      status,
      orderId: fc.constantFrom("P-1", "P-2", "P-3"),
      amount: fc.constantFrom(10_000n, 10_001n, 77_777n),
      refund: fc.constantFrom(0n, 0n, 3_333n, 10_000n),
      minutes: fc.nat({ max: 5_000 }),
      days: fc.integer({ min: 1, max: 8 }),
      coupon: fc.constantFrom(null, "link", "rival", "fresh"),
      clicks: fc.uniqueArray(fc.constantFrom(0, 1, 2), { maxLength: 3 }),
      buyer: fc.constantFrom(null, "b1", "b2"),
      again: fc.option(fc.record({ minutes: fc.nat({ max: 5_000 }), bare: fc.boolean() })),
    }),
    { minLength: 1, maxLength: 10, selector: (each) => each.minutes },
  )
  .map((all) => {
    const kept = new Map<string, (typeof all)[number]>();
    return all.filter((each) => {
      if (!NAMED_ONCE.has(each.source)) return true;
      const key = `${each.source} ${each.orderId}`;
      if (kept.has(key)) return false;
      kept.set(key, each);
      return true;
    });
  })
  .map(withRepeats);

/** Sources say the same again, earlier or later, and sometimes with less evidence; never two at the same time. */
function withRepeats<Said extends { minutes: number; again: { minutes: number; bare: boolean } | null }>(
  all: readonly Said[],
) {
  const taken = new Set<number>();
  const repeats = all.flatMap(({ again, ...said }) => {
    if (again === null || taken.has(again.minutes)) return [];
    taken.add(again.minutes);
    const less = again.bare ? { coupon: null, clicks: [], buyer: null } : {};
    return [{ ...said, ...less, minutes: again.minutes + 0.5 }];
  });
  return [...all.map(({ again: _, ...said }) => said), ...repeats];
}

describe("any stream", () => {
  it("gives the same orders in every order of arrival, as rollups and ledgers do", {
    timeout: 240_000,
  }, async () => {
    const tokens = [link, rival, fresh].map((each, index) => tokenFor(each.linkId, ago((9 + index) * DAY)));
    const coupons = { link: link.coupon, rival: rival.coupon, fresh: fresh.coupon };
    const reports = stream.map((all) =>
      all.map(({ amount, refund, minutes, days, coupon, clicks, buyer, ...rest }) =>
        said({
          ...rest,
          ...{ channel: "OWN", amountRupiah: amount, refundedRupiah: refund, occurredAt: ago(days * DAY) },
          reportedAt: ago(minutes * 60_000),
          buyer: { hash: buyer, returning: null },
          evidence: {
            couponCode: coupon === null ? null : coupons[coupon],
            clickTokens: clicks.flatMap((index) => tokens[index] ?? []),
          },
        }),
      ),
    );
    const two = reports.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.integer({ min: 1, max: 5 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(two, async ([all, shuffled, size]) => {
        await clearOrders();
        for (const report of all) await reportOrder(system(), report);
        const once = await standings();
        expect(await rollups()).toMatchObject(withoutRefunds(await figuresOfOrders()));
        expect(await unbalanced()).toEqual([]);
        await clearOrders();
        for (let at = 0; at < shuffled.length; at += size) {
          const chunk = shuffled.slice(at, at + size);
          const expected = await compareOrders(system(), chunk);
          const done = await reportOrders(system(), chunk);
          expect(done.map(({ change, reason }) => [change, reason])).toEqual(
            expected.map(({ change, reason }) => [change, reason]),
          );
        }
        expect(await standings()).toEqual(once);
        expect(await rollups()).toMatchObject(withoutRefunds(await figuresOfOrders()));
        const { orders, rollups: counted } = await refunds();
        expect(counted).toBe(orders);
      }),
      // To shrink a stream against a database takes longer than the test may.
      { numRuns: Number(process.env.RUNS ?? 40), endOnFailure: true },
    );
  });
});

/** Refunds are compared as sums. */
function withoutRefunds(rows: unknown[]): object[] {
  return rows.map((row) => {
    const { refunded_rupiah: _, ...rest } = row as Record<string, unknown>;
    return rest;
  });
}
