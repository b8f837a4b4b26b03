import type { OrderReport } from "~/modules/tracking/order-report";
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
      couponCode: order.coupon,
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
 * An influencer's statement brings evidence, never money: it repeats what the institution already knows of the order,
 * and it is dated at the order itself, so that every other statement goes before it.
 */
async function ownOrders(
  db: Ctx["db"] | Tx,
  record: ImportRecord,
  creatorId: string,
  merged: { order: MergedOrder; rows: number[] }[],
): Promise<Prepared> {
  const places = await placesOfLinks(db, creatorId);
  const known = await db.conversion.findMany({
    where: {
      numberSpace: "ONLINE",
      institutionId: { in: [...new Set([...places.values()].map(({ id }) => id))] },
      orderId: { in: merged.map(({ order }) => order.orderId) },
    },
    select: {
      ...{ institutionId: true, orderId: true, channel: true, status: true, occurredAt: true },
      ...{ amountRupiah: true, refundedRupiah: true },
    },
  });
  const states = new Map(known.map((state) => [`${state.institutionId}|${state.orderId}`, state]));
  const prepared: Prepared = { entries: [], verdicts: [] };
  for (const { order, rows } of merged) {
    const links = order.links.filter((code) => places.has(codeKey(code)));
    const place = links[0] ? places.get(codeKey(links[0])) : undefined;
    const state = place && states.get(`${place.id}|${order.orderId}`);
    if (!place || !state) {
      const reason = place ? "orderUnknown" : "notYours";
      prepared.verdicts.push(...rows.map((row) => ({ row, outcome: "SKIPPED" as const, reason })));
      continue;
    }
    const { institutionId: _, orderId: __, ...money } = state;
    const report = {
      ...reportOf(record, place, { ...order, links }),
      ...money,
      reportedAt: state.occurredAt,
      items: [],
    };
    prepared.entries.push({ rows, report });
  }
  return prepared;
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
