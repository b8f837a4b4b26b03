import { z } from "zod";
import { couponCode, MAX_AMOUNT, orderId } from "./conversion.schemas";

/** An institution's public key, as pages carry it. */
export const SITE_KEY = /^gs_[a-z0-9]{20}$/;
/** Marks are joined by a sign that occurs in none and needs no escape in addresses and cookies. */
export const MARK_SEPARATOR = "~";
const MAX_MARKS = 20;
const MAX_ORIGINS = 10;

const institution = z
  .string({ error: "tracking:sources.error.key" })
  .regex(SITE_KEY, { error: "tracking:sources.error.key" });

/**
 * Whole rupiah, as a number or as digits. Dots are refused: what means 150 thousand in Indonesia is 150 in
 * JavaScript. Only the two zeros that shop systems add are let pass.
 */
function rupiah(least: number, error: string) {
  return z
    .union([z.number(), z.string().regex(/^\d{1,13}(?:[.,]00)?$/, { error })], { error })
    .transform((value) => (typeof value === "number" ? value : Number(value.replace(/[.,]00$/, ""))))
    .pipe(z.number({ error }).int({ error }).min(least, { error }).max(MAX_AMOUNT, { error }));
}

/** The click marks that the page kept, oldest first. */
const click = z
  .string({ error: "tracking:error.clickId" })
  .max(2_000, { error: "tracking:error.clickId" })
  .transform((text) => text.split(MARK_SEPARATOR).filter(Boolean))
  .pipe(z.array(z.string().max(200)).max(MAX_MARKS, { error: "tracking:error.clickId" }));

/**
 * What a page says of an order, by script or picture. Anything else is refused: a page knows its buyer, and nothing
 * of the buyer is to come here.
 */
export const pageOrderSchema = z.strictObject({
  institution,
  id: z
    .union([z.number().int().transform(String), z.string()], { error: "tracking:error.orderId" })
    .pipe(orderId),
  amount: rupiah(1, "tracking:sources.error.amount"),
  coupon: couponCode.optional(),
  /** Paid back of it, in all. */
  refunded: rupiah(0, "tracking:sources.error.refunded").optional(),
  click: click.optional(),
});
export type PageOrder = z.infer<typeof pageOrderSchema>;

/** An officer looks whether the script is in its place. */
export const pageTestSchema = z.strictObject({
  institution,
  test: z.union([z.literal(1), z.literal("1")]),
});

/**
 * The origin of a shop's address, as browsers write it: `toko.example` is `https://toko.example`.
 * @returns null where it is no http(s) address
 */
export function originOf(text: string): string | null {
  const bare = text.trim();
  const complete = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`;
  if (bare === "" || bare.length > 300 || /\s/.test(bare) || !URL.canParse(complete)) return null;
  const { protocol, origin, hostname } = new URL(complete);
  const known = protocol === "https:" || protocol === "http:";
  return known && (hostname.includes(".") || hostname === "localhost") ? origin : null;
}

/** The officer's form: one address a line. */
export const siteFormSchema = z.object({
  origins: z
    .string({ error: "tracking:sources.error.origins" })
    .transform((text, context) => {
      const lines = text.split(/[\n,]/).filter((line) => line.trim() !== "");
      const origins = lines.flatMap((line) => originOf(line) ?? []);
      if (lines.length === 0 || origins.length < lines.length) {
        context.addIssue({ code: "custom", message: "tracking:sources.error.origins" });
      }
      return [...new Set(origins)];
    })
    .pipe(z.array(z.string()).max(MAX_ORIGINS, { error: "tracking:sources.error.tooManyOrigins" })),
});
