import { z } from "zod";
import { parseRupiah } from "~/kernel/rupiah";
import { platformSchema } from "~/modules/creators/platforms";
import { CHANNELS } from "~/modules/products/listings";
import {
  ATTRIBUTION_MODELS,
  BUYERS_COUNTED,
  DEFAULT_ATTRIBUTION,
  DISCLOSURE_TAGS,
  HANDLE_PLACES,
  hashtagSchema,
  LIMITS,
} from "./brief.schemas";
import { FORMATS, hasFormat } from "./formats";
import { parsePercent } from "./percent";

/** The editor's form as people fill it in: days instead of instants, texts instead of rupiah. */

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: "campaigns:error.tooLong" })
    .optional()
    .transform((text) => text ?? "");

const point = z.string().trim().max(200, { error: "campaigns:error.point" }).optional();
const points = z
  .array(point)
  .max(LIMITS.listItems, { error: "campaigns:error.points" })
  .optional()
  .transform((list) => (list ?? []).flatMap((text) => (text ? [text] : [])));

const count = (max: number, error: string) =>
  z.number({ error }).int({ error }).min(1, { error }).max(max, { error });

const day = z.iso.date({ error: "campaigns:error.date" });

const formDeliverable = z
  .object({
    key: z.string().max(40).optional(),
    platform: platformSchema,
    format: z.enum(FORMATS, { error: "campaigns:error.format" }),
    quantity: count(LIMITS.quantity, "campaigns:error.quantity"),
    dueBy: z.enum(["days", "date"]).optional(),
    dueDays: count(LIMITS.dueDays, "campaigns:error.dueDays").optional(),
    dueOn: day.optional(),
    note: optionalText(300),
  })
  .superRefine((item, context) => {
    if (!hasFormat(item.platform, item.format)) {
      context.addIssue({ code: "custom", path: ["format"], message: "campaigns:error.formatOfPlatform" });
    }
    const field = item.dueBy === "date" ? "dueOn" : "dueDays";
    if (item[field] === undefined) {
      context.addIssue({ code: "custom", path: [field], message: "campaigns:error.dueMissing" });
    }
  });

const hashtags = z
  .string()
  .optional()
  .transform((text, context) => {
    const tags = (text ?? "").split(/[\s,;]+/).flatMap((word) => (word ? [word.replace(/^#*/, "#")] : []));
    if (tags.length > LIMITS.listItems - 1) {
      context.addIssue({ code: "custom", message: "campaigns:error.hashtags" });
    }
    if (tags.some((tag) => !hashtagSchema.safeParse(tag).success)) {
      context.addIssue({ code: "custom", message: "campaigns:error.hashtag" });
    }
    return tags;
  });

const percent = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return null;
    const basisPoints = parsePercent(text);
    if (basisPoints === null) context.addIssue({ code: "custom", message: "campaigns:error.percent" });
    return basisPoints;
  });

const rupiah = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return null;
    const amount = parseRupiah(text);
    if (amount === null || amount < 1n || amount > BigInt(LIMITS.fixedCommission)) {
      context.addIssue({ code: "custom", message: "campaigns:error.fixedRupiah" });
      return null;
    }
    return Number(amount);
  });

export const campaignFormSchema = z
  .object({
    productId: z.uuid({ error: "campaigns:error.product" }),
    title: z
      .string({ error: "campaigns:error.title" })
      .trim()
      .min(5, { error: "campaigns:error.title" })
      .max(90, { error: "campaigns:error.title" }),
    aim: optionalText(600),
    message: optionalText(2_000),
    dos: points,
    donts: points,
    deliverables: z
      .array(formDeliverable)
      .max(LIMITS.deliverables, { error: "campaigns:error.deliverables" })
      .optional()
      .transform((list) => list ?? []),
    disclosure: z.enum(DISCLOSURE_TAGS, { error: "campaigns:error.disclosure" }),
    hashtags,
    slots: count(LIMITS.slots, "campaigns:error.slots").optional(),
    opensOn: day.optional(),
    closesOn: day.optional(),
    commissionKind: z.enum(["percent", "fixed"], { error: "campaigns:error.commissionKind" }),
    commissionPercent: percent,
    commissionRupiah: rupiah,
    attributionWindowDays: count(LIMITS.windowDays, "campaigns:error.attributionWindow"),
    attributionModel: z
      .enum(ATTRIBUTION_MODELS, { error: "campaigns:error.attributionModel" })
      .default(DEFAULT_ATTRIBUTION.model),
    attributionFirst: z
      .enum(["coupon", "link"], { error: "campaigns:error.attributionFirst" })
      .default("coupon"),
    attributionHandles: z
      .enum(HANDLE_PLACES, { error: "campaigns:error.attributionHandles" })
      .default(DEFAULT_ATTRIBUTION.handles),
    attributionBuyers: z
      .enum(BUYERS_COUNTED, { error: "campaigns:error.attributionBuyers" })
      .default(DEFAULT_ATTRIBUTION.buyers),
    destination: z.enum(["PRODUCT", ...CHANNELS], { error: "campaigns:error.destination" }),
  })
  .superRefine((form, context) => {
    if (form.opensOn && form.closesOn && form.closesOn < form.opensOn) {
      context.addIssue({ code: "custom", path: ["closesOn"], message: "campaigns:error.windowOrder" });
    }
  });

export type CampaignFormInput = z.input<typeof campaignFormSchema>;
export type CampaignForm = z.output<typeof campaignFormSchema>;
