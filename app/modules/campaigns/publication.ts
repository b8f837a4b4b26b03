import type { UserMessage } from "~/kernel/app-error";
import { type Brief, type BriefDraft, briefSchema, disclosureOf } from "./brief.schemas";

/** What stands between a draft and its publication, in the order of the form. */
export const PUBLICATION_CHECKS = [
  "product",
  "aim",
  "message",
  "deliverables",
  "deliverableDates",
  "disclosure",
  "slots",
  "slotsTaken",
  "window",
  "windowPast",
  "commission",
  "commissionPrice",
  "destination",
] as const;
export type PublicationCheck = (typeof PUBLICATION_CHECKS)[number];

/** One line of the checklist. `reasons` are the products module's own. */
export type CheckResult = { check: PublicationCheck; ok: boolean; reasons?: UserMessage[] };

export type PublicationFacts = {
  now: Date;
  product: {
    priceRupiah: bigint;
    listings: readonly string[];
    /** Why the product may not be promoted (not public, a licence missing or expired); empty when it may. */
    refusals: UserMessage[];
  };
  /** Slots that accepted influencers hold already. */
  slotsTaken: number;
};

function checks(draft: BriefDraft, facts: PublicationFacts): Record<PublicationCheck, boolean> {
  const { product, now } = facts;
  const opens = draft.opensAt ? new Date(draft.opensAt) : null;
  const closes = draft.closesAt ? new Date(draft.closesAt) : null;
  const fixed = draft.commission?.kind === "fixed" ? BigInt(draft.commission.rupiah) : 0n;
  return {
    product: product.refusals.length === 0,
    aim: draft.aim !== "",
    message: draft.message !== "",
    deliverables: draft.deliverables.length > 0,
    deliverableDates: draft.deliverables.every((d) => d.dueAt === null || new Date(d.dueAt) > now),
    disclosure: disclosureOf(draft.hashtags) !== null,
    slots: draft.slots !== null,
    slotsTaken: draft.slots === null || draft.slots >= facts.slotsTaken,
    window: opens !== null && closes !== null && opens < closes,
    windowPast: closes === null || closes > now,
    commission: draft.commission !== null,
    commissionPrice: fixed <= product.priceRupiah,
    destination: draft.destination.kind === "product" || product.listings.includes(draft.destination.channel),
  };
}

/** Checks that only say something when they fail; a list of passed ones would read like noise. */
const SHOWN_ONLY_WHEN_FAILED: ReadonlySet<PublicationCheck> = new Set([
  "deliverableDates",
  "slotsTaken",
  "windowPast",
  "commissionPrice",
]);

/** The checklist that the publish dialog shows, done and missing. */
export function publicationChecklist(draft: BriefDraft, facts: PublicationFacts): CheckResult[] {
  const outcome = checks(draft, facts);
  return PUBLICATION_CHECKS.flatMap((check): CheckResult[] => {
    const ok = outcome[check];
    if (ok && SHOWN_ONLY_WHEN_FAILED.has(check)) return [];
    return [check === "product" ? { check, ok, reasons: facts.product.refusals } : { check, ok }];
  });
}

/** Whether nothing is missing. */
export function isPublishable(checklist: readonly CheckResult[]): boolean {
  return checklist.every((line) => line.ok);
}

/**
 * A draft that passed the checklist, as a brief.
 * @throws ZodError when it did not: the checklist says everything that the schema asks.
 */
export function toBrief(draft: BriefDraft): Brief {
  return briefSchema.parse(draft);
}
