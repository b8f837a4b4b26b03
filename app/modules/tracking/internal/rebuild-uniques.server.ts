import { addDays, type Day, parseDay } from "~/kernel/time";
import { type BulkClient, inBulkTransaction } from "~/platform/bulk.server";
import type { Ctx } from "~/platform/context.server";
import { VisitorSketch, visitorOf } from "../visitor-sketch";
import { lockDailyRollups } from "./daily-rollups-lock.server";
import { flushSketches, foldDeltas } from "./fold-deltas.server";
import { ROLLUP_LEVELS } from "./link-facts.server";
import { dismissKeeper, SketchKeeper } from "./sketch-keeper.server";
import { storedClicks } from "./stored-clicks.server";

const HOUR_MS = 3_600_000;
/** Jayapura's day begins nine hours before that of UTC, Jakarta's ends seven hours before. */
const EASTERNMOST_HOURS = 9;
const WESTERNMOST_HOURS = 7;
/** Sketches are kept as long as `maintainClicks` keeps them. */
const SKETCH_DAYS = 3;

type Place = { level: string; entityId: string; sketch: VisitorSketch };

/**
 * Counts the unique visitors of a local day anew from its clicks, at every level: a sketch cannot forget anybody. Who
 * is recorded meanwhile is in a delta and comes in when that is folded in.
 */
export async function rebuildUniques(ctx: Ctx, day: Day, today: Day): Promise<void> {
  await inBulkTransaction(async (client) => {
    await lockDailyRollups(client, "wait");
    // What was told of visitors before their clicks were judged anew must not come in afterwards.
    await foldAll(ctx, client);
    const places = await sketchesOf(day);
    await client.query("DELETE FROM unique_daily WHERE day = $1::date", [day]);
    await client.query("DELETE FROM unique_sketch WHERE day = $1::date", [day]);
    await write(client, day, [...places.values()], day >= addDays(today, -SKETCH_DAYS));
    await dismissKeeper(client);
  });
}

async function foldAll(ctx: Ctx, client: BulkClient): Promise<void> {
  const keeper = new SketchKeeper();
  let isNew = (await keeper.hold(client, true)) === "taken";
  let more = true;
  while (more) {
    ({ more } = await foldDeltas(ctx, client, keeper, isNew));
    isNew = false;
    if (keeper.isDue || !more) await flushSketches(client, keeper);
  }
}

async function sketchesOf(day: Day): Promise<Map<string, Place>> {
  const midnight = parseDay(day).getTime();
  const from = midnight - EASTERNMOST_HOURS * HOUR_MS;
  const until = midnight + (24 - WESTERNMOST_HOURS) * HOUR_MS;
  const places = new Map<string, Place>();
  for await (const clicks of storedClicks(from, until)) {
    for (const click of clicks) {
      if (click.day !== day || click.step > 0 || click.judgement.verdict !== "HUMAN") continue;
      const visitor = visitorOf(click.fact.visitorHash);
      for (const level of ROLLUP_LEVELS) {
        const entityId = click.link.entities[level];
        const place = places.get(level + entityId) ?? { level, entityId, sketch: new VisitorSketch() };
        places.set(level + entityId, place);
        place.sketch.add(visitor);
      }
    }
  }
  return places;
}

async function write(
  client: BulkClient,
  day: Day,
  places: readonly Place[],
  keepSketches: boolean,
): Promise<void> {
  const columns = [places.map(({ level }) => level), places.map(({ entityId }) => entityId), day];
  await client.query(
    `INSERT INTO unique_daily (level, entity_id, day, visitors)
     SELECT level::"RollupLevel", entity_id, $3::date, visitors
     FROM unnest($1::text[], $2::uuid[], $4::int8[]) AS u(level, entity_id, visitors)`,
    [...columns, places.map(({ sketch }) => sketch.count())],
  );
  if (!keepSketches) return;
  await client.query(
    `INSERT INTO unique_sketch (level, entity_id, day, sketch)
     SELECT level::"RollupLevel", entity_id, $3::date, sketch
     FROM unnest($1::text[], $2::uuid[], $4::bytea[]) AS u(level, entity_id, sketch)`,
    [...columns, places.map(({ sketch }) => sketch.toBytes())],
  );
}
