import { newId } from "~/kernel/id";
import { hashBuyer } from "~/modules/tracking/buyer-hash.server";
import type { ClickFact } from "~/modules/tracking/click";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { reportOrder } from "~/modules/tracking/commands/report-order.server";
import { NO_EVIDENCE, type OrderEvidence, type OrderReport } from "~/modules/tracking/order-report";
import { db } from "~/platform/db.server";
import { aClick, aTrackedLink, PHONE, record, type TrackedLink } from "../../factories/tracking";
import { NOW, type Place, system } from "../campaigns/world";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ago = (ms: number) => new Date(NOW.getTime() - ms);

let serial = 0;

/** A link and a code that were issued long before the orders that tests tell of. */
export async function anOldLink(place: Place): Promise<TrackedLink> {
  const link = await aTrackedLink(system(), place);
  await db().couponCode.updateMany({ data: { createdAt: ago(60 * DAY) } });
  await db().referralLink.updateMany({ data: { createdAt: ago(60 * DAY) } });
  return link;
}

type OrderParts = {
  /** A click of this link, so long before the order. */
  click?: { link: TrackedLink; delayMs: number; id?: string };
  coupon?: string;
  occurredAt?: Date;
  buyer?: string;
  amountRupiah?: bigint;
  evidence?: Partial<OrderEvidence>;
  /** By an influencer's own report, which stands for no order. */
  evidenceOnly?: boolean;
} & Partial<Pick<OrderReport, "orderId" | "source" | "status">>;

/** An order of the place's shop, told by its server. @returns its id */
export async function anOrder(place: Place, parts: OrderParts = {}): Promise<string> {
  serial += 1;
  const occurredAt = parts.occurredAt ?? ago(5 * HOUR + 12_345);
  const { click } = parts;
  const token = click
    ? new ClickTokens().sign(
        compactId(click.id ?? newId(new Date(occurredAt.getTime() - click.delayMs))),
        compactId(click.link.linkId),
      )
    : null;
  const { conversionId } = await reportOrder(system(), {
    institution: { id: place.institutionId, regionId: place.regionId },
    ...{ channel: "OWN", source: parts.source ?? "API", orderId: parts.orderId ?? `T-${serial}` },
    ...{
      status: parts.status ?? "CONFIRMED",
      amountRupiah: parts.amountRupiah ?? 200_000n,
      refundedRupiah: 0n,
    },
    ...{ occurredAt, reportedAt: occurredAt, items: [], importId: null, importRow: null, note: "" },
    ...(parts.evidenceOnly
      ? { status: null, amountRupiah: null, refundedRupiah: null, occurredAt: null }
      : {}),
    evidence: {
      ...{ ...NO_EVIDENCE, clickTokens: token ? [token] : [], couponCode: parts.coupon ?? null },
      ...parts.evidence,
    },
    buyer: { hash: parts.buyer ? hashBuyer(place.institutionId, parts.buyer) : null, returning: null },
  });
  return conversionId;
}

/** Browsers of many kinds, as a crowd has them. */
export const agentOf = (index: number) => PHONE.replace("SM-A556E", `SM-A${100 + (index % 180)}B`);

const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");

/** Clicks of a crowd within an hour: everybody another, on many networks. */
export function crowd(linkId: string, hour: Date, count: number, offset = 0): ClickFact[] {
  return Array.from({ length: count }, (_, index) => {
    const who = offset + index;
    return aClick(linkId, new Date(hour.getTime() + Math.floor((index * (HOUR - 1_000)) / count)), {
      visitorHash: hex(who * 2_654_435_761, 16),
      networkHash: hex((who * 40_503) % 50_000, 8),
      agent: agentOf(who),
    });
  });
}

/** Clicks of few devices on one network. */
export function farm(linkId: string, hour: Date, count: number, devices: number): ClickFact[] {
  return crowd(linkId, hour, count).map((click, index) => ({
    ...click,
    visitorHash: hex(9_000_000 + (index % devices), 16),
    networkHash: "0000beef",
    agent: agentOf(index % Math.min(devices, 2)),
  }));
}

/** A link's ordinary traffic: some clicks in each hour of the last days. */
export async function ordinary(link: TrackedLink, days: number, perHour = (hour: number) => 4 + (hour % 9)) {
  const hours = Array.from({ length: days * 24 - 2 }, (_, index) => index + 3);
  const clicks = hours.flatMap((hour) =>
    crowd(link.linkId, startOf(ago(hour * HOUR)), perHour(hour), hour * 100),
  );
  await record(system(), clicks);
}

export const startOf = (at: Date) => new Date(Math.floor(at.getTime() / HOUR) * HOUR);

/** Forgets orders, clicks and cases. */
export async function clearAll(): Promise<void> {
  await db()
    .$executeRaw`TRUNCATE fraud_case, fraud_signal, fraud_cursor, conversion, conversion_hourly, click,
    click_hourly, visitor_window, click_traits_daily, unique_daily, unique_sketch, click_delta, outbox_message CASCADE`;
}

export const cases = () =>
  db().fraudCase.findMany({
    orderBy: { id: "asc" },
    include: { signals: { orderBy: [{ kind: "asc" }, { naturalKey: "asc" }] } },
  });
export const signals = async () =>
  (await db().fraudSignal.findMany({ orderBy: { naturalKey: "asc" } })).map(({ kind }) => kind);
