import { z } from "zod";
import { isDay } from "~/kernel/period";
import { parseRupiah } from "~/kernel/rupiah";
import { readCouponCode } from "./codes";
import { API_SOURCES, CONVERSION_STATUSES, SALE_CHANNELS } from "./order-report";

/** One trillion rupiah: above every order, below every slip of the finger. */
export const MAX_AMOUNT = 1_000_000_000_000;
const MAX_CLICKS = 20;

export const orderId = z
  .string({ error: "tracking:error.orderId" })
  .trim()
  .min(1, { error: "tracking:error.orderId" })
  .max(100, { error: "tracking:error.orderId" })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/, { error: "tracking:error.orderId" });

export const couponCode = z
  .string({ error: "tracking:error.couponCode" })
  .trim()
  .max(60, { error: "tracking:error.couponCode" })
  .transform((text, context) => {
    if (text === "") return undefined;
    const code = readCouponCode(text);
    if (code === null) context.addIssue({ code: "custom", message: "tracking:error.couponCode" });
    return code ?? undefined;
  });

const amount = z
  .number({ error: "tracking:error.amount" })
  .int({ error: "tracking:error.amount" })
  .min(1, { error: "tracking:error.amount" })
  .max(MAX_AMOUNT, { error: "tracking:error.amount" });

const clickId = z.string({ error: "tracking:error.clickId" }).max(200, { error: "tracking:error.clickId" });

/** Small letters outside, the database's own inside. */
function words<Word extends string>(values: readonly Word[], error: string) {
  return z
    .string({ error })
    .toUpperCase()
    .pipe(z.enum(values as readonly [Word, ...Word[]], { error }));
}

const refund = z
  .number({ error: "tracking:error.refund" })
  .int({ error: "tracking:error.refund" })
  .min(0, { error: "tracking:error.refund" })
  .max(MAX_AMOUNT, { error: "tracking:error.refund" });

const itemText = (max: number) =>
  z.string({ error: "tracking:error.items" }).trim().max(max, { error: "tracking:error.items" });

/** What was bought. Money of the line, not of one piece. */
const item = z.strictObject({
  key: itemText(100).optional(),
  name: itemText(200).min(1, { error: "tracking:error.items" }),
  sku: itemText(100).optional(),
  quantity: z
    .number({ error: "tracking:error.items" })
    .int({ error: "tracking:error.items" })
    .min(1, { error: "tracking:error.items" })
    .max(1_000_000, { error: "tracking:error.items" }),
  amountRupiah: z
    .number({ error: "tracking:error.items" })
    .int({ error: "tracking:error.items" })
    .min(0, { error: "tracking:error.items" })
    .max(MAX_AMOUNT, { error: "tracking:error.items" }),
});

/** Body of `POST /api/v1/conversions`. Unknown fields are refused, so that a misspelt one is noticed. */
export const conversionRequestSchema = z.strictObject({
  source: words(API_SOURCES, "tracking:error.source").default("API"),
  orderId,
  /** The destination's `gaung_click`; all that the visitor brought, where the shop keeps several. */
  clickId: z
    .union([clickId, z.array(clickId).max(MAX_CLICKS, { error: "tracking:error.clickId" })], {
      error: "tracking:error.clickId",
    })
    .optional(),
  couponCode: couponCode.optional(),
  amountRupiah: amount,
  status: words(CONVERSION_STATUSES, "tracking:error.status").default("PENDING"),
  occurredAt: z.iso.datetime({ offset: true, error: "tracking:error.occurredAt" }).optional(),
  /** How much of the order was paid back, in all. */
  refunded: refund.optional(),
  channel: words(SALE_CHANNELS, "tracking:error.channel").optional(),
  /** Whatever tells buyers apart; it is hashed at once and never stored. */
  buyer: z.string({ error: "tracking:error.buyer" }).max(200, { error: "tracking:error.buyer" }).optional(),
  items: z
    .array(item, { error: "tracking:error.items" })
    .max(50, { error: "tracking:error.items" })
    .optional(),
});
export type ConversionRequest = z.infer<typeof conversionRequestSchema>;

/** The officer's form. The amount comes as people type it and the time as the browser's local text. */
export const saleFormSchema = z.object({
  source: z.enum(["WHATSAPP", "GATE"], { error: "tracking:error.source" }),
  orderId,
  amountRupiah: z
    .string({ error: "tracking:error.amount" })
    .transform((text) => Number(parseRupiah(text) ?? Number.NaN))
    .pipe(amount),
  occurredAt: z
    .string({ error: "tracking:error.occurredAt" })
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:\d{2})?$/, { error: "tracking:error.occurredAt" })
    .refine((text) => isDay(text.slice(0, 10)), { error: "tracking:error.occurredAt" }),
  couponCode: couponCode.optional(),
  status: z.enum(["PENDING", "CONFIRMED"], { error: "tracking:error.status" }),
  note: z.string().trim().max(500, { error: "tracking:error.note" }).default(""),
});
export type SaleForm = z.infer<typeof saleFormSchema>;

const reason = z
  .string({ error: "tracking:error.reason" })
  .trim()
  .min(5, { error: "tracking:error.reason" })
  .max(300, { error: "tracking:error.reason" });

/** What an officer does with an order, by the button that was pressed. */
export const orderFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("confirm") }),
  z.object({ intent: z.literal("reverse"), reason }),
  z.object({
    intent: z.literal("refund"),
    refunded: z
      .string({ error: "tracking:error.refund" })
      .transform((text) => Number(parseRupiah(text) ?? Number.NaN))
      .pipe(refund),
    reason,
  }),
  z.object({
    intent: z.literal("decide"),
    /** A claim's id, or one of the words. */
    choice: z.union([z.enum(["NOBODY", "RULE"]), z.uuid()], { error: "tracking:error.choice" }),
    reason,
  }),
]);
export type OrderForm = z.infer<typeof orderFormSchema>;
