import { asZone, type Zone } from "~/kernel/time";
import { CHANNELS, type Channel } from "~/modules/products/listings";
import { productPath } from "~/modules/products/product";
import type { Db, Prisma } from "~/platform/db.server";
import { compactId } from "../click";
import type { Destination } from "../destination";
import { type Landing, landingOf } from "../landing";
import { landingFacts } from "../link-address";
import type { LinkDestination, LinkPlacement } from "../link-destination";
import { readUtm } from "../utm";

export type LinkState = "live" | "paused" | "closed";

/** A link as the redirect holds it: everything that an answer needs. */
export type LinkEntry = {
  id: string;
  /** The id without hyphens, as records and tokens hold it. */
  compact: string;
  /** The short number that click rows hold. */
  no: number;
  code: string;
  /** The influencer whose link it is. */
  creatorId: string;
  state: LinkState;
  destination: Destination | null;
  /** Every shop where the product is listed, for the step from its page to a shop. Worked out when first asked for. */
  readonly shops: ReadonlyMap<Channel, Destination>;
  zone: Zone;
};

/** A product's listings by channel; one object for all links of the product. */
export type Listings = Partial<Record<Channel, string>>;

export type LinkTableRow = {
  id: string;
  no: number;
  code: string;
  status: string;
  destination: LinkDestination;
  placement: LinkPlacement;
  platform: string | null;
  utm: unknown;
  campaign_status: string;
  campaign_slug: string;
  creator_id: string;
  creator_handle: string;
  shopee_affiliate_id: string | null;
  coupon: string | null;
  product_id: string;
  product_name: string;
  product_slug: string;
  institution_name: string;
  time_zone: string;
  listings: Listings | null;
};

/** Links as the database has them, the latest first. */
export function linkRows(db: Db, where: Prisma.Sql, limit: number): Promise<LinkTableRow[]> {
  return db.$queryRaw<LinkTableRow[]>`
      SELECT l.id, l.no, l.code, l.status::text AS status, l.destination::text AS destination,
             l.placement::text AS placement, l.platform::text AS platform, l.utm,
             c.status::text AS campaign_status, c.slug AS campaign_slug, l.creator_id, cr.handle AS creator_handle,
             a.affiliate_id AS shopee_affiliate_id,
             k.code AS coupon, p.id AS product_id, p.name AS product_name, p.slug AS product_slug,
             i.name AS institution_name, i.time_zone,
             (SELECT jsonb_object_agg(s.channel, s.url) FROM product_listing s WHERE s.product_id = p.id) AS listings
      FROM referral_link l
      JOIN campaign c ON c.id = l.campaign_id
      JOIN creator cr ON cr.id = l.creator_id
      JOIN product p ON p.id = l.product_id
      JOIN institution i ON i.id = l.institution_id
      LEFT JOIN coupon_code k ON k.claim_id = l.claim_id
      LEFT JOIN affiliate_account a ON a.creator_id = l.creator_id AND a.network = 'SHOPEE'
      WHERE ${where} ORDER BY l.id DESC LIMIT ${limit}`;
}

/** What the redirect needs of a row. @param listings one object for all links of the product */
export function entryOf(row: LinkTableRow, listings: Listings): LinkEntry {
  const landing = landingFacts(
    { code: row.code, placement: row.placement, platform: row.platform, utm: readUtm(row.utm) },
    {
      handle: row.creator_handle,
      coupon: row.coupon,
      campaignSlug: row.campaign_slug,
      institution: row.institution_name,
      product: row.product_name,
      shopeeAffiliateId: row.shopee_affiliate_id,
    },
  );
  let shops: Map<Channel, Destination> | undefined;
  return {
    id: row.id,
    compact: compactId(row.id),
    no: row.no,
    code: row.code,
    creatorId: row.creator_id,
    state: stateOf(row),
    destination: destinationOf(row, listings, landing),
    get shops() {
      shops ??= new Map(
        CHANNELS.flatMap((channel) => {
          const url = listings[channel];
          const shop = url === undefined ? null : landingOf(channel, url, landing);
          return shop ? [[channel, shop] as const] : [];
        }),
      );
      return shops;
    },
    zone: asZone(row.time_zone),
  };
}

/**
 * Where the product is listed now. Read from the listings, not from the link's own copy of the address: that one is
 * for pages and follows when the worker comes to it, but a click must follow at once.
 */
function destinationOf(row: LinkTableRow, listings: Listings, landing: Landing): Destination | null {
  const listed = row.destination === "PRODUCT" ? undefined : listings[row.destination];
  const shop = listed === undefined ? null : landingOf(row.destination, listed, landing);
  return shop ?? landingOf("PRODUCT", productPath(row.product_slug), landing);
}

function stateOf(row: LinkTableRow): LinkState {
  if (row.status !== "ACTIVE") return "closed";
  if (row.campaign_status === "PUBLISHED") return "live";
  return row.campaign_status === "PAUSED" ? "paused" : "closed";
}
