import { z } from "zod";

export const SIGNAL_KINDS = [
  "SELF_PURCHASE",
  "OFFICER_PURCHASE",
  "OWN_DEVICE",
  "BURST",
  "REPEATS",
  "ONE_VISITOR",
  "ONE_NETWORK",
  "ONE_AGENT",
  "QUICK_ORDER",
  "SAME_DELAY",
  "COUPON_SITE",
  "COUPON_SPREAD",
  "SHARED_ACCOUNT",
  "LATE_ORDERS",
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** Late orders that one signal names. */
export const MOST_LATE = 500;

const instant = z.iso.datetime();
const day = z.iso.date();
const count = z.number().int().nonnegative();
const order = { conversionId: z.uuid(), orderId: z.string() };
const hourOfLink = { linkId: z.uuid(), code: z.string(), hour: instant, clicks: count };
const hours = z.array(z.object({ hour: instant, clicks: count })).max(72);
const delay = z.object({ ...order, clickedAt: instant, orderedAt: instant, delayMs: z.number().int() });

/** What a signal knows, for the officer to judge. Counts and ids only: nothing that names a visitor or a buyer. */
export const factsSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("SELF_PURCHASE"),
    ...order,
    account: z.enum(["SHOPEE", "TIKTOK", "EMAIL", "WHATSAPP"]),
  }),
  z.object({ kind: z.literal("OFFICER_PURCHASE"), ...order, officerUserId: z.uuid() }),
  z.object({ kind: z.literal("OWN_DEVICE"), ...order, clickedAt: instant }),
  z.object({ kind: z.literal("BURST"), ...hourOfLink, usual: z.number().nonnegative().nullable(), hours }),
  z.object({
    kind: z.literal("REPEATS"),
    ...hourOfLink,
    repeated: count,
    usualShare: z.number().min(0).max(1).nullable(),
    hours,
  }),
  z.object({ kind: z.literal("ONE_VISITOR"), ...hourOfLink, ofOne: count }),
  z.object({ kind: z.literal("ONE_NETWORK"), ...hourOfLink, ofOne: count, agents: count, visitors: count }),
  z.object({ kind: z.literal("ONE_AGENT"), ...hourOfLink, ofOne: count, visitors: count }),
  z.object({ kind: z.literal("QUICK_ORDER"), ...delay.shape }),
  z.object({
    kind: z.literal("SAME_DELAY"),
    month: z.string().regex(/^\d{4}-\d{2}$/),
    orders: z.array(delay).max(50),
    measured: count,
  }),
  z.object({
    kind: z.literal("COUPON_SITE"),
    day,
    clicks: count,
    orders: count,
    hosts: z.array(z.string()).max(10),
  }),
  z.object({
    kind: z.literal("COUPON_SPREAD"),
    day,
    orders: count,
    untouched: count,
    usual: z.number().nonnegative(),
    clicks: count,
    buyers: count,
  }),
  z.object({
    kind: z.literal("SHARED_ACCOUNT"),
    otherCreatorId: z.uuid(),
    otherName: z.string(),
    what: z.enum(["AFFILIATE_ID", "WHATSAPP", "SOCIAL", "SOCIAL_SPELLING"]),
  }),
  z.object({
    kind: z.literal("LATE_ORDERS"),
    /** The confirmed case that concerns them too. */
    caseId: z.uuid(),
    conversionIds: z.array(z.uuid()).min(1).max(MOST_LATE),
  }),
]);
export type SignalFacts = z.infer<typeof factsSchema>;
export type FactsOf<Kind extends SignalKind> = Extract<SignalFacts, { kind: Kind }>;

/** Something unusual about a claim. Its key is made of what it tells of, so that finding it again adds nothing. */
export type Signal = { key: string; claimId: string; strength: 1 | 2 | 3; at: Date; facts: SignalFacts };

/** Which orders a signal concerns. */
export type Concern =
  | { orders: string[] }
  | { linkId: string; from: Date; until: Date }
  | { couponFrom: Date; until: Date }
  | { all: true };

const HOUR_MS = 3_600_000;

/** The orders whose commission waits because of a signal: those that it names, or that came by what it tells of. */
export function concernOf(facts: SignalFacts): Concern {
  switch (facts.kind) {
    case "SELF_PURCHASE":
    case "OFFICER_PURCHASE":
    case "OWN_DEVICE":
    case "QUICK_ORDER":
      return { orders: [facts.conversionId] };
    case "SAME_DELAY":
      return { orders: facts.orders.map(({ conversionId }) => conversionId) };
    case "LATE_ORDERS":
      return { orders: facts.conversionIds };
    case "BURST":
    case "REPEATS":
    case "ONE_VISITOR":
    case "ONE_NETWORK":
    case "ONE_AGENT": {
      const from = new Date(facts.hour);
      return { linkId: facts.linkId, from, until: new Date(from.getTime() + HOUR_MS) };
    }
    case "COUPON_SITE":
    case "COUPON_SPREAD": {
      const from = new Date(`${facts.day}T00:00:00.000Z`);
      return { couponFrom: from, until: new Date(from.getTime() + 24 * HOUR_MS) };
    }
    case "SHARED_ACCOUNT":
      return { all: true };
  }
}
