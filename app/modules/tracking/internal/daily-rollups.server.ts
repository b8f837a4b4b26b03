import type { Day } from "~/kernel/time";
import type { BulkClient } from "~/platform/bulk.server";
import { VisitorSketch } from "../visitor-sketch";
import { type DeltaPart, DIMENSIONS } from "./click-delta";
import { type LinkFacts, ROLLUP_LEVELS } from "./link-facts.server";

type Place = { level: string; entityId: string; day: Day };
type Tally = Place & { dimension: string; value: string; raw: number; human: number };
type Visitors = Place & { hashes: Set<string> };

/** Hosts that a day of an entity keeps apart; the others are counted together. */
const MOST_REFERRERS = 100;
const OTHER = "other";
const HASH_CHARS = 16;
const BY_KEY = <Row extends { key: string }>(a: Row, b: Row) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Adds up what links gained, for every level above them. */
export class DailyGains {
  readonly #tallies = new Map<string, Tally & { key: string }>();
  readonly #visitors = new Map<string, Visitors & { key: string }>();

  add(link: LinkFacts, part: DeltaPart): void {
    for (const level of ROLLUP_LEVELS) {
      const place = { level, entityId: link.entities[level], day: part.day };
      const prefix = `${level}|${place.entityId}|${place.day}`;
      for (const [index, values] of part.tallies.entries()) {
        const dimension = DIMENSIONS[index] ?? "";
        for (const [value, [raw, human]] of Object.entries(values)) {
          this.#tally({ ...place, dimension, value, raw, human, key: `${prefix}|${dimension}|${value}` });
        }
      }
      if (part.visitors !== "") this.#came({ ...place, hashes: new Set(), key: prefix }, part.visitors);
    }
  }

  #tally(tally: Tally & { key: string }): void {
    const sum = this.#tallies.get(tally.key);
    if (!sum) this.#tallies.set(tally.key, tally);
    else {
      sum.raw += tally.raw;
      sum.human += tally.human;
    }
  }

  #came(visitors: Visitors & { key: string }, hashes: string): void {
    const known = this.#visitors.get(visitors.key) ?? visitors;
    this.#visitors.set(visitors.key, known);
    for (let at = 0; at < hashes.length; at += HASH_CHARS)
      known.hashes.add(hashes.slice(at, at + HASH_CHARS));
  }

  /** Writes them. The caller's transaction is the only one that does so at a time. */
  async write(client: BulkClient): Promise<void> {
    await this.#boundReferrers(client);
    await writeTallies(client, [...this.#tallies.values()].sort(BY_KEY));
    await writeVisitors(client, [...this.#visitors.values()].sort(BY_KEY));
  }

  /** Makes hosts beyond the hundredth of a day "other": who invents referrers must not make the rollup grow. */
  async #boundReferrers(client: BulkClient): Promise<void> {
    const hosts = [...this.#tallies.values()].filter(({ dimension }) => dimension === "REFERRER");
    const places = new Map(hosts.map((host) => [placeKey(host), host]));
    const kept = await knownReferrers(client, [...places.values()]);
    for (const host of hosts) {
      const values = kept.get(placeKey(host)) ?? new Set<string>();
      kept.set(placeKey(host), values);
      if (values.has(host.value) || host.value === OTHER) continue;
      if (values.size < MOST_REFERRERS) {
        values.add(host.value);
        continue;
      }
      this.#tallies.delete(host.key);
      const key = `${host.level}|${host.entityId}|${host.day}|REFERRER|${OTHER}`;
      this.#tally({ ...host, value: OTHER, key });
    }
  }
}

const placeKey = ({ level, entityId, day }: Place) => `${level}|${entityId}|${day}`;

async function knownReferrers(
  client: BulkClient,
  places: readonly Place[],
): Promise<Map<string, Set<string>>> {
  const known = new Map<string, Set<string>>();
  if (places.length === 0) return known;
  const { rows } = await client.query<Place & { value: string }>(
    `SELECT d.level, d.entity_id AS "entityId", to_char(d.day, 'YYYY-MM-DD') AS day, d.value
     FROM unnest($1::text[], $2::uuid[], $3::date[]) AS p(level, entity_id, day)
     JOIN click_dimension_daily d ON d.level = p.level::"RollupLevel" AND d.entity_id = p.entity_id AND d.day = p.day
       AND d.dimension = 'REFERRER'`,
    placeColumns(places),
  );
  for (const row of rows) {
    const values = known.get(placeKey(row));
    if (values) values.add(row.value);
    else known.set(placeKey(row), new Set([row.value]));
  }
  return known;
}

function placeColumns(places: readonly Place[]): [string[], string[], string[]] {
  return [
    places.map(({ level }) => level),
    places.map(({ entityId }) => entityId),
    places.map(({ day }) => day),
  ];
}

async function writeTallies(client: BulkClient, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return;
  await client.query(
    `INSERT INTO click_dimension_daily AS d (level, entity_id, day, dimension, value, raw, human)
     SELECT level::"RollupLevel", entity_id, day, dimension::"ClickDimension", value, raw, human
     FROM unnest($1::text[], $2::uuid[], $3::date[], $4::text[], $5::text[], $6::int8[], $7::int8[])
       AS t(level, entity_id, day, dimension, value, raw, human)
     ON CONFLICT (level, entity_id, day, dimension, value)
     DO UPDATE SET raw = d.raw + excluded.raw, human = d.human + excluded.human`,
    [
      ...placeColumns(tallies),
      tallies.map(({ dimension }) => dimension),
      tallies.map(({ value }) => value),
      tallies.map(({ raw }) => raw),
      tallies.map(({ human }) => human),
    ],
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
