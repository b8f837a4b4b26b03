import { asZone, type Zone } from "~/kernel/time";
import { CHANNELS, type Channel } from "~/modules/products/listings";
import { type Db, Prisma } from "~/platform/db.server";
import { type Listener, listen } from "~/platform/listen.server";
import type { Logger } from "~/platform/log.server";
import { compactId } from "../click";
import type { Destination } from "../destination";
import { landingOf } from "../landing";
import { landingFacts } from "../link-address";
import { LINK_CHANNEL } from "../link-channel";
import type { LinkDestination, LinkPlacement } from "../link-destination";
import { readUtm } from "../utm";
import { LinkMemory } from "./link-memory";

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
type Listings = Partial<Record<Channel, string>>;

type Row = {
  id: string;
  no: number;
  code: string;
  status: string;
  destination: LinkDestination;
  destination_url: string;
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
  institution_name: string;
  time_zone: string;
  listings: Listings | null;
};

const PAGE = 20_000;
/** A net under the notifications: everything is read again so often. */
const REFRESH_MS = 10 * 60_000;
const UNKNOWN_MS = 10_000;
const MAX_UNKNOWN = 10_000;
const MAX_LOOKUPS = 4;

/** What looking a code up gave. `busy`: too many ask at once; `away`: the database does not answer. */
export type Lookup = LinkEntry | "unknown" | "busy" | "away";

/**
 * Links in memory, the newest first and at most `most`. Read at the start and after the database was away; changes come
 * as notifications and are read one by one. Links known stay answered while the database is down; older ones than there
 * is room for are looked up when they are clicked.
 */
export class LinkTable {
  readonly #memory: LinkMemory<LinkEntry>;
  /** Listings by product, so that a thousand links of one product hold them once. */
  #listings = new Map<string, Listings>();
  readonly #unknown = new Map<string, number>();
  readonly #asked = new Map<string, Promise<Lookup>>();
  #work: Promise<void> = Promise.resolve();
  #listener: Listener | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Db,
    private readonly log: Logger,
    most: number,
  ) {
    this.#memory = new LinkMemory(most);
  }

  get size(): number {
    return this.#memory.size;
  }

  find(code: string): LinkEntry | undefined {
    return this.#memory.find(code);
  }

  /** Reads all links and follows their changes. */
  async open(connectionString: string): Promise<void> {
    await this.#loadAll();
    this.#listener = listen({ connectionString, channel: LINK_CHANNEL, log: this.log }, (message) =>
      this.#queue(() => (message === null ? this.#loadAll() : this.#loadSome(message))),
    );
    await this.#listener.ready;
    this.#timer = setInterval(() => this.#queue(() => this.#loadAll()), REFRESH_MS).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#listener?.close();
    await this.#work;
  }

  /**
   * Asks the database for a code that is not in memory: one may have been issued this very moment. What it does not
   * know is remembered for a while and few may ask at once, so that codes made up by the thousand cost it nothing.
   */
  lookUp(code: string, nowMs: number): Promise<Lookup> {
    const until = this.#unknown.get(code);
    if (until !== undefined && until > nowMs) return Promise.resolve("unknown");
    const asked = this.#asked.get(code);
    if (asked) return asked;
    if (this.#asked.size >= MAX_LOOKUPS) return Promise.resolve("busy");
    const answer = this.#ask(code, nowMs).finally(() => this.#asked.delete(code));
    this.#asked.set(code, answer);
    return answer;
  }

  async #ask(code: string, nowMs: number): Promise<Lookup> {
    try {
      const [row] = await this.#rows(Prisma.sql`l.code = ${code}`, 1);
      if (row) return this.#put(row);
    } catch (error) {
      this.log.warn({ err: error, code }, "a link could not be looked up");
      return "away";
    }
    if (this.#unknown.size >= MAX_UNKNOWN) this.#unknown.clear();
    this.#unknown.set(code, nowMs + UNKNOWN_MS);
    return "unknown";
  }

  /** One change after the other, so that an older reading never overwrites a newer one. */
  #queue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      // What is in memory stays; the listener reports back, with null, once the database is there again.
      this.log.error({ err: error }, "links could not be read again");
    });
  }

  async #loadAll(): Promise<void> {
    const entries = new Map<string, LinkEntry>();
    const { room } = this.#memory;
    this.#listings = new Map();
    let before = "ffffffff-ffff-ffff-ffff-ffffffffffff";
    while (entries.size < room) {
      const limit = Math.min(PAGE, room - entries.size);
      const rows = await this.#rows(Prisma.sql`l.id < ${before}::uuid`, limit);
      for (const row of rows) entries.set(row.code, this.#entryOf(row));
      const last = rows.at(-1);
      if (!last || rows.length < limit) break;
      before = last.id;
    }
    this.#memory.replace(entries);
    this.#unknown.clear();
  }

  /** `link:CODE`, `campaign:ID` or `product:ID`. */
  async #loadSome(message: string): Promise<void> {
    const [kind, key = ""] = message.split(":");
    if (kind === "product") this.#listings.delete(key);
    for (const row of await this.#rows(concerns(kind, key), 100_000))
      if (kind === "link" || this.#memory.find(row.code)) this.#put(row);
  }

  #rows(where: Prisma.Sql, limit: number): Promise<Row[]> {
    return this.db.$queryRaw<Row[]>`
      SELECT l.id, l.no, l.code, l.status::text AS status, l.destination::text AS destination, l.destination_url,
             l.placement::text AS placement, l.platform::text AS platform, l.utm,
             c.status::text AS campaign_status, c.slug AS campaign_slug, l.creator_id, cr.handle AS creator_handle,
             a.affiliate_id AS shopee_affiliate_id,
             k.code AS coupon, p.id AS product_id, p.name AS product_name, i.name AS institution_name, i.time_zone,
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

  #put(row: Row): LinkEntry {
    const entry = this.#entryOf(row);
    this.#memory.put(entry);
    this.#unknown.delete(entry.code);
    return entry;
  }

  #entryOf(row: Row): LinkEntry {
    let listings = this.#listings.get(row.product_id);
    if (!listings) {
      listings = row.listings ?? {};
      this.#listings.set(row.product_id, listings);
    }
    const entry = entryOf(row, listings);
    if (!entry.destination) this.log.error({ code: row.code }, "a link has no usable destination");
    return entry;
  }
}

function concerns(kind: string | undefined, key: string): Prisma.Sql {
  if (kind === "campaign") return Prisma.sql`l.campaign_id = ${key}::uuid`;
  if (kind === "product") return Prisma.sql`l.product_id = ${key}::uuid`;
  if (kind === "creator") return Prisma.sql`l.creator_id = ${key}::uuid`;
  return Prisma.sql`l.code = ${key}`;
}

function entryOf(row: Row, listings: Listings): LinkEntry {
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
    destination: landingOf(row.destination, row.destination_url, landing),
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

function stateOf(row: Row): LinkState {
  if (row.status !== "ACTIVE") return "closed";
  if (row.campaign_status === "PUBLISHED") return "live";
  return row.campaign_status === "PAUSED" ? "paused" : "closed";
}
