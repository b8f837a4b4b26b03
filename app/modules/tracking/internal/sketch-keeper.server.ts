import { randomUUID } from "node:crypto";
import type { BulkClient } from "~/platform/bulk.server";
import { VisitorSketch } from "../visitor-sketch";
import { type Gain, type Place, placeKey } from "./daily-gains";
import { placeColumns } from "./traits-rollup.server";

/** Sketches of 32 kB are written so often; the figures made from them with every fold. */
const FLUSH_MS = 10_000;
/** Sketches held at most between two flushes; all of them dense are 128 MB. */
const MOST_HELD = 4_000;
/** A keeper that has not folded for so long has let go. */
const SILENT = "5 seconds";

type Held = { place: Place; sketch: VisitorSketch; isChanged: boolean; isUsed: boolean };

/**
 * Keeps the sketches of the day in memory. Writing each busy one with every fold would cost more than all else that a
 * click does; so the deltas whose visitors are only in memory stay in the database (`folded`) until the sketches are
 * written. A process that takes over, or whose transaction failed, adds them once more: a visitor who is added twice
 * changes nothing.
 *
 * All methods work in the transaction that holds the lock of the daily rollups. After one that failed, `forget`.
 */
export class SketchKeeper {
  readonly #id = randomUUID();
  readonly #held = new Map<string, Held>();
  #isKeeper = false;
  #flushedAt = performance.now();

  /** @param flushMs how long sketches may wait to be written */
  constructor(private readonly flushMs = FLUSH_MS) {}

  /**
   * Makes this process the keeper, if no other one is at work or `takeOver`.
   * @returns "kept" when it was already; "taken" when it has to add the deltas that are folded and kept; else "other"
   */
  async hold(client: BulkClient, takeOver: boolean): Promise<"kept" | "taken" | "other"> {
    const row = await keeperRow(client);
    if (this.#keeps(row)) return "kept";
    if (row?.keeper && row.keeper !== this.#id && !row.silent && !takeOver) return "other";
    this.forget();
    this.#isKeeper = true;
    await this.beat(client);
    return "taken";
  }

  /** Whether this process is still the keeper. If not, it knows nothing any more. */
  async isKept(client: BulkClient): Promise<boolean> {
    if (this.#keeps(await keeperRow(client))) return true;
    this.forget();
    return false;
  }

  /** Says that the keeper is at work. */
  async beat(client: BulkClient): Promise<void> {
    await client.query(
      `INSERT INTO rollup_keeper (id, keeper, at) VALUES (1, $1::uuid, now())
       ON CONFLICT (id) DO UPDATE SET keeper = excluded.keeper, at = excluded.at`,
      [this.#id],
    );
  }

  /** Whether sketches have waited long enough to be written, or are too many. */
  get isDue(): boolean {
    if (!this.#isKeeper) return false;
    return this.#held.size >= MOST_HELD || performance.now() - this.#flushedAt >= this.flushMs;
  }

  /** Adds the visitors of places to their sketches, and writes how many came to each. */
  async add(client: BulkClient, gains: readonly Gain[]): Promise<void> {
    const visited = gains.filter(({ visitors }) => visitors.length > 0);
    await this.#load(
      client,
      visited.filter(({ key }) => !this.#held.has(key)),
    );
    const changed: Held[] = [];
    for (const gain of visited) {
      const held = this.#held.get(gain.key);
      if (!held) throw new Error(`no sketch of ${gain.key}`);
      held.isUsed = true;
      if (!addAll(held.sketch, gain)) continue;
      held.isChanged = true;
      changed.push(held);
    }
    await writeCounts(client, changed);
  }

  /** Writes what has changed. From then on the deltas that went into it are of no more use. */
  async flush(client: BulkClient): Promise<void> {
    this.#flushedAt = performance.now();
    const changed = [...this.#held.values()].filter(({ isChanged }) => isChanged);
    await writeSketches(client, changed);
    for (const held of changed) held.isChanged = false;
    for (const [key, held] of this.#held) {
      if (!held.isUsed || this.#held.size > MOST_HELD) this.#held.delete(key);
      held.isUsed = false;
    }
  }

  /** Knows nothing any more: the next fold takes over from what is stored. */
  forget(): void {
    this.#held.clear();
    this.#isKeeper = false;
  }

  #keeps(row: KeeperRow | undefined): boolean {
    return this.#isKeeper && row?.keeper === this.#id;
  }

  async #load(client: BulkClient, places: readonly Gain[]): Promise<void> {
    if (places.length === 0) return;
    const { rows } = await client.query<Place & { sketch: Buffer }>(
      `SELECT s.level, s.entity_id AS "entityId", to_char(s.day, 'YYYY-MM-DD') AS day, s.sketch
       FROM unnest($1::text[], $2::uuid[], $3::date[]) AS p(level, entity_id, day)
       JOIN unique_sketch s ON s.level = p.level::"RollupLevel" AND s.entity_id = p.entity_id AND s.day = p.day`,
      placeColumns(places),
    );
    const stored = new Map(rows.map((row) => [placeKey(row), VisitorSketch.fromBytes(row.sketch)]));
    for (const { level, entityId, day, key } of places) {
      const sketch = stored.get(key) ?? new VisitorSketch();
      this.#held.set(key, { place: { level, entityId, day }, sketch, isChanged: false, isUsed: true });
    }
  }
}

type KeeperRow = { keeper: string | null; silent: boolean };

async function keeperRow(client: BulkClient): Promise<KeeperRow | undefined> {
  const { rows } = await client.query<KeeperRow>(
    `SELECT keeper, at < now() - interval '${SILENT}' AS silent FROM rollup_keeper`,
  );
  return rows[0];
}

/** Nobody keeps sketches in memory any more: whoever changes those stored says so. */
export async function dismissKeeper(client: BulkClient): Promise<void> {
  await client.query("UPDATE rollup_keeper SET keeper = NULL");
}

function addAll(sketch: VisitorSketch, { visitors }: Gain): boolean {
  let changed = false;
  for (const list of visitors) {
    for (const visitor of list) if (sketch.add(visitor)) changed = true;
  }
  return changed;
}

/**
 * A figure only grows by it: the sketch of a day long past is gone, and the few who are counted late must not replace
 * the many.
 */
async function writeCounts(client: BulkClient, sketches: readonly Held[]): Promise<void> {
  if (sketches.length === 0) return;
  await client.query(
    `INSERT INTO unique_daily (level, entity_id, day, visitors)
     SELECT level::"RollupLevel", entity_id, day, visitors
     FROM unnest($1::text[], $2::uuid[], $3::date[], $4::int8[]) AS u(level, entity_id, day, visitors)
     ON CONFLICT (level, entity_id, day) DO UPDATE SET visitors = greatest(unique_daily.visitors, excluded.visitors)`,
    [...placeColumns(sketches.map(({ place }) => place)), sketches.map(({ sketch }) => sketch.count())],
  );
}

async function writeSketches(client: BulkClient, sketches: readonly Held[]): Promise<void> {
  if (sketches.length === 0) return;
  await client.query(
    `INSERT INTO unique_sketch (level, entity_id, day, sketch)
     SELECT level::"RollupLevel", entity_id, day, sketch
     FROM unnest($1::text[], $2::uuid[], $3::date[], $4::bytea[]) AS s(level, entity_id, day, sketch)
     ON CONFLICT (level, entity_id, day) DO UPDATE SET sketch = excluded.sketch`,
    [...placeColumns(sketches.map(({ place }) => place)), sketches.map(({ sketch }) => sketch.toBytes())],
  );
}
