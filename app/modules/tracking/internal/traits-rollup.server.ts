import type { BulkClient } from "~/platform/bulk.server";
import { addTraits, type Gain, type Place, placeKey, type Traits } from "./daily-gains";

/** The columns of places, for `unnest($1::text[], $2::uuid[], $3::date[])`. */
export function placeColumns(places: readonly Place[]): [string[], string[], string[]] {
  return [
    places.map(({ level }) => level),
    places.map(({ entityId }) => entityId),
    places.map(({ day }) => day),
  ];
}

/** Adds to the daily traits: the rows that are there, joined to what is gained and written back whole. */
export async function writeTraits(client: BulkClient, gains: readonly Gain[]): Promise<void> {
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
    addTraits(traits, gain.traits);
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
