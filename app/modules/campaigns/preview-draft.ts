import { isDay } from "~/kernel/period";
import { parseRupiah } from "~/kernel/rupiah";
import { addDays, startOfDay, type Zone } from "~/kernel/time";
import { PLATFORMS, type Platform } from "~/modules/creators/platforms";
import { CHANNELS } from "~/modules/products/listings";
import {
  ATTRIBUTION_MODELS,
  type AttributionRule,
  type BriefDraft,
  BUYERS_COUNTED,
  type Commission,
  DEFAULT_ATTRIBUTION,
  HANDLE_PLACES,
  hashtagSchema,
} from "./brief.schemas";
import { FORMATS, FORMATS_BY_PLATFORM, type Format } from "./formats";
import { parsePercent } from "./percent";

/** What the editor's form holds at this moment: texts, whatever was typed. */
export type TypedForm = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function oneOf<Choice extends string>(choices: readonly Choice[], value: unknown): Choice | null {
  return choices.find((choice) => choice === value) ?? null;
}

function whole(value: unknown): number | null {
  return /^\d{1,4}$/.test(text(value)) ? Number(text(value)) : null;
}

function deliverableOf(value: unknown, index: number, zone: Zone): BriefDraft["deliverables"][number] {
  const item = typeof value === "object" && value !== null ? (value as TypedForm) : {};
  const platform: Platform = oneOf(PLATFORMS, item.platform) ?? "INSTAGRAM";
  const formats: readonly Format[] = FORMATS_BY_PLATFORM[platform];
  const chosen = oneOf(FORMATS, item.format);
  const format = chosen && formats.includes(chosen) ? chosen : (formats[0] ?? "post");
  const on = text(item.dueOn);
  const byDate = item.dueBy === "date" && isDay(on);
  return {
    key: `preview-${index}`,
    platform,
    format,
    quantity: whole(item.quantity) ?? 1,
    dueDaysAfterAcceptance: byDate ? null : (whole(item.dueDays) ?? 0),
    dueAt: byDate ? startOfDay(addDays(on, 1), zone).toISOString() : null,
    note: text(item.note),
  };
}

function commissionOf(form: TypedForm): Commission | null {
  if (form.commissionKind === "fixed") {
    const amount = parseRupiah(text(form.commissionRupiah));
    return amount ? { kind: "fixed", rupiah: Number(amount) } : null;
  }
  const basisPoints = parsePercent(text(form.commissionPercent));
  return basisPoints === null ? null : { kind: "percent", basisPoints };
}

function attributionOf(form: TypedForm): AttributionRule {
  return {
    model: oneOf(ATTRIBUTION_MODELS, form.attributionModel) ?? DEFAULT_ATTRIBUTION.model,
    couponFirst: form.attributionFirst !== "link",
    handles: oneOf(HANDLE_PLACES, form.attributionHandles) ?? DEFAULT_ATTRIBUTION.handles,
    buyers: oneOf(BUYERS_COUNTED, form.attributionBuyers) ?? DEFAULT_ATTRIBUTION.buyers,
  };
}

function hashtagsOf(form: TypedForm): string[] {
  const typed = text(form.hashtags)
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^#*/, "#"))
    .filter((tag) => hashtagSchema.safeParse(tag).success);
  return [...new Set([...(text(form.disclosure) ? [text(form.disclosure)] : []), ...typed])];
}

/**
 * The form as a draft, for the preview beside it: whatever cannot be read yet is left out, nothing is complained of.
 * It is never saved.
 */
export function previewDraft(form: TypedForm, zone: Zone): BriefDraft {
  const points = (value: unknown) => [...new Set(list(value).map(text).filter(Boolean))];
  const opens = text(form.opensOn);
  const closes = text(form.closesOn);
  const channel = oneOf(CHANNELS, form.destination);
  return {
    productId: text(form.productId),
    title: text(form.title),
    aim: text(form.aim),
    message: text(form.message),
    dos: points(form.dos),
    donts: points(form.donts),
    deliverables: list(form.deliverables).map((item, index) => deliverableOf(item, index, zone)),
    hashtags: hashtagsOf(form),
    slots: whole(form.slots),
    opensAt: isDay(opens) ? startOfDay(opens, zone).toISOString() : null,
    closesAt: isDay(closes) ? startOfDay(addDays(closes, 1), zone).toISOString() : null,
    commission: commissionOf(form),
    attributionWindowDays: whole(form.attributionWindowDays) ?? 30,
    attribution: attributionOf(form),
    destination: channel ? { kind: "listing", channel } : { kind: "product" },
  };
}
