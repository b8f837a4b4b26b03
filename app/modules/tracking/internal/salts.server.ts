import { randomBytes } from "node:crypto";
import { addDays, type Day, localDay, parseDay, type Zone } from "~/kernel/time";
import type { Db, Tx } from "~/platform/db.server";
import type { Logger } from "~/platform/log.server";
import { KeyedHash } from "./keyed-hash.server";
import { ownText } from "./own-text";

/** Days for which a salt stands ready, from yesterday on: a process that loses the database goes on for two days. */
const DAYS_AHEAD = 2;
const SALT_BYTES = 32;

/** The days around an instant in all three zones: yesterday to the day after tomorrow. */
function daysAround(now: Date): Day[] {
  const first = addDays(localDay(now, "Asia/Jakarta"), -1);
  return Array.from({ length: DAYS_AHEAD + 3 }, (_, index) => addDays(first, index));
}

/** Makes the salts that are missing for the coming days. Several processes may do it at once: the first one wins. */
export async function makeSalts(tx: Tx | Db, now: Date): Promise<void> {
  const days = daysAround(now).slice(1);
  await tx.dailySalt.createMany({
    data: days.map((day) => ({ day: parseDay(day), salt: randomBytes(SALT_BYTES), createdAt: now })),
    skipDuplicates: true,
  });
}

const HOUR_MS = 3_600_000;

type Current = { from: number; until: number; hash: KeyedHash; networks: Map<string, string> };

/** Networks whose hash is remembered, by zone. */
const MAX_NETWORKS = 10_000;

/**
 * The salted hash of today's visitors, by zone. All processes share the salts through the database and keep them in
 * memory, so that a click asks nobody.
 */
export class VisitorSalts {
  readonly #byDay = new Map<Day, KeyedHash>();
  readonly #current = new Map<Zone, Current>();

  constructor(
    private readonly db: Db,
    private readonly log: Logger,
  ) {}

  /** Reads the salts again, making those that are missing, and forgets those that were destroyed. */
  async refresh(now: Date): Promise<void> {
    await makeSalts(this.db, now);
    const rows = await this.db.dailySalt.findMany({ select: { day: true, salt: true } });
    const kept = new Set<Day>();
    for (const row of rows) {
      const day = row.day.toISOString().slice(0, 10);
      kept.add(day);
      // The database's salt replaces a makeshift one as well.
      this.#byDay.set(day, new KeyedHash(Buffer.from(row.salt)));
    }
    for (const day of this.#byDay.keys()) if (!kept.has(day)) this.#byDay.delete(day);
    this.#current.clear();
  }

  /** 64 bits of the visitor's hash as 16 hexadecimal digits. */
  visitorHash(zone: Zone, nowMs: number, visitor: string): string {
    return this.#at(zone, nowMs).hash.hex(visitor, 16);
  }

  /** 32 bits of the hash of a visitor's network as 8 hexadecimal digits. */
  networkHash(zone: Zone, nowMs: number, network: string): string {
    const { hash, networks } = this.#at(zone, nowMs);
    const known = networks.get(network);
    if (known !== undefined) return known;
    // No visitor's text begins with a line break: a network's hash is never a visitor's.
    const made = hash.hex(`\n${network}`, 8);
    if (networks.size >= MAX_NETWORKS) networks.clear();
    networks.set(ownText(network), made);
    return made;
  }

  #at(zone: Zone, nowMs: number): Current {
    const known = this.#current.get(zone);
    return known && nowMs >= known.from && nowMs < known.until ? known : this.#turn(zone, nowMs);
  }

  /** The salt of the zone's day; looked up once an hour at most, because days turn on the hour in every zone. */
  #turn(zone: Zone, nowMs: number): Current {
    const from = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
    const day = localDay(new Date(nowMs), zone);
    const hash = this.#byDay.get(day) ?? this.#makeshift(day);
    const current = { from, until: from + HOUR_MS, hash, networks: new Map<string, string>() };
    this.#current.set(zone, current);
    return current;
  }

  /** Without a salt from the database (away for over two days) this process takes one of its own: uniques may double. */
  #makeshift(day: Day): KeyedHash {
    this.log.error({ day }, "no visitor salt for the day: unique visitors may be counted once per process");
    const made = new KeyedHash(randomBytes(SALT_BYTES));
    this.#byDay.set(day, made);
    return made;
  }
}
