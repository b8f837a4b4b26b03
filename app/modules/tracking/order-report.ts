import { z } from "zod";

/** Where an order was placed. */
export const SALE_CHANNELS = ["SHOPEE", "TOKOPEDIA", "TIKTOK_SHOP", "WHATSAPP", "GATE", "OWN"] as const;
export type SaleChannel = (typeof SALE_CHANNELS)[number];

/** Who tells of an order. */
export const CONVERSION_SOURCES = [
  "API",
  "SCRIPT",
  "WOOCOMMERCE",
  "WHATSAPP",
  "GATE",
  "SHOPEE_ORDERS",
  "SHOPEE_COMMISSION",
  "SHOPEE_CONVERSION",
  "TIKTOK_ORDERS",
  "TIKTOK_AFFILIATE",
  "TOKOPEDIA_LEGACY",
] as const;
export type ConversionSource = (typeof CONVERSION_SOURCES)[number];

/** What an institution's own server may send: its shop's orders, and sales that it keeps for the officers' desks. */
export const API_SOURCES = ["API", "WHATSAPP", "GATE"] as const satisfies readonly ConversionSource[];

export const CONVERSION_STATUSES = ["PENDING", "CONFIRMED", "REVERSED"] as const;
export type ConversionStatus = (typeof CONVERSION_STATUSES)[number];

/** How far a figure can be trusted, the best first. */
export const EVIDENCE_GRADES = ["MEASURED", "IMPORTED", "DECLARED"] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

export const NUMBER_SPACES = ["ONLINE", "WHATSAPP", "GATE"] as const;
export type NumberSpace = (typeof NUMBER_SPACES)[number];

export const AFFILIATE_NETWORKS = ["SHOPEE", "TIKTOK"] as const;
export type AffiliateNetwork = (typeof AFFILIATE_NETWORKS)[number];

/**
 * What a source says of an order at one time. Money in whole rupiah, of the whole order. Status, money and time are all
 * null where the source only shows by what the order came (an influencer's own report, or one that was not to take back what was known): such a statement stands behind
 * no order, and is heard only of orders that another source tells of in the same channel.
 */
export type OrderReport = {
  institution: { id: string; regionId: string };
  channel: SaleChannel;
  source: ConversionSource;
  orderId: string;
  status: ConversionStatus | null;
  /** Before refunds. */
  amountRupiah: bigint | null;
  refundedRupiah: bigint | null;
  occurredAt: Date | null;
  /** When the source knew this: of two statements of one grade the later one holds. */
  reportedAt: Date;
  items: readonly OrderItem[];
  evidence: OrderEvidence;
  /** `hash` by `hashBuyer`; `returning` where the source itself knows. */
  buyer: { hash: string | null; returning: boolean | null };
  importId: string | null;
  importRow: number | null;
  note: string;
};

export type OrderItem = {
  key: string;
  name: string;
  sku: string | null;
  quantity: number;
  amountRupiah: bigint;
};

/** What may say who brought the buyer. */
export type OrderEvidence = {
  /** Signed click marks (`gaung_click`), as the visitor brought them. */
  clickTokens: readonly string[];
  /** Codes of referral links, as they come back in a sub id. */
  linkCodes: readonly string[];
  couponCode: string | null;
  /** Further codes of the same order: a shop may take several, of which only some are an influencer's. */
  otherCoupons?: readonly string[];
  /** Names at a marketplace, as its report writes them. */
  handles: readonly { network: AffiliateNetwork; username: string }[];
  /** Ids of the videos that sold it. */
  contentIds: readonly string[];
  /** When the click was, for link codes, handles and contents. */
  clickedAt: Date | null;
  /** The order's time beside it, where the source does not stand for the order: only to be compared with the click's. */
  orderedAt?: Date;
};

/** An order without any evidence. */
export const NO_EVIDENCE: OrderEvidence = {
  clickTokens: [],
  linkCodes: [],
  couponCode: null,
  handles: [],
  contentIds: [],
  clickedAt: null,
};

/** What an order counts as, as far as a person tells it from another state of it at a glance. */
export type OrderFace = { status: ConversionStatus; amountRupiah: bigint; refundedRupiah: bigint };

/** An order before and after a report; `before` null where it counted nowhere. */
export type OrderChange = { before: OrderFace | null; after: OrderFace };

/** What a report did to its order. */
export type ReportedOrder = {
  /** Empty where a comparison finds an order that is not there yet, or where the report was refused. */
  conversionId: string;
  orderId: string;
  /** `kept`: it would have taken back what was known, and whoever told of it wanted that kept. Only its evidence was taken. */
  change: "created" | "updated" | "unchanged" | "refused" | "kept";
  /** What it did, or would have done, to what the order counts as; null where it was refused. */
  faces: OrderChange | null;
  /** Message key of a refusal. */
  reason: string | null;
};

/** Sources whose figures officers enter by hand. */
const DECLARED: ReadonlySet<ConversionSource> = new Set(["WHATSAPP", "GATE"]);
/** Sources that report an order as it happens. */
const MEASURED: ReadonlySet<ConversionSource> = new Set(["API", "WOOCOMMERCE"]);

/**
 * How far this source's figures can be trusted: measured by a shop, imported from its report, entered by a person. A
 * page's script speaks from the buyer's browser, where anybody may speak: it measures only where a click of ours came
 * along.
 * @param clickProven a click mark of the report was signed by us for a link of the institution
 */
export function gradeOf(source: ConversionSource, clickProven = false): EvidenceGrade {
  if (MEASURED.has(source)) return "MEASURED";
  if (source === "SCRIPT") return clickProven ? "MEASURED" : "DECLARED";
  return DECLARED.has(source) ? "DECLARED" : "IMPORTED";
}

/**
 * Who numbered the order. All shops' own numbers are one space, so that an order told by a server and by a
 * marketplace's report is one; officers number their own sales, each desk for itself.
 */
export function numberSpaceOf(source: ConversionSource): NumberSpace {
  return source === "WHATSAPP" || source === "GATE" ? source : "ONLINE";
}

/** Evidence as it is stored with a report: click marks are checked once and kept as the click and its link. */
export const storedEvidenceSchema = z.object({
  /** `linkId` null: not ours, forged, or of another institution; `clickId` is then what was sent. */
  clicks: z.array(z.object({ clickId: z.string(), linkId: z.string().nullable() })),
  linkCodes: z.array(z.string()),
  couponCode: z.string().nullable(),
  /** Not there in what was stored before shops could tell of several. */
  otherCoupons: z.array(z.string()).default([]),
  handles: z.array(z.object({ network: z.enum(AFFILIATE_NETWORKS), username: z.string() })),
  contentIds: z.array(z.string()),
  clickedAt: z.iso.datetime().nullable(),
  orderedAt: z.iso.datetime().optional(),
});
export type StoredEvidence = z.infer<typeof storedEvidenceSchema>;
