import { addDays, localDay, startOfDay, type Zone } from "~/kernel/time";
import { type BriefDraft, type Commission, type Destination, disclosureOf } from "./brief.schemas";
import type { CampaignForm, CampaignFormInput } from "./campaign-form";
import { lastInstant } from "./campaign-window";
import { percentText } from "./percent";

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
