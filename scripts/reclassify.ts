import { parseArgs } from "node:util";
import { acquireDatabase } from "./lib/database.mjs";

const USAGE = `Usage: npm run reclassify -- --since DATE [--until DATE] [--reason TEXT] [--dry-run]

Judges stored clicks again by the rules of today and brings all figures into line. DATE is YYYY-MM-DD (midnight WIB) or
an instant like 2026-11-01T00:00:00Z. What was changed stays on record (table reclassification_change).
  --dry-run   only says what would change`;

type Options = { since: Date; until?: Date; reason?: string; dryRun: boolean };

function readDate(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00+07:00` : text);
  if (Number.isNaN(date.getTime())) throw new Error(`"${text}" is no date.`);
  return date;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      since: { type: "string" },
      until: { type: "string" },
      reason: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    },
  });
  const since = readDate(values.since);
  if (!since) throw new Error("--since is missing.");
  const until = readDate(values.until);
  return {
    since,
    dryRun: values["dry-run"],
    ...(until ? { until } : {}),
    ...(values.reason === undefined ? {} : { reason: values.reason }),
  };
}

async function run(options: Options): Promise<void> {
  const [{ systemContext }, { reclassifyClicks }, { foldClicks }] = await Promise.all([
    import("~/modules/identity/context.server"),
    import("~/modules/tracking/commands/reclassify-clicks.server"),
    import("~/modules/tracking/commands/fold-clicks.server"),
  ]);
  const ctx = systemContext("reclassify");
  const shown = process.stderr.isTTY;
  const done = await reclassifyClicks(ctx, {
    ...options,
    onProgress: ({ read, changed, at }) => {
      if (shown) process.stderr.write(`\r${read} read, ${changed} changed, at ${at.toISOString()} `);
    },
  });
  if (shown) process.stderr.write("\n");
  while ((await foldClicks(ctx, { takeOver: true, last: true })).more);
  console.log(`${done.read} clicks read, ${done.changed} ${options.dryRun ? "would change" : "changed"}.`);
  for (const [change, count] of Object.entries(done.changes).sort((a, b) => b[1] - a[1])) {
    console.log(`${String(count).padStart(10)}  ${change}`);
  }
  if (done.isCut) {
    console.log(
      `Clicks before ${done.since.toISOString()} were left alone: they are past retention, or of a day that partly is.`,
    );
  }
  if (done.rebuiltDays.length > 0)
    console.log(`Unique visitors counted anew: ${done.rebuiltDays.join(", ")}.`);
  if (done.leftDays.length > 0) {
    console.log(
      `Unique visitors left as they were, because some clicks of the day are past retention: ${done.leftDays.join(", ")}.`,
    );
  }
  if (done.runId) console.log(`On record as ${done.runId}.`);
}

let options: Options;
try {
  options = readOptions();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exit(2);
}
const database = await acquireDatabase();
try {
  await run(options);
} finally {
  const { disconnectDb } = await import("~/platform/db.server");
  await disconnectDb();
  await database.release();
}
