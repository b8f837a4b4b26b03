import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { reportOrder, reportOrders } from "~/modules/tracking/commands/report-order.server";
import { undoReports } from "~/modules/tracking/commands/undo-reports.server";
import {
  CONVERSION_SOURCES,
  CONVERSION_STATUSES,
  NO_EVIDENCE,
  type OrderReport,
} from "~/modules/tracking/order-report";
import { db } from "~/platform/db.server";
import { aTrackedLink, type TrackedLink } from "../../factories/tracking";
import { aPlace, clock, NOW, type Place, system } from "../campaigns/world";
import { clearOrders, rollups, standings, unbalanced } from "./order-figures";

/* However the reports of a file are cut into calls, what is stored is the same: one code takes one or five hundred. */

const MINUTE = 60_000;
const DAY = 86_400_000;
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const IMPORTS = [newId(), newId()];

let place: Place;
let other: Place;
let link: TrackedLink;
let fresh: TrackedLink;

beforeAll(async () => {
  place = await aPlace();
  other = await aPlace();
  link = await aTrackedLink(system(), place);
  const buyers = { model: "last_click", couponFirst: true, handles: "first", buyers: "new" } as const;
  fresh = await aTrackedLink(system(), place, { brief: { attribution: buyers } });
  await db().couponCode.updateMany({ data: { createdAt: ago(60 * DAY) } });
  await db().referralLink.updateMany({ data: { createdAt: ago(60 * DAY) } });
}, 120_000);

beforeEach(async () => {
  clock.set(NOW);
  await clearOrders();
});

const told = fc.record({
  source: fc.constantFrom(...CONVERSION_SOURCES),
  status: fc.constantFrom(...CONVERSION_STATUSES),
  orderId: fc.integer({ min: 1, max: 7 }),
  amount: fc.constantFrom(10_000n, 10_001n, 77_777n, -1n),
  refund: fc.constantFrom(0n, 0n, 3_333n, 10_000n),
  minutes: fc.nat({ max: 50 }),
  days: fc.integer({ min: 1, max: 6 }),
  credit: fc.constantFrom(null, "coupon", "link", "fresh"),
  buyer: fc.constantFrom(null, "b1", "b2"),
  import: fc.constantFrom(null, 0, 1),
  items: fc.nat({ max: 2 }),
  elsewhere: fc.boolean(),
});
type Told = typeof told extends fc.Arbitrary<infer Value> ? Value : never;

/** Some reports, and after which of them a call ends. */
const split = fc
  .array(told, { minLength: 2, maxLength: 24 })
  .chain((all) => fc.tuple(fc.constant(all), fc.array(fc.boolean(), { minLength: 24, maxLength: 24 })));

function reportOf(each: Told, importRow: number): OrderReport {
  const { source, status, amount, refund, minutes, days, credit } = each;
  const { institutionId: id, regionId } = each.elsewhere ? other : place;
  const amountRupiah = amount;
  return {
    ...{ source, status, institution: { id, regionId }, orderId: `S-${each.orderId}`, channel: "OWN" },
    ...{
      amountRupiah,
      refundedRupiah: refund,
      occurredAt: ago(days * DAY),
      reportedAt: ago(minutes * MINUTE),
    },
    items: Array.from({ length: each.items }, (_, item) => ({
      ...{ key: `${item}`, name: "Kopi", sku: null, quantity: 1, amountRupiah: amount },
    })),
    evidence: {
      ...NO_EVIDENCE,
      couponCode: credit === "coupon" ? link.coupon : null,
      linkCodes: credit === "link" ? [link.code] : credit === "fresh" ? [fresh.code] : [],
      clickedAt: ago((days + 1) * DAY),
    },
    buyer: { hash: each.buyer, returning: null },
    importId: each.import === null ? null : (IMPORTS[each.import] ?? null),
    ...{ importRow, note: "" },
  };
}

/** What was said of each order, without ids: the row of a report tells it from the others. */
const statements = () => db().$queryRaw<unknown[]>`
  SELECT c.institution_id, c.number_space::text, c.order_id, r.import_row, r.source::text, r.grade::text,
    r.channel::text, r.status::text, r.amount_rupiah, r.refunded_rupiah, r.occurred_at, r.reported_at,
    r.said_again_at, r.evidence, r.buyer_hash, r.import_id, r.undone_at, r.undone_reason,
    c.items_report_id = r.id AS items_count,
    (SELECT jsonb_agg(to_jsonb(i) - 'report_id' ORDER BY position) FROM conversion_item i WHERE report_id = r.id)
  FROM conversion_report r JOIN conversion c ON c.id = r.conversion_id ORDER BY 1, 2, 3, 4`;

/** The ledger, line by line. */
const ledger = () => db().$queryRaw<unknown[]>`
  SELECT c.institution_id, c.number_space::text, c.order_id, l.cause::text, l.status::text, l.amount_rupiah,
    l.commission_rupiah, l.claim_id, l.reason
  FROM conversion_line l JOIN conversion c ON c.id = l.conversion_id ORDER BY 1, 2, 3, l.id`;

/** Orders that do not say rightly whether their buyer had bought before; there must be none. */
const mistaken = () => db().$queryRaw<unknown[]>`
  SELECT c.order_id, c.buyer_returning FROM conversion c
  WHERE c.buyer_hash IS NOT NULL AND c.withdrawn_at IS NULL AND c.buyer_returning IS DISTINCT FROM EXISTS (
    SELECT 1 FROM conversion o WHERE o.institution_id = c.institution_id AND o.buyer_hash = c.buyer_hash
      AND o.withdrawn_at IS NULL AND o.status <> 'REVERSED'
      AND (o.occurred_at, o.order_id COLLATE "C") < (c.occurred_at, c.order_id COLLATE "C"))`;

async function stored() {
  expect(await unbalanced()).toEqual([]);
  expect(await mistaken()).toEqual([]);
  return { orders: await standings(), statements: await statements(), rollups: await rollups() };
}

async function oneByOne(reports: readonly OrderReport[]) {
  await clearOrders();
  const outcomes: unknown[] = [];
  for (const report of reports) {
    const { change, reason } = await reportOrder(system(), report);
    outcomes.push([change, reason]);
  }
  return outcomes;
}

async function inCalls(reports: readonly OrderReport[], ends: readonly boolean[]) {
  await clearOrders();
  const outcomes: unknown[] = [];
  let call: OrderReport[] = [];
  for (const [index, report] of reports.entries()) {
    call.push(report);
    if (!ends[index] && index < reports.length - 1) continue;
    const done = await reportOrders(system(), call);
    outcomes.push(...done.map(({ change, reason }) => [change, reason]));
    call = [];
  }
  return outcomes;
}

describe("reports cut into calls in any way", () => {
  it("leave the same orders, statements, items and figures, and so does taking an import back", {
    timeout: 240_000,
  }, async () => {
    const [importId = ""] = IMPORTS;
    await fc.assert(
      fc.asyncProperty(split, async ([all, ends]) => {
        const reports = all.map(reportOf);
        await oneByOne(reports);
        const once = await stored();
        const undone = await undoReports(system(), { importId, reason: "Berkas lain" });
        const onceUndone = await stored();
        await inCalls(reports, ends);
        expect(await stored()).toEqual(once);
        expect(await undoReports(system(), { importId, reason: "Berkas lain" })).toEqual(undone);
        expect(await stored()).toEqual(onceUndone);
      }),
      { numRuns: Number(process.env.RUNS ?? 40) },
    );
  });

  it("leave the same answers and the same ledger, where no order bears on another", {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(split, async ([all, ends]) => {
        const reports = all.map((each, row) => reportOf({ ...each, buyer: null }, row));
        const outcomes = await oneByOne(reports);
        const lines = await ledger();
        expect(await inCalls(reports, ends)).toEqual(outcomes);
        expect(await ledger()).toEqual(lines);
      }),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  });
});

describe("taking a large import back", () => {
  it("walks through all of its statements, of whichever institution, once", async () => {
    const importId = newId();
    const reports = Array.from({ length: 1_201 }, (_, row) => ({
      ...reportOf(
        {
          ...{
            source: "SHOPEE_ORDERS",
            status: "CONFIRMED",
            amount: 10_000n,
            refund: 0n,
            minutes: 1,
            days: 2,
          },
          ...{ orderId: row, credit: null, buyer: `b${row % 3}`, import: null, items: 0 },
          elsewhere: row % 5 === 0,
        } as Told,
        row,
      ),
      importId,
    }));
    for (let at = 0; at < reports.length; at += 500)
      await reportOrders(system(), reports.slice(at, at + 500));
    const kept = reports.slice(0, 7).map((report) => ({ ...report, importId: null }));
    await reportOrders(system(), kept);
    const input = { importId, reason: "Berkas lain" };
    expect(await undoReports(system(), input)).toEqual({ reports: 1_201, orders: 1_194 });
    expect(await db().conversion.count({ where: { withdrawnAt: null } })).toBe(7);
    await stored();
    expect(await undoReports(system(), input)).toEqual({ reports: 0, orders: 0 });
  });
});
