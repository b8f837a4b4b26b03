import { CHANGES_CHANNEL } from "~/platform/changes.server";
import { type Db, Prisma } from "~/platform/db.server";
import { type Listener, listen } from "~/platform/listen.server";
import type { Logger } from "~/platform/log.server";
import { entryOf, type LinkEntry, type LinkTableRow, type Listings, linkRows } from "./link-entries.server";
import { type Found, LinkLookups, type Lookup } from "./link-lookups";
import { LinkMemory } from "./link-memory";

/** Links read at once: a change that is heard meanwhile waits for no more than these. */
const PAGE = 10_000;
/** A net under the notifications: everything is read again so often. */
const REFRESH_MS = 10 * 60_000;
/** How long until what could not be read is tried again. */
const RETRY_MS = [100, 500, 1_000, 2_000, 5_000];
/** How often a look-up is repeated that a change has overtaken. */
const MOST_TRIES = 3;
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Links in memory, the newest first and at most `most`. Read at the start and after the database was away; changes come
 * as notifications and are read one by one, again and again until it succeeds. Links known stay answered while the
 * database is down; older ones than there is room for are looked up when they are clicked.
 */
export class LinkTable {
  readonly #memory: LinkMemory<LinkEntry>;
  readonly #lookups: LinkLookups<LinkEntry>;
  /** Listings by product, so that a thousand links of one product hold them once. */
  #listings = new Map<string, Listings>();
  /** What was heard and is still to be read, and whether all of it is. */
  readonly #changes = new Set<string>();
  #isStale = false;
  /** How often something was heard: what was read before that may be old. */
  #heard = 0;
  /** The newest links as far as they are read, while everything is being read again. */
  #arriving: Map<string, LinkEntry> | undefined;
  #work: Promise<void> | undefined;
  #wake: () => void = () => {};
  #isClosed = false;
  #listener: Listener | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Db,
    private readonly log: Logger,
    most: number,
  ) {
    this.#memory = new LinkMemory(most);
    this.#lookups = new LinkLookups(
      (codes) => this.#ask(codes),
      (error) => this.log.warn({ err: error }, "links could not be looked up"),
    );
  }

  get size(): number {
    return this.#memory.size;
  }

  find(code: string): LinkEntry | undefined {
    return this.#memory.find(code);
  }

  /** Asks the database for a code that is not in memory. @param client the visitor's address or network */
  lookUp(code: string, client: string, nowMs: number): Promise<Lookup<LinkEntry>> {
    return this.#lookups.find(code, client, nowMs);
  }

  /** Reads all links and follows their changes. @throws when the database is away */
  async open(connectionString: string): Promise<void> {
    await this.#readAll();
    this.#listener = listen({ connectionString, channel: CHANGES_CHANNEL, log: this.log }, (message) =>
      this.#hear(message),
    );
    await this.#listener.ready;
    this.#timer = setInterval(() => this.#hear(null), REFRESH_MS).unref();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#wake();
    await this.#listener?.close();
    await this.#work;
  }

  /** @param message what is to be read again; null for everything */
  #hear(message: string | null): void {
    this.#heard += 1;
    if (message === null) this.#isStale = true;
    else this.#changes.add(message);
    this.#wake();
    this.#work ??= this.#catchUp();
  }

  /** One reading after the other, so that an older one never overwrites a newer one. */
  async #catchUp(): Promise<void> {
    let failures = 0;
    while (!this.#isClosed && (this.#isStale || this.#changes.size > 0)) {
      try {
        await this.#readChanges();
        if (this.#isStale) await this.#readAll();
        failures = 0;
      } catch (error) {
        const waitMs = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
        failures += 1;
        this.log.error({ err: error, waitMs }, "links could not be read again");
        await this.#pause(waitMs);
      }
    }
    this.#work = undefined;
  }

  /** Waits, but not when something new is heard: then the database is there. */
  #pause(ms: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #readChanges(): Promise<void> {
    for (const message of this.#changes) {
      this.#changes.delete(message);
      try {
        await this.#readChange(message);
      } catch (error) {
        this.#changes.add(message);
        throw error;
      }
    }
  }

  async #readChange(message: string): Promise<void> {
    const [kind, key = ""] = message.split(":");
    const where = concerned(kind, key);
    if (!where) {
      this.log.error({ message }, "nobody knows what has changed");
      return;
    }
    const rows = await linkRows(this.db, where, 100_000);
    if (kind === "product") this.#listings.delete(key);
    for (const row of rows) {
      if (kind === "link") this.#arriving?.set(row.code, this.#entryOf(row));
      if (kind === "link" || this.#isHeld(row.code)) this.#put(row);
    }
  }

  /** Reads everything anew; what changes meanwhile is read between two pages. */
  async #readAll(): Promise<void> {
    this.#isStale = false;
    this.#listings = new Map();
    this.#arriving = new Map();
    try {
      await this.#readNewest(this.#arriving);
      this.#memory.replace(this.#arriving);
      this.#arriving = undefined;
      await this.#readClicked();
    } catch (error) {
      this.#isStale = true;
      throw error;
    } finally {
      this.#arriving = undefined;
    }
    this.#lookups.forget();
  }

  async #readNewest(newest: Map<string, LinkEntry>): Promise<void> {
    const { room } = this.#memory;
    for (let before = LAST_ID; newest.size < room; ) {
      const limit = Math.min(PAGE, room - newest.size);
      const rows = await linkRows(this.db, Prisma.sql`l.id < ${before}::uuid`, limit);
      for (const row of rows) newest.set(row.code, this.#entryOf(row));
      const last = rows.at(-1);
      if (!last || rows.length < limit) return;
      before = last.id;
      await this.#readChanges();
    }
  }

  /** Older links that were clicked stay known, as they are now: they are to be answered when the database is away. */
  async #readClicked(): Promise<void> {
    const codes = this.#memory.clicked();
    for (let at = 0; at < codes.length; at += PAGE) {
      const some = codes.slice(at, at + PAGE);
      for (const row of await linkRows(this.db, coded(some), PAGE)) this.#put(row);
      await this.#readChanges();
    }
  }

  /** Looks links up. Asked again where a change was heard meanwhile: what was read may be from before it. */
  async #ask(codes: readonly string[]): Promise<Found<LinkEntry>> {
    for (let tries = 1; ; tries += 1) {
      const heard = this.#heard;
      const rows = await linkRows(this.db, coded(codes), codes.length);
      const isCurrent = heard === this.#heard;
      if (!isCurrent && tries < MOST_TRIES) continue;
      const links = rows.map((row) => (isCurrent ? this.#put(row) : entryOf(row, row.listings ?? {})));
      return { links: new Map(links.map((link) => [link.code, link])), isCurrent };
    }
  }

  #isHeld(code: string): boolean {
    return this.#memory.has(code) || this.#arriving?.has(code) === true;
  }

  #put(row: LinkTableRow): LinkEntry {
    const entry = this.#entryOf(row);
    if (this.#arriving?.has(entry.code)) this.#arriving.set(entry.code, entry);
    this.#memory.put(entry);
    this.#lookups.forget(entry.code);
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

function coded(codes: readonly string[]): Prisma.Sql {
  return Prisma.sql`l.code = ANY(${codes}::text[])`;
}

/** The links that a change concerns; null where it is none that links follow. */
function concerned(kind: string | undefined, key: string): Prisma.Sql | null {
  if (kind === "link") return coded([key]);
  if (!UUID.test(key)) return null;
  if (kind === "campaign") return Prisma.sql`l.campaign_id = ${key}::uuid`;
  if (kind === "product") return Prisma.sql`l.product_id = ${key}::uuid`;
  if (kind === "creator") return Prisma.sql`l.creator_id = ${key}::uuid`;
  return null;
}
