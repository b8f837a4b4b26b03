import { type Rupiah, shareOf } from "~/kernel/rupiah";
import type { Brief, Commission } from "./brief.schemas";

export const CAMPAIGN_STATUSES = ["DRAFT", "PUBLISHED", "PAUSED", "CLOSED", "ARCHIVED"] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

export const CAMPAIGN_MOVES = ["publish", "revise", "pause", "resume", "close", "archive"] as const;
export type CampaignMove = (typeof CAMPAIGN_MOVES)[number];

/**
 * The life of a campaign, whole: what is not in the table cannot happen. `revise` publishes a changed brief and
 * leaves the state as it is. A draft that was never published may be discarded; that deletes it and is no state.
 */
export const TRANSITIONS: Record<CampaignMove, Partial<Record<CampaignStatus, CampaignStatus>>> = {
  publish: { DRAFT: "PUBLISHED" },
  revise: { PUBLISHED: "PUBLISHED", PAUSED: "PAUSED" },
  pause: { PUBLISHED: "PAUSED" },
  resume: { PAUSED: "PUBLISHED" },
  close: { PUBLISHED: "CLOSED", PAUSED: "CLOSED" },
  archive: { CLOSED: "ARCHIVED" },
};

/** The state after a move; null where the move is not open from there. */
export function moved(from: CampaignStatus, move: CampaignMove): CampaignStatus | null {
  return TRANSITIONS[move][from] ?? null;
}

/** The states from which a move is open, for the guard in an update's `where`. */
export function sourcesOf(move: CampaignMove): CampaignStatus[] {
  return CAMPAIGN_STATUSES.filter((status) => moved(status, move) !== null);
}

/** The moves that are open from a state, in the order in which a page shows them. */
export function openMoves(status: CampaignStatus): CampaignMove[] {
  return CAMPAIGN_MOVES.filter((move) => moved(status, move) !== null);
}

/** Whether the brief may still be changed: what is over stays as it was. */
export function isEditable(status: CampaignStatus): boolean {
  return status === "DRAFT" || status === "PUBLISHED" || status === "PAUSED";
}

export const AVAILABILITIES = ["open", "full", "upcoming", "ended", "paused", "closed", "draft"] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export type AvailabilityFacts = {
  status: CampaignStatus;
  opensAt: Date | null;
  closesAt: Date | null;
  slots: number;
  slotsTaken: number;
};

/** What an influencer may expect of a campaign at a moment. Only `open` takes claims. */
export function availabilityOf(campaign: AvailabilityFacts, now: Date): Availability {
  if (campaign.status === "DRAFT" || !campaign.opensAt || !campaign.closesAt) return "draft";
  if (campaign.status === "CLOSED" || campaign.status === "ARCHIVED") return "closed";
  if (campaign.closesAt <= now) return "ended";
  if (campaign.status === "PAUSED") return "paused";
  if (now < campaign.opensAt) return "upcoming";
  return campaign.slotsTaken >= campaign.slots ? "full" : "open";
}

/**
 * What an order earns its influencer, in whole rupiah. A share is rounded half away from zero; a fixed commission is
 * due whole for every order above zero. Odd in the amount, so that an order and its reversal add up to nothing.
 */
export function commissionFor(brief: { commission: Commission }, amount: Rupiah): Rupiah {
  const { commission } = brief;
  if (commission.kind === "percent") return shareOf(amount, commission.basisPoints);
  if (amount === 0n) return 0n;
  const fixed = BigInt(commission.rupiah);
  return amount < 0n ? -fixed : fixed;
}

/** The commission of one order of the product at its price, and of so many: the example on a brief. */
export function exampleCommission(
  brief: { commission: Commission },
  price: Rupiah,
  orders: number,
): { each: Rupiah; total: Rupiah } {
  const each = commissionFor(brief, price);
  return { each, total: each * BigInt(orders) };
}

const DAY_MS = 86_400_000;

/** How long a Lapas should take to decide on an application, in days. */
export const DECISION_DAYS = 7;

/**
 * When a campaign has run its course: the last claim sent in time was decided, the last content of it is due, and the
 * last click that it can bring no longer counts. Until then its links have to lead somewhere.
 */
export function runsUntil(brief: Pick<Brief, "closesAt" | "deliverables" | "attributionWindowDays">): Date {
  const decided = new Date(brief.closesAt).getTime() + DECISION_DAYS * DAY_MS;
  const due = brief.deliverables.map((item) =>
    item.dueAt ? new Date(item.dueAt).getTime() : decided + (item.dueDaysAfterAcceptance ?? 0) * DAY_MS,
  );
  return new Date(Math.max(decided, ...due) + brief.attributionWindowDays * DAY_MS);
}

/** Whole days that are left, the running one included: 1 on the last day, 0 when it is over. */
export function daysLeft(until: Date, now: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - now.getTime()) / DAY_MS));
}
