import { z } from "zod";
import type { UserMessage } from "~/kernel/app-error";
import { readCouponCodes } from "./codes";
import type { ConversionStatus, OrderItem } from "./order-report";
import { MARK_SEPARATOR } from "./page-order.schemas";

export const WOO_TOPICS = ["order.created", "order.updated", "order.deleted", "order.restored"] as const;
export type WooTopic = (typeof WOO_TOPICS)[number];

/** Meta fields in which the shop's snippet writes the click marks that the buyer brought. */
const CLICK_FIELDS = new Set(["gaung_click", "_gaung_click"]);
const MAX_MARKS = 20;
const MAX_COUPONS = 10;
const MAX_ITEMS = 50;

/**
 * WooCommerce's own states, as far as we count: sold when the goods are out and the money is in. A paid order that is
 * still being packed may yet be cancelled, so it waits.
 */
const STATES: Readonly<Record<string, ConversionStatus>> = {
  pending: "PENDING",
  "on-hold": "PENDING",
  processing: "PENDING",
  completed: "CONFIRMED",
  cancelled: "REVERSED",
  failed: "REVERSED",
  refunded: "REVERSED",
  trash: "REVERSED",
};
/** Orders that nobody has placed yet: a basket at the till. */
const DRAFTS = new Set(["checkout-draft", "auto-draft", "draft"]);

const id = z.union([z.number().int().positive().transform(String), z.string().regex(/^\d{1,20}$/)]);
const text = z.string().nullish();
const money = z.union([z.string(), z.number()]).transform(String);

/** The few fields that are read. zod drops the rest, and with it all that names the buyer's home. */
const orderSchema = z.object({
  id,
  number: z.union([z.string(), z.number()]).transform(String).nullish(),
  status: z.string(),
  currency: z.string(),
  date_created_gmt: text,
  date_modified_gmt: text,
  total: money,
  shipping_total: money.nullish(),
  shipping_tax: money.nullish(),
  billing: z.object({ email: text, phone: text }).nullish(),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })).nullish(),
  line_items: z
    .array(
      z.object({
        id: z.union([z.number(), z.string()]).transform(String),
        name: z.string(),
        sku: text,
        quantity: z.number(),
        total: money,
        total_tax: money.nullish(),
      }),
    )
    .nullish(),
  coupon_lines: z.array(z.object({ code: z.string() })).nullish(),
  refunds: z.array(z.object({ total: money })).nullish(),
});

const deletedSchema = z.object({ id });

export type WooOrder = {
  shopOrderId: string;
  orderId: string;
  status: ConversionStatus;
  amountRupiah: bigint;
  refundedRupiah: bigint;
  /** UTC; null where the shop does not say. */
  occurredAt: Date | null;
  changedAt: Date | null;
  couponCodes: string[];
  clickTokens: string[];
  /** What tells buyers apart, to be hashed at once; empty where nothing does. */
  buyer: string;
  items: OrderItem[];
};

export type WooReading =
  | { kind: "order"; order: WooOrder }
  | { kind: "deleted"; shopOrderId: string }
  /** Nothing to count, for this reason. */
  | { kind: "skipped"; shopOrderId: string; orderId: string; reason: UserMessage }
  | { kind: "refused"; shopOrderId: string | null; orderId: string | null; reason: UserMessage };

const unreadable = (field: string): WooReading => ({
  kind: "refused",
  shopOrderId: null,
  orderId: null,
  reason: { key: "tracking:sources.error.wooUnreadable", params: { field } },
});

/** Reads a delivery of a topic. Pure: the same body gives the same reading. */
export function readWooDelivery(topic: WooTopic, body: unknown): WooReading {
  if (topic === "order.deleted") {
    const deleted = deletedSchema.safeParse(body);
    return deleted.success ? { kind: "deleted", shopOrderId: deleted.data.id } : unreadable("id");
  }
  const parsed = orderSchema.safeParse(body);
  if (!parsed.success) return unreadable(parsed.error.issues[0]?.path.join(".") ?? "");
  const said = parsed.data;
  const orderId = (said.number ?? "").trim() || said.id;
  const names = { shopOrderId: said.id, orderId: orderId.slice(0, 100) };
  const because = (
    kind: "skipped" | "refused",
    key: string,
    params: Record<string, string> = {},
  ): WooReading => ({
    ...{ kind, ...names },
    reason: { key: `tracking:sources.error.${key}`, params },
  });
  if (DRAFTS.has(said.status)) return because("skipped", "wooDraft");
  const status = STATES[said.status];
  // Shops invent states of their own; what they mean is for the shop to say, by one of the known ones.
  if (!status) return because("skipped", "wooStatus", { status: said.status.slice(0, 40) });
  if (said.currency !== "IDR")
    return because("refused", "wooCurrency", { currency: said.currency.slice(0, 10) });
  const amountRupiah = sum(said.total, minus(said.shipping_total), minus(said.shipping_tax));
  const refundedRupiah = sum(...(said.refunds ?? []).map(({ total }) => total));
  if (amountRupiah === null || refundedRupiah === null) return because("refused", "wooAmount");
  if (amountRupiah <= 0n) return because("skipped", "wooNothing");
  return {
    kind: "order",
    order: {
      ...names,
      status,
      amountRupiah,
      refundedRupiah: atMost(absolute(refundedRupiah), amountRupiah),
      occurredAt: utc(said.date_created_gmt),
      changedAt: utc(said.date_modified_gmt),
      couponCodes: couponsOf(said.coupon_lines ?? []),
      clickTokens: marksOf(said.meta_data ?? []),
      buyer: buyerOf(said.billing),
      items: itemsOf(said.line_items ?? []),
    },
  };
}

const minus = (amount: string | null | undefined) => (amount ? `-${amount}`.replace("--", "") : "0");
const absolute = (amount: bigint) => (amount < 0n ? -amount : amount);
const atMost = (amount: bigint, most: bigint) => (amount < most ? amount : most);

/** Adds up amounts of text like "150000.00", to whole rupiah, half up. Null where one is none. */
function sum(...amounts: string[]): bigint | null {
  let sen = 0n;
  for (const amount of amounts) {
    const match = /^(-?)(\d{1,13})(?:\.(\d{1,6}))?$/.exec(amount.trim());
    if (!match) return null;
    const [, sign, whole = "0", part = ""] = match;
    const value = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, "0"));
    sen += sign ? -value : value;
  }
  const half = sen < 0n ? -500_000n : 500_000n;
  return (sen + half) / 1_000_000n;
}

/** WooCommerce writes UTC without saying so. */
function utc(time: string | null | undefined): Date | null {
  if (!time) return null;
  const at = new Date(/Z$|[+-]\d\d:\d\d$/.test(time) ? time : `${time}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** A shop may take several coupons for one order: its own for delivery, and an influencer's. */
function couponsOf(lines: readonly { code: string }[]): string[] {
  return readCouponCodes(lines.map(({ code }) => code).join()).slice(0, MAX_COUPONS);
}

function marksOf(fields: readonly { key: string; value?: unknown }[]): string[] {
  const texts = fields.flatMap(({ key, value }) =>
    CLICK_FIELDS.has(key) && typeof value === "string" ? value.split(MARK_SEPARATOR) : [],
  );
  return [...new Set(texts.map((each) => each.trim()).filter(Boolean))].slice(-MAX_MARKS);
}

/** The address of mail, else the digits of the telephone with the country's code. */
function buyerOf(billing: { email?: string | null; phone?: string | null } | null | undefined): string {
  const email = billing?.email?.trim();
  if (email) return email;
  return (billing?.phone ?? "").replace(/\D/g, "").replace(/^0/, "62");
}

type Line = {
  id: string;
  name: string;
  sku?: string | null;
  quantity: number;
  total: string;
  total_tax?: string | null;
};

function itemsOf(lines: readonly Line[]): OrderItem[] {
  return lines.slice(0, MAX_ITEMS).flatMap(({ id: key, name, sku, quantity, total, total_tax }) => {
    const amountRupiah = sum(total, total_tax || "0");
    if (amountRupiah === null || amountRupiah < 0n || quantity < 1) return [];
    return [
      {
        key,
        name: name.slice(0, 200),
        sku: sku?.slice(0, 100) || null,
        quantity: Math.round(quantity),
        amountRupiah,
      },
    ];
  });
}
