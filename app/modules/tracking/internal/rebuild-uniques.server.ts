import { addDays, type Day, parseDay } from "~/kernel/time";
import { type BulkClient, inBulkTransaction, withBulk } from "~/platform/bulk.server";
import type { Ctx } from "~/platform/context.server";
import { VisitorSketch, visitorOf } from "../visitor-sketch";
import { lockDailyRollups } from "./daily-rollups-lock.server";
import { flushSketches, foldDeltas } from "./fold-deltas.server";
import { EASTERNMOST_HOURS, isWholeDay, keptSince, WESTERNMOST_HOURS } from "./kept-clicks.server";
import { ROLLUP_LEVELS } from "./link-facts.server";
import { dismissKeeper, SketchKeeper } from "./sketch-keeper.server";
import { storedClicks } from "./stored-clicks.server";

const HOUR_MS = 3_600_000;
/** Sketches are kept as long as `maintainClicks` keeps them. */
const SKETCH_DAYS = 3;

type Place = { level: string; entityId: string; sketch: VisitorSketch };

export type Recounted = { counted: Day[]; left: Day[] };

/**
 * Counts the unique visitors of all days anew that runs have left due, their own and those of runs that were broken
 * off. Days of which some clicks are past retention are left as they are.
 */
export async function recountDueDays(ctx: Ctx): Promise<Recounted> {
  const { rows } = await withBulk((client) =>
    client.query<{ day: Day }>(
      "SELECT DISTINCT to_char(day, 'YYYY-MM-DD') AS day FROM reclassification_day WHERE state = 'DUE' ORDER BY 1",
    ),
  );
  const done: Recounted = { counted: [], left: [] };
  const today = ctx.clock.now().toISOString().slice(0, 10);
  for (const { day } of rows) {
    const state = await rebuildUniques(ctx, day, today);
    if (state) done[state === "COUNTED" ? "counted" : "left"].push(day);
  }
  return done;
}

/**
 * Counts the unique visitors of a local day anew from its clicks, at every level: a sketch cannot forget anybody. Who
 * is recorded meanwhile is in a delta and comes in when that is folded in. The figures of before are kept with the run
 * that made it necessary.
 * @returns null where nobody waits for it any more
 */
async function rebuildUniques(ctx: Ctx, day: Day, today: Day): Promise<"COUNTED" | "LEFT" | null> {
  return inBulkTransaction(async (client) => {
    // Retention moves on behind the same door: what is whole now stays so until the end.
    await lockDailyRollups(client, "wait");
    const state = isWholeDay(day, await keptSince(client)) ? "COUNTED" : "LEFT";
    // First, so that a run which changes clicks of the day meanwhile waits, and makes it due again.
    const runId = await settleDay(client, day, state);
    if (runId === null) return null;
    if (state === "LEFT") return state;
    // What was told of visitors before their clicks were judged anew must not come in afterwards.
    await foldAll(ctx, client);
    const places = [...(await sketchesOf(day)).values()];
    await accountVisitors(client, runId, day, places);
    await client.query("DELETE FROM unique_daily WHERE day = $1::date", [day]);
    await client.query("DELETE FROM unique_sketch WHERE day = $1::date", [day]);
    await write(client, day, places, day >= addDays(today, -SKETCH_DAYS));
    await dismissKeeper(client);
    return state;
  });
}

/** @returns the last of the runs that waited for the day */
async function settleDay(client: BulkClient, day: Day, state: "COUNTED" | "LEFT"): Promise<string | null> {
  const { rows } = await client.query<{ run: string }>(
    `UPDATE reclassification_day SET state = $2::"RecountState" WHERE day = $1::date AND state = 'DUE'
     RETURNING reclassification_id AS run`,
    [day, state],
  );
  return (
    rows
      .map(({ run }) => run)
      .sort()
      .at(-1) ?? null
  );
}

/** Keeps what the figures were and will be, where they change. */
async function accountVisitors(
  client: BulkClient,
  runId: string,
  day: Day,
  places: readonly Place[],
): Promise<void> {
  await client.query(
    `INSERT INTO reclassification_visitors (reclassification_id, level, entity_id, day, before, after)
     SELECT $1::uuid, coalesce(b.level, n.level), coalesce(b.entity_id, n.entity_id), $2::date,
       coalesce(b.visitors, 0), coalesce(n.visitors, 0)
     FROM (SELECT level, entity_id, visitors FROM unique_daily WHERE day = $2::date) b
     FULL JOIN (
       SELECT level::"RollupLevel" AS level, entity_id, visitors
       FROM unnest($3::text[], $4::uuid[], $5::int8[]) AS u(level, entity_id, visitors)
     ) n ON n.level = b.level AND n.entity_id = b.entity_id
     WHERE coalesce(b.visitors, 0) <> coalesce(n.visitors, 0)
     ON CONFLICT (reclassification_id, level, entity_id, day) DO UPDATE SET after = excluded.after`,
    [
      runId,
      day,
      places.map(({ level }) => level),
      places.map(({ entityId }) => entityId),
      places.map(({ sketch }) => sketch.count()),
    ],
  );
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
