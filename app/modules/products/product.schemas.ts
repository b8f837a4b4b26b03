import { z } from "zod";
import { isDay } from "~/kernel/period";
import { parseRupiah } from "~/kernel/rupiah";
import { LICENCE_KINDS, normaliseNumber } from "./licences";
import { type Channel, readListing } from "./listings";
import { MAX_STORY, PHOTO_MOVES, PRODUCT_KINDS, STATUS_STEPS } from "./product";

const key = (name: string) => `products:error.${name}`;

const MIN_PRICE = 500n;
const MAX_PRICE = 1_000_000_000n;

/** Rupiah as a person types it, or as a command passes it. */
const price = z.union([z.bigint(), z.string(key("price"))], key("price")).transform((value, context) => {
  const amount = typeof value === "bigint" ? value : parseRupiah(value);
  if (amount !== null && amount >= MIN_PRICE && amount <= MAX_PRICE) return amount;
  context.addIssue({ code: "custom", message: key(amount === null ? "price" : "priceRange") });
  return z.NEVER;
});

/** Blank lines are kept, at most one in a row; other control characters go. */
function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const details = {
  name: z
    .string(key("nameShort"))
    .transform((text) => text.trim().replace(/\s+/g, " "))
    .pipe(z.string().min(3, key("nameShort")).max(80, key("nameLong"))),
  kind: z.enum(PRODUCT_KINDS, key("kind")),
  priceRupiah: price,
  unit: z
    .string()
    .trim()
    .max(40, key("unitLong"))
    .optional()
    .transform((text) => text ?? ""),
  story: z
    .string()
    .max(MAX_STORY, key("storyLong"))
    .optional()
    .transform((text) => tidyText(text ?? "")),
};

/** A product's details as the form sends them. */
export const productDetailsSchema = z.object(details);
export const createProductSchema = z.object({ institutionId: z.uuid(), ...details });
export type CreateProductInput = z.input<typeof createProductSchema>;
export const editProductSchema = z.object({ productId: z.uuid(), ...details });
export type EditProductInput = z.input<typeof editProductSchema>;

export const changeStatusSchema = z.object({ productId: z.uuid(), step: z.enum(STATUS_STEPS) });
export type ChangeStatusInput = z.input<typeof changeStatusSchema>;

/** Where a product is sold on one channel; null where the field is empty. */
const listingField = (channel: Channel) =>
  z
    .string()
    .trim()
    .nullish()
    .transform((text, context) => {
      if (!text) return null;
      const result = readListing(channel, text);
      if ("url" in result) return result.url;
      context.addIssue({ code: "custom", message: key(`listing.${result.fault}`) });
      return z.NEVER;
    });

/** All channels at once: an empty one is taken off. */
export const listingsSchema = z.object({
  SHOPEE: listingField("SHOPEE"),
  TOKOPEDIA: listingField("TOKOPEDIA"),
  TIKTOK_SHOP: listingField("TIKTOK_SHOP"),
  WHATSAPP: listingField("WHATSAPP"),
  OWN: listingField("OWN"),
});
export const setListingsSchema = z.object({ productId: z.uuid(), listings: listingsSchema });
export type SetListingsInput = z.input<typeof setListingsSchema>;

const day = z
  .string()
  .nullish()
  .transform((text, context) => {
    if (!text) return null;
    if (isDay(text) && text >= "1990-01-01" && text <= "2100-12-31") return text;
    context.addIssue({ code: "custom", message: key("licence.day") });
    return z.NEVER;
  });

const licenceFields = {
  kind: z.enum(LICENCE_KINDS, key("licence.kind")),
  number: z
    .string(key("licence.numberMissing"))
    .trim()
    .min(3, key("licence.numberMissing"))
    .max(60, key("licence.numberLong")),
  issuedOn: day,
  expiresOn: day,
};

/** A licence as the form sends it; what its rules say about it is checked by the command, which knows the day. */
export const licenceSchema = z
  .object({ licenceId: z.uuid().nullish(), ...licenceFields })
  .transform((value) => ({ ...value, number: normaliseNumber(value.kind, value.number) }));
export const saveLicenceSchema = z.object({ productId: z.uuid(), licence: licenceSchema });
export type SaveLicenceInput = z.input<typeof saveLicenceSchema>;

export const photoAltSchema = z.object({
  photoId: z.uuid(),
  alt: z
    .string()
    .max(200, key("altLong"))
    .optional()
    .transform((text) => (text ?? "").trim().replace(/\s+/g, " ")),
});
export const movePhotoSchema = z.object({ photoId: z.uuid(), move: z.enum(PHOTO_MOVES) });
export const flagshipSchema = z.object({
  productId: z.uuid(),
  /** The flagship that the person saw and agreed to replace. */
  replaces: z.uuid().optional(),
});
export type DesignateFlagshipInput = z.input<typeof flagshipSchema>;
