import type { Day } from "~/kernel/time";
import type { BulkClient } from "~/platform/bulk.server";
import { OTHER_VALUES } from "../trait-values";
import { VisitorSketch } from "../visitor-sketch";
import { type DeltaPart, DIMENSIONS, type Dimension } from "./click-delta";
import { type LinkFacts, ROLLUP_LEVELS } from "./link-facts.server";

type Place = { level: string; entityId: string; day: Day };
/** raw, human */
type Tally = [number, number];
type Traits = Partial<Record<Dimension, Record<string, Tally>>>;
type Gain = Place & { key: string; traits: Traits };
type Visitors = Place & { key: string; hashes: Set<string> };

/** Hosts that a day of an entity keeps apart; the others are counted together. */
const MOST_REFERRERS = 100;
const HASH_CHARS = 16;
const BY_KEY = <Row extends { key: string }>(a: Row, b: Row) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Adds up what links gained, for every level above them. */
export class DailyGains {
  readonly #gains = new Map<string, Gain>();
  readonly #visitors = new Map<string, Visitors>();

  add(link: LinkFacts, part: DeltaPart): void {
    for (const level of ROLLUP_LEVELS) {
      const place = { level, entityId: link.entities[level], day: part.day };
      const key = placeKey(place);
      const gain = this.#gains.get(key) ?? { ...place, key, traits: {} };
      this.#gains.set(key, gain);
      for (const [index, tallies] of part.tallies.entries())
        addTallies(gain.traits, DIMENSIONS[index], tallies);
      if (part.visitors !== "") this.#came({ ...place, key, hashes: new Set() }, part.visitors);
    }
  }

  #came(visitors: Visitors, hashes: string): void {
    const known = this.#visitors.get(visitors.key) ?? visitors;
    this.#visitors.set(visitors.key, known);
    for (let at = 0; at < hashes.length; at += HASH_CHARS)
      known.hashes.add(hashes.slice(at, at + HASH_CHARS));
  }

  /** Writes them. The caller's transaction is the only one that does so at a time. */
  async write(client: BulkClient): Promise<void> {
    await writeTraits(client, [...this.#gains.values()].sort(BY_KEY));
    await writeVisitors(client, [...this.#visitors.values()].sort(BY_KEY));
  }
}

const placeKey = ({ level, entityId, day }: Place) => `${level}|${entityId}|${day}`;

/**
 * Adds tallies of a dimension. Hosts beyond the hundredth of a day become "other": who invents referrers must not make
 * the rollup grow. The other dimensions have closed lists of values.
 */
function addTallies(traits: Traits, dimension: Dimension | undefined, tallies: Record<string, Tally>): void {
  if (!dimension) return;
  const sums = traits[dimension] ?? {};
  traits[dimension] = sums;
  for (const [value, [raw, human]] of Object.entries(tallies)) {
    const known = value in sums;
    const full = dimension === "REFERRER" && !known && Object.keys(sums).length >= MOST_REFERRERS;
    const place = full ? OTHER_VALUES : value;
    const [rawBefore, humanBefore] = sums[place] ?? [0, 0];
    // Clicks that are judged anew are taken away from one value and added to another: nothing stays at nought.
    const sum: Tally = [rawBefore + raw, humanBefore + human];
    if (sum[0] === 0 && sum[1] === 0) delete sums[place];
    else sums[place] = sum;
  }
}

function placeColumns(places: readonly Place[]): [string[], string[], string[]] {
  return [
    places.map(({ level }) => level),
    places.map(({ entityId }) => entityId),
    places.map(({ day }) => day),
  ];
}

/** The rows that are there, joined to what is gained and written back whole. */
async function writeTraits(client: BulkClient, gains: readonly Gain[]): Promise<void> {
  if (gains.length === 0) return;
  const { rows } = await client.query<Place & { traits: Traits }>(
    `SELECT t.level, t.entity_id AS "entityId", to_char(t.day, 'YYYY-MM-DD') AS day, t.traits
     FROM unnest($1::text[], $2::uuid[], $3::date[]) AS p(level, entity_id, day)
     JOIN click_traits_daily t ON t.level = p.level::"RollupLevel" AND t.entity_id = p.entity_id AND t.day = p.day`,
    placeColumns(gains),
  );
  const stored = new Map(rows.map((row) => [placeKey(row), row.traits]));
  const sums = gains.map((gain) => {
    const traits = stored.get(gain.key) ?? {};
    for (const dimension of DIMENSIONS) addTallies(traits, dimension, gain.traits[dimension] ?? {});
    return JSON.stringify(traits);
  });
  await client.query(
    `INSERT INTO click_traits_daily (level, entity_id, day, traits)
     SELECT level::"RollupLevel", entity_id, day, traits
     FROM unnest($1::text[], $2::uuid[], $3::date[], $4::jsonb[]) AS t(level, entity_id, day, traits)
     ON CONFLICT (level, entity_id, day) DO UPDATE SET traits = excluded.traits`,
    [...placeColumns(gains), sums],
  );
}

async function writeVisitors(client: BulkClient, visitors: readonly Visitors[]): Promise<void> {
  if (visitors.length === 0) return;
  const stored = await storedSketches(client, visitors);
  const changed = visitors.flatMap((each) => {
    const sketch = stored.get(placeKey(each)) ?? new VisitorSketch();
    for (const hash of each.hashes) sketch.add(hash);
    return sketch.changed ? [{ ...each, sketch }] : [];
  });
  await writeSketches(client, changed);
}

type Sketched = Place & { sketch: VisitorSketch };

/**
 * Stores sketches and what they count. A figure only grows by it: the sketch of a day long past is gone, and the few
 * who are counted late must not replace the many.
 */
async function writeSketches(client: BulkClient, sketches: readonly Sketched[]): Promise<void> {
  if (sketches.length === 0) return;
  const places = placeColumns(sketches);
  await client.query(
    `INSERT INTO unique_sketch (level, entity_id, day, sketch)
     SELECT level::"RollupLevel", entity_id, day, sketch
     FROM unnest($1::text[], $2::uuid[], $3::date[], $4::bytea[]) AS s(level, entity_id, day, sketch)
     ON CONFLICT (level, entity_id, day) DO UPDATE SET sketch = excluded.sketch`,
    [...places, sketches.map(({ sketch }) => sketch.toBytes())],
  );
  await client.query(
    `INSERT INTO unique_daily (level, entity_id, day, visitors)
     SELECT level::"RollupLevel", entity_id, day, visitors
     FROM unnest($1::text[], $2::uuid[], $3::date[], $4::int8[]) AS u(level, entity_id, day, visitors)
     ON CONFLICT (level, entity_id, day) DO UPDATE SET visitors = greatest(unique_daily.visitors, excluded.visitors)`,
    [...places, sketches.map(({ sketch }) => sketch.count())],
  );
}

async function storedSketches(
  client: BulkClient,
  places: readonly Place[],
): Promise<Map<string, VisitorSketch>> {
  const { rows } = await client.query<Place & { sketch: Buffer }>(
    `SELECT s.level, s.entity_id AS "entityId", to_char(s.day, 'YYYY-MM-DD') AS day, s.sketch
     FROM unnest($1::text[], $2::uuid[], $3::date[]) AS p(level, entity_id, day)
     JOIN unique_sketch s ON s.level = p.level::"RollupLevel" AND s.entity_id = p.entity_id AND s.day = p.day`,
    placeColumns(places),
  );
  return new Map(rows.map((row) => [placeKey(row), VisitorSketch.fromBytes(row.sketch)]));
}
