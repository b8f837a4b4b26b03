import { CLOCK_TOLERANCE_MS } from "~/modules/tracking/attribution";
import { readCouponCodes } from "~/modules/tracking/codes";
import type { OrderReport } from "~/modules/tracking/order-report";
import { clicksOfCreator, type OwnClicks } from "~/modules/tracking/queries/clicks-of-creator.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { type MergedOrder, mergeOrder, storedOrderRow } from "../order-rows";
import { RowRefusal } from "../row-reader";
import { codeKey } from "../tags";
import { type ImportRecord, ownerOf } from "./import-record.server";
import { byEntry, type StagedRow, type Verdict } from "./stage-rows.server";

/** An order of the file, ready to be told; with the rows that it comes from. */
export type OrderEntry = { report: OrderReport; rows: number[] };

/** What becomes of the entries: those that can be told, and a verdict on each row that is not part of one. */
export type Prepared = { entries: OrderEntry[]; verdicts: Verdict[] };

type Place = { id: string; regionId: string };

/**
 * Puts staged rows together to orders. An order with a refused row is refused whole: part of an order is no order.
 * Of an influencer's file only orders of institutions whose links brought them, and which these know, are told.
 */
export async function prepareOrders(
  db: Ctx["db"] | Tx,
  record: ImportRecord,
  rows: readonly StagedRow[],
): Promise<Prepared> {
  const merged: { order: MergedOrder; rows: number[] }[] = [];
  const verdicts: Verdict[] = [];
  for (const [, entry] of byEntry(rows)) {
    const bad = entry.find(({ fact }) => fact === null);
    if (bad) {
      const others = entry.filter(({ fact }) => fact !== null);
      const params = { row: bad.row };
      verdicts.push(
        ...others.map(({ row }) => ({ row, outcome: "REFUSED" as const, reason: "orderRefused", params })),
      );
      continue;
    }
    try {
      const order = mergeOrder(entry.map(({ row, fact }) => ({ row, fact: storedOrderRow.parse(fact) })));
      const repeated = new Set(order.repeated.map(({ row }) => row));
      verdicts.push(
        ...order.repeated.map(({ row, by, same }) => ({
          ...{
            row,
            outcome: "SKIPPED" as const,
            reason: same ? "repeated" : "superseded",
            params: { row: by },
          },
        })),
      );
      merged.push({ order, rows: entry.map(({ row }) => row).filter((row) => !repeated.has(row)) });
    } catch (error) {
      if (!(error instanceof RowRefusal)) throw error;
      const { reason } = error;
      verdicts.push(...entry.map(({ row }) => ({ row, outcome: "REFUSED" as const, reason })));
    }
  }
  const owner = ownerOf(record);
  if (owner.kind === "institution") {
    return {
      verdicts,
      entries: merged.map(({ order, rows }) => ({ rows, report: reportOf(record, owner, order) })),
    };
  }
  const own = await ownOrders(db, record, owner.id, merged);
  return { entries: own.entries, verdicts: [...verdicts, ...own.verdicts] };
}

function reportOf(record: ImportRecord, place: Place, order: MergedOrder): OrderReport {
  const [couponCode = null, ...otherCoupons] = readCouponCodes(order.coupon ?? "");
  return {
    institution: { id: place.id, regionId: place.regionId },
    channel: order.channel,
    source: sourceOf(record),
    orderId: order.orderId,
    status: order.status,
    amountRupiah: order.amountRupiah,
    refundedRupiah: order.refundedRupiah,
    occurredAt: order.occurredAt,
    reportedAt: record.reportedAt,
    items: order.items,
    evidence: {
      clickTokens: [],
      linkCodes: order.links,
      couponCode,
      otherCoupons,
      handles: order.handles,
      contentIds: order.contentIds,
      clickedAt: order.clickedAt,
    },
    buyer: { hash: order.buyer, returning: null },
    importId: record.id,
    importRow: order.firstRow,
    note: "",
  };
}

const SOURCES = {
  SHOPEE_ORDERS: true,
  SHOPEE_COMMISSION: true,
  SHOPEE_CONVERSION: true,
  TIKTOK_ORDERS: true,
  TIKTOK_AFFILIATE: true,
  TOKOPEDIA_LEGACY: true,
} as const;

function sourceOf({ id, report }: ImportRecord): keyof typeof SOURCES {
  if (report === null || !(report in SOURCES)) throw new RangeError(`import ${id} is not of orders`);
  return report as keyof typeof SOURCES;
}

/**
 * An influencer's statement brings evidence, never money. It is heard only of Shopee orders of which the institution's
 * own sources told, and only for links of that influencer whose clicks, where the rows name some, there were. Whatever
 * else is wrong with an order gets the same answer as one that is not known: the answer is not to tell which are.
 */
async function ownOrders(
  db: Ctx["db"] | Tx,
  record: ImportRecord,
  creatorId: string,
  merged: { order: MergedOrder; rows: number[] }[],
): Promise<Prepared> {
  const places = await placesOfLinks(db, creatorId);
  const known = await shopeeOrders(db, [...places.values()], merged);
  const clicks = await clicksOfCreator(db, {
    creatorId,
    clickIds: merged.flatMap(({ order }) => order.clickIds),
  });
  const prepared: Prepared = { entries: [], verdicts: [] };
  for (const { order, rows } of merged) {
    const links = order.links.filter((code) => places.has(codeKey(code)));
    const place = links[0] ? places.get(codeKey(links[0])) : undefined;
    const orderedAt = place && known.get(`${place.id}|${order.orderId}`);
    const touch = orderedAt && touchOf(order, links, clicks, orderedAt);
    if (!place || !touch) {
      const reason = place ? "orderUnknown" : "notYours";
      prepared.verdicts.push(...rows.map((row) => ({ row, outcome: "SKIPPED" as const, reason })));
      continue;
    }
    const said = reportOf(record, place, { ...order, links, clickedAt: touch.at, handles: [] });
    const evidenceOnly = { status: null, amountRupiah: null, refundedRupiah: null, occurredAt: null };
    const evidence = { ...said.evidence, orderedAt: order.occurredAt };
    prepared.entries.push({ rows, report: { ...said, ...evidenceOnly, evidence, items: [] } });
  }
  return prepared;
}

/** When those of the orders were placed that sources of their institution tell of as Shopee's. */
async function shopeeOrders(
  db: Ctx["db"] | Tx,
  places: readonly Place[],
  merged: readonly { order: MergedOrder }[],
): Promise<Map<string, Date>> {
  const known = await db.conversion.findMany({
    where: {
      numberSpace: "ONLINE",
      institutionId: { in: [...new Set(places.map(({ id }) => id))] },
      orderId: { in: merged.map(({ order }) => order.orderId) },
      withdrawnAt: null,
      reports: { some: { channel: "SHOPEE", amountRupiah: { not: null }, undoneAt: null } },
    },
    select: { institutionId: true, orderId: true, occurredAt: true },
  });
  return new Map(
    known.map(({ institutionId, orderId, occurredAt }) => [`${institutionId}|${orderId}`, occurredAt]),
  );
}

/**
 * When the buyer clicked, as far as the rows can show it; null where they name a click that was not there before the
 * order. The time that the report itself names proves nothing: its owner may have written it.
 */
function touchOf(
  order: MergedOrder,
  links: readonly string[],
  clicks: OwnClicks,
  orderedAt: Date,
): { at: Date | null } | null {
  const codes = new Set(links.map(codeKey));
  const seen: Date[] = [];
  for (const clickId of order.clickIds) {
    const click = clicks.get(clickId);
    if (click === "expired") continue;
    if (!click || !codes.has(codeKey(click.code))) return null;
    if (click.at.getTime() > orderedAt.getTime() + CLOCK_TOLERANCE_MS) return null;
    seen.push(click.at);
  }
  seen.sort((a, b) => b.getTime() - a.getTime());
  return { at: seen[0] ?? null };
}

/** The institutions of an influencer's links, by the codes' common writing. */
export async function placesOfLinks(db: Ctx["db"] | Tx, creatorId: string): Promise<Map<string, Place>> {
  const links = await db.referralLink.findMany({
    where: { creatorId },
    select: { code: true, institutionId: true, regionId: true },
  });
  return new Map(
    links.map(({ code, institutionId, regionId }) => [codeKey(code), { id: institutionId, regionId }]),
  );
}
