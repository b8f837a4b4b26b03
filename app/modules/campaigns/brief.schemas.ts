import { z } from "zod";
import { platformSchema } from "~/modules/creators/platforms";
import { CHANNELS } from "~/modules/products/listings";
import { FORMATS, hasFormat } from "./formats";

/**
 * The brief: what a Lapas asks of influencers and what it offers. It is stored as JSON in a campaign's draft and,
 * once published, in a revision that never changes; so it holds ISO texts for instants and whole numbers for rupiah.
 */

/** One of these must stand in every post (Etika Pariwara Indonesia: paid content is told apart from other content). */
export const DISCLOSURE_TAGS = ["#iklan", "#kerjasama", "#ad"] as const;
export type DisclosureTag = (typeof DISCLOSURE_TAGS)[number];

/** The largest amounts a brief may hold; generous, they keep slips of the finger out. */
export const LIMITS = {
  slots: 500,
  windowDays: 90,
  deliverables: 12,
  quantity: 10,
  dueDays: 90,
  listItems: 12,
  fixedCommission: 100_000_000,
} as const;

const instant = z.iso.datetime({ error: "campaigns:error.date" });

function wholeNumber(min: number, max: number, error: string) {
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

export const hashtagSchema = z
  .string()
  .trim()
  .regex(/^#[\p{L}\p{N}_]{1,50}$/u, { error: "campaigns:error.hashtag" });

export const commissionSchema = z.discriminatedUnion("kind", [
  /** A share of the order's amount, in basis points: 1250 is 12.5 %. */
  z.object({ kind: z.literal("percent"), basisPoints: wholeNumber(1, 10_000, "campaigns:error.percent") }),
  /** Whole rupiah for each order. */
  z.object({
    kind: z.literal("fixed"),
    rupiah: wholeNumber(1, LIMITS.fixedCommission, "campaigns:error.fixedRupiah"),
  }),
]);
export type Commission = z.infer<typeof commissionSchema>;

/** Who is credited where several influencers of a campaign touched an order. */
export const ATTRIBUTION_MODELS = ["last_click", "first_click", "linear"] as const;
export type AttributionModel = (typeof ATTRIBUTION_MODELS)[number];

/** Where the influencer's name at a marketplace, or the id of a post, stands among what speaks for an influencer. */
export const HANDLE_PLACES = ["off", "last", "first"] as const;
export type HandlePlace = (typeof HANDLE_PLACES)[number];

export const BUYERS_COUNTED = ["all", "new"] as const;
export type BuyersCounted = (typeof BUYERS_COUNTED)[number];

/** How orders are credited; the window in days stands beside it. */
export const attributionRuleSchema = z.object({
  model: z.enum(ATTRIBUTION_MODELS, { error: "campaigns:error.attributionModel" }),
  /** Whether a coupon code goes before a click. */
  couponFirst: z.boolean(),
  handles: z.enum(HANDLE_PLACES, { error: "campaigns:error.attributionHandles" }),
  /** Whether orders of returning buyers are credited too. */
  buyers: z.enum(BUYERS_COUNTED, { error: "campaigns:error.attributionBuyers" }),
});
export type AttributionRule = z.infer<typeof attributionRuleSchema>;

/** The rule of every brief that does not say otherwise, and of those from before there was a choice. */
export const DEFAULT_ATTRIBUTION: AttributionRule = {
  model: "last_click",
  couponFirst: true,
  handles: "last",
  buyers: "all",
};

export const destinationSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("product") }),
  z.object({ kind: z.literal("listing"), channel: z.enum(CHANNELS) }),
]);
export type Destination = z.infer<typeof destinationSchema>;

/** One kind of content asked for. It is due on a date, or so many days after the claim is accepted: never both. */
export const briefDeliverableSchema = z
  .object({
    key: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(40),
    platform: platformSchema,
    format: z.enum(FORMATS, { error: "campaigns:error.format" }),
    quantity: wholeNumber(1, LIMITS.quantity, "campaigns:error.quantity"),
    dueDaysAfterAcceptance: wholeNumber(1, LIMITS.dueDays, "campaigns:error.dueDays").nullable(),
    dueAt: instant.nullable(),
    note: z.string().trim().max(300, { error: "campaigns:error.note" }),
  })
  .superRefine((deliverable, context) => {
    if (!hasFormat(deliverable.platform, deliverable.format)) {
      context.addIssue({ code: "custom", path: ["format"], message: "campaigns:error.formatOfPlatform" });
    }
    if ((deliverable.dueDaysAfterAcceptance === null) === (deliverable.dueAt === null)) {
      context.addIssue({
        code: "custom",
        path: ["dueDaysAfterAcceptance"],
        message: "campaigns:error.dueMissing",
      });
    }
  });
export type BriefDeliverable = z.infer<typeof briefDeliverableSchema>;

function uniqueKeys(deliverables: readonly { key: string }[]): boolean {
  return new Set(deliverables.map((deliverable) => deliverable.key)).size === deliverables.length;
}

const title = z
  .string({ error: "campaigns:error.title" })
  .trim()
  .min(5, { error: "campaigns:error.title" })
  .max(90, { error: "campaigns:error.title" });

const paragraph = (max: number) => z.string().trim().max(max, { error: "campaigns:error.tooLong" });
const points = z
  .array(z.string().trim().min(1).max(200, { error: "campaigns:error.point" }))
  .max(LIMITS.listItems, { error: "campaigns:error.points" });

/** A working copy: it may have gaps, but what is there is sound. */
export const briefDraftSchema = z.object({
  productId: z.uuid({ error: "campaigns:error.product" }),
  title,
  aim: paragraph(600),
  message: paragraph(2_000),
  dos: points,
  donts: points,
  deliverables: z
    .array(briefDeliverableSchema)
    .max(LIMITS.deliverables, { error: "campaigns:error.deliverables" })
    .refine(uniqueKeys, { error: "campaigns:error.deliverableKeys" }),
  hashtags: z.array(hashtagSchema).max(LIMITS.listItems, { error: "campaigns:error.hashtags" }),
  slots: wholeNumber(1, LIMITS.slots, "campaigns:error.slots").nullable(),
  opensAt: instant.nullable(),
  /** The first instant at which it is over. */
  closesAt: instant.nullable(),
  commission: commissionSchema.nullable(),
  attributionWindowDays: wholeNumber(1, LIMITS.windowDays, "campaigns:error.attributionWindow"),
  attribution: attributionRuleSchema.default(DEFAULT_ATTRIBUTION),
  destination: destinationSchema,
});
export type BriefDraft = z.infer<typeof briefDraftSchema>;

/** What may be published: complete, disclosed, and open for some time. */
export const briefSchema = briefDraftSchema
  .extend({
    aim: paragraph(600).min(1, { error: "campaigns:check.aim" }),
    message: paragraph(2_000).min(1, { error: "campaigns:check.message" }),
    deliverables: briefDraftSchema.shape.deliverables.min(1, { error: "campaigns:check.deliverables" }),
    slots: wholeNumber(1, LIMITS.slots, "campaigns:error.slots"),
    opensAt: instant,
    closesAt: instant,
    commission: commissionSchema,
  })
  .superRefine((brief, context) => {
    if (disclosureOf(brief.hashtags) === null) {
      context.addIssue({ code: "custom", path: ["hashtags"], message: "campaigns:check.disclosure" });
    }
    if (brief.closesAt <= brief.opensAt) {
      context.addIssue({ code: "custom", path: ["closesAt"], message: "campaigns:check.window" });
    }
  });
export type Brief = z.infer<typeof briefSchema>;

/** The disclosure that the hashtags hold, in whatever case it was typed; null when there is none. */
export function disclosureOf(hashtags: readonly string[]): DisclosureTag | null {
  const lower = hashtags.map((tag) => tag.toLowerCase());
  return DISCLOSURE_TAGS.find((tag) => lower.includes(tag)) ?? null;
}

/**
 * When a deliverable of an accepted claim is due.
 * @throws RangeError when the deliverable has neither a date nor a number of days; the schema refuses such.
 */
export function dueOf(
  deliverable: Pick<BriefDeliverable, "dueAt" | "dueDaysAfterAcceptance">,
  acceptedAt: Date,
): Date {
  if (deliverable.dueAt !== null) return new Date(deliverable.dueAt);
  if (deliverable.dueDaysAfterAcceptance === null) throw new RangeError("deliverable without a due date");
  return new Date(acceptedAt.getTime() + deliverable.dueDaysAfterAcceptance * 86_400_000);
}
