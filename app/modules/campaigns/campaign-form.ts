import { z } from "zod";
import { parseRupiah } from "~/kernel/rupiah";
import { addDays, localDay, startOfDay, type Zone } from "~/kernel/time";
import { platformSchema } from "~/modules/creators/platforms";
import { CHANNELS } from "~/modules/products/listings";
import {
  ATTRIBUTION_MODELS,
  type BriefDraft,
  BUYERS_COUNTED,
  type Commission,
  DEFAULT_ATTRIBUTION,
  type Destination,
  DISCLOSURE_TAGS,
  disclosureOf,
  HANDLE_PLACES,
  hashtagSchema,
  LIMITS,
} from "./brief.schemas";
import { FORMATS, hasFormat } from "./formats";
import { parsePercent, percentText } from "./percent";

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

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function commissionOf(form: CampaignForm): Commission | null {
  if (form.commissionKind === "percent") {
    return form.commissionPercent === null ? null : { kind: "percent", basisPoints: form.commissionPercent };
  }
  return form.commissionRupiah === null ? null : { kind: "fixed", rupiah: form.commissionRupiah };
}

function destinationOf(form: CampaignForm): Destination {
  return form.destination === "PRODUCT"
    ? { kind: "product" }
    : { kind: "listing", channel: form.destination };
}

/** The names that deliverables have already, by their place; a name that stands twice is kept once. */
function keptKeys(form: CampaignForm): (string | undefined)[] {
  const keys = form.deliverables.map((item) => (KEY.test(item.key ?? "") ? item.key : undefined));
  return keys.map((key, index) => (keys.indexOf(key) === index ? key : undefined));
}

/** Names for deliverables that have none yet. A name once given stays, so that content finds its deliverable. */
function withKeys(form: CampaignForm, zone: Zone): BriefDraft["deliverables"] {
  const kept = keptKeys(form);
  const used = new Set(kept);
  return form.deliverables.map((item, index) => {
    const base = `${item.platform}-${item.format}`.toLowerCase();
    let key = kept[index] ?? base;
    for (let number = 2; kept[index] === undefined && used.has(key); number += 1) key = `${base}-${number}`;
    used.add(key);
    const byDate = item.dueBy === "date";
    return {
      key,
      platform: item.platform,
      format: item.format,
      quantity: item.quantity,
      dueDaysAfterAcceptance: byDate ? null : (item.dueDays ?? null),
      // Due at the end of the day that was chosen, in the Lapas's own zone.
      dueAt: byDate && item.dueOn ? endOfDay(item.dueOn, zone) : null,
      note: item.note,
    };
  });
}

function endOfDay(chosen: string, zone: Zone): string {
  return startOfDay(addDays(chosen, 1), zone).toISOString();
}

/** What the form says, as a draft. Days are days of the institution's zone. */
export function toDraft(form: CampaignForm, zone: Zone): BriefDraft {
  const others = form.hashtags.filter((tag) => disclosureOf([tag]) === null);
  return {
    productId: form.productId,
    title: form.title,
    aim: form.aim,
    message: form.message,
    dos: form.dos,
    donts: form.donts,
    deliverables: withKeys(form, zone),
    hashtags: [form.disclosure, ...new Set(others)],
    slots: form.slots ?? null,
    opensAt: form.opensOn ? startOfDay(form.opensOn, zone).toISOString() : null,
    closesAt: form.closesOn ? endOfDay(form.closesOn, zone) : null,
    commission: commissionOf(form),
    attributionWindowDays: form.attributionWindowDays,
    attribution: {
      model: form.attributionModel,
      couponFirst: form.attributionFirst === "coupon",
      handles: form.attributionHandles,
      buyers: form.attributionBuyers,
    },
    destination: destinationOf(form),
  };
}

/** The last instant of a window whose first instant after is given: people say "until the 30th". */
export function lastInstant(endsAt: string | Date): Date {
  return new Date(new Date(endsAt).getTime() - 1);
}

function lastDay(endsAt: string, zone: Zone): string {
  return localDay(lastInstant(endsAt), zone);
}

/** A draft as the form shows it. */
export function toForm(draft: BriefDraft, zone: Zone): CampaignFormInput {
  const { commission, destination } = draft;
  return {
    productId: draft.productId,
    title: draft.title,
    aim: draft.aim,
    message: draft.message,
    dos: draft.dos,
    donts: draft.donts,
    deliverables: draft.deliverables.map((item) => ({
      key: item.key,
      platform: item.platform,
      format: item.format,
      quantity: item.quantity,
      dueBy: item.dueAt ? ("date" as const) : ("days" as const),
      dueDays: item.dueDaysAfterAcceptance ?? undefined,
      dueOn: item.dueAt ? lastDay(item.dueAt, zone) : undefined,
      note: item.note,
    })),
    disclosure: disclosureOf(draft.hashtags) ?? "#iklan",
    hashtags: draft.hashtags.filter((tag) => disclosureOf([tag]) === null).join(" "),
    slots: draft.slots ?? undefined,
    opensOn: draft.opensAt ? localDay(new Date(draft.opensAt), zone) : undefined,
    closesOn: draft.closesAt ? lastDay(draft.closesAt, zone) : undefined,
    commissionKind: commission?.kind ?? "percent",
    commissionPercent: commission?.kind === "percent" ? percentText(commission.basisPoints) : undefined,
    commissionRupiah: commission?.kind === "fixed" ? String(commission.rupiah) : undefined,
    attributionWindowDays: draft.attributionWindowDays,
    attributionModel: draft.attribution.model,
    attributionFirst: draft.attribution.couponFirst ? "coupon" : "link",
    attributionHandles: draft.attribution.handles,
    attributionBuyers: draft.attribution.buyers,
    destination: destination.kind === "product" ? "PRODUCT" : destination.channel,
  };
}
