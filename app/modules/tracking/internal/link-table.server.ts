import { type Db, Prisma } from "~/platform/db.server";
import { type Listener, listen } from "~/platform/listen.server";
import type { Logger } from "~/platform/log.server";
import { LINK_CHANNEL } from "../link-channel";
import { entryOf, type LinkEntry, type LinkTableRow, type Listings, linkRows } from "./link-entries.server";
import { LinkMemory } from "./link-memory";

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
      const [row] = await linkRows(this.db, Prisma.sql`l.code = ${code}`, 1);
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
      const rows = await linkRows(this.db, Prisma.sql`l.id < ${before}::uuid`, limit);
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
    for (const row of await linkRows(this.db, concerns(kind, key), 100_000))
      if (kind === "link" || this.#memory.find(row.code)) this.#put(row);
  }

  #put(row: LinkTableRow): LinkEntry {
    const entry = this.#entryOf(row);
    this.#memory.put(entry);
    this.#unknown.delete(entry.code);
    return entry;
  }

  #entryOf(row: LinkTableRow): LinkEntry {
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
