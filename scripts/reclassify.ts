import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { AccountRow } from "~/modules/tracking/queries/reclassification-rows.server";
import type {
  ReclassificationRun,
  VerdictMove,
} from "~/modules/tracking/queries/reclassification-runs.server";
import type { Ctx } from "~/platform/context.server";
import { acquireDatabase } from "./lib/database.mjs";
import { whoRuns } from "./lib/who-runs";

const USAGE = `Usage: npm run reclassify -- --since DATE [--until DATE] [--reason TEXT] [--by NAME] [--dry-run]
       npm run reclassify -- --list
       npm run reclassify -- --explain RUN [--csv]

Judges stored clicks again by the rules of today and brings all figures into line. DATE is YYYY-MM-DD (midnight WIB) or
an instant like 2026-11-01T00:00:00Z. What was changed stays on record.
  --dry-run   only says what would change
  --by        who runs it, for the record (else the user of this machine)
  --list      the runs so far, with what each changed
  --explain   by day, of the nation, regions and institutions: which clicks became what, visitors before and after
  --csv       all of it, at every level down to the link, with traits`;

type Judging = { kind: "judge"; since: Date; until?: Date; reason?: string; by: string; dryRun: boolean };
type Options = Judging | { kind: "list" } | { kind: "explain"; runId: string; csv: boolean };

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
      by: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      explain: { type: "string" },
      csv: { type: "boolean", default: false },
    },
  });
  if (values.list) return { kind: "list" };
  if (values.explain !== undefined) return { kind: "explain", runId: values.explain, csv: values.csv };
  const since = readDate(values.since);
  if (!since) throw new Error("--since is missing.");
  const until = readDate(values.until);
  return {
    kind: "judge",
    since,
    by: values.by ?? whoRuns(),
    dryRun: values["dry-run"],
    ...(until ? { until } : {}),
    ...(values.reason === undefined ? {} : { reason: values.reason }),
  };
}

async function run(options: Options): Promise<void> {
  // The settings are read at first use: not before the database's address is known.
  const { systemContext } = await import("~/modules/identity/context.server");
  const ctx = systemContext("reclassify");
  if (options.kind === "judge") await judge(ctx, options);
  else if (options.kind === "list") await list(ctx);
  else await explain(ctx, options);
}

async function judge(ctx: Ctx, options: Judging): Promise<void> {
  const [{ reclassifyClicks }, { foldClicks }] = await Promise.all([
    import("~/modules/tracking/commands/reclassify-clicks.server"),
    import("~/modules/tracking/commands/fold-clicks.server"),
  ]);
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

async function list(ctx: Ctx): Promise<void> {
  const { reclassificationRuns } = await import("~/modules/tracking/queries/reclassification-runs.server");
  let cursor: string | null = null;
  do {
    const page = await reclassificationRuns(ctx, { cursor });
    for (const each of page.rows) console.log(runText(each));
    cursor = page.next;
  } while (cursor);
}

function runText(each: ReclassificationRun): string {
  const { id, rulesVersion, startedAt, since, until, runBy, reason, finishedAt, read, moves } = each;
  return [
    `${id}  ${startedAt.toISOString()}  rules ${rulesVersion}  by ${runBy || "unknown"}${reason ? `: ${reason}` : ""}`,
    `  clicks since ${since.toISOString()} until ${until.toISOString()}, ${finishedAt ? `${read} read` : "not finished"}`,
    ...moves.map((move) => `  ${moveText(move)}`),
    "",
  ].join("\n");
}

const moveText = ({ from, to, arrivals, steps }: VerdictMove) =>
  `${from} -> ${to}: ${arrivals} arrivals, ${steps} steps to shops`;

async function explain(ctx: Ctx, { runId, csv }: { runId: string; csv: boolean }): Promise<void> {
  const { reclassificationCsvText, reclassificationRows } = await import(
    "~/modules/tracking/queries/reclassification-rows.server"
  );
  if (csv) {
    const words = { column: (name: string) => name, cells: () => ({}) };
    await pipeline(reclassificationCsvText(ctx, { runId, words }), process.stdout, { end: false });
    return;
  }
  const levels = ["NATION", "REGION", "INSTITUTION"] as const;
  for await (const rows of reclassificationRows(ctx, { runId, levels })) {
    for (const row of rows) {
      if (!row.subject.startsWith("trait")) console.log(rowText(row));
    }
  }
}

function rowText({ day, level, name, subject, of, from, to, before, after, change }: AccountRow): string {
  const what = subject === "visitors" ? `${before} -> ${after}` : `${change} ${from} -> ${to}`;
  return `${day}  ${[level, name].filter(Boolean).join(" ")}  ${[subject, of].filter(Boolean).join(" ")}: ${what}`;
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
} catch (error) {
  const { AppError } = await import("~/kernel/app-error");
  if (!(error instanceof AppError) || error.code !== "not_found") throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  const { disconnectDb } = await import("~/platform/db.server");
  await disconnectDb();
  await database.release();
}
