import { reportOrders } from "~/modules/tracking/commands/report-order.server";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import type { RowOutcome } from "../import";
import { prepareFigures, writeFigures } from "../internal/figure-entries.server";
import { type ImportRecord, loadImport } from "../internal/import-record.server";
import { oneAhead } from "../internal/one-ahead";
import { prepareOrders } from "../internal/order-entries.server";
import { ADDS_EVIDENCE, judgeOrder, type OrderVerdict } from "../internal/order-verdicts";
import { beginRun, inRun, type Run, step } from "../internal/run.server";
import {
  type Chunk,
  chunksOf,
  countRows,
  judgeRows,
  type StagedRow,
  type Verdict,
} from "../internal/stage-rows.server";
import { REPORTS } from "../reports/all";
import { countsOf, type Effect, storedEffect } from "../stored-import";

/**
 * The worker's applying of a confirmed import, in chunks of up to 500 orders or figures. Each chunk and how far the
 * import is are one transaction: after a crash it goes on with the next chunk, and nothing is told twice.
 */
export async function applyImport(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const run = await beginRun(ctx, importId, ["APPLYING"]);
  if (!run) return;
  await inRun(ctx, run, async () => {
    const record = await loadImport(ctx.db, importId);
    const { NEW, UPDATED, BACKWARD, UNCHANGED } = countsOf(record.counts);
    const total = NEW.entries + UPDATED.entries + BACKWARD.entries + UNCHANGED.entries;
    let effect = storedEffect.parse(record.applied);
    await oneAhead(chunksOf(ctx.db, record, true), async (chunk) => {
      effect = await applyChunk(ctx, run, record, chunk, effect, total);
    });
    await finish(ctx, run, record);
  });
}

async function applyChunk(
  ctx: Ctx,
  run: Run,
  record: ImportRecord,
  { rows, last }: Chunk,
  before: Effect,
  total: number,
): Promise<Effect> {
  return inTransaction(ctx, async (tx, inner) => {
    const isOrders = record.report !== null && REPORTS[record.report].grain === "order";
    const did = isOrders ? await applyOrders(inner, tx, record, rows) : await applyFigures(tx, record, rows);
    const effect = sum(before, did);
    const done = effect.created + effect.updated + effect.unchanged + effect.refused + effect.held;
    await step(tx, run, { cursor: last, applied: effect, share: Math.min(1, done / Math.max(1, total)) });
    return effect;
  });
}

const NONE = storedEffect.parse({});

function sum(a: Effect, b: Partial<Effect>): Effect {
  const add = (name: keyof Effect) => a[name] + (b[name] ?? 0);
  return {
    created: add("created"),
    updated: add("updated"),
    unchanged: add("unchanged"),
    refused: add("refused"),
    held: add("held"),
    undone: add("undone"),
    kept: add("kept"),
  };
}

const EFFECT_OF = {
  created: "created",
  updated: "updated",
  unchanged: "unchanged",
  refused: "refused",
  kept: "held",
} as const;

async function applyOrders(
  ctx: Ctx,
  tx: Tx,
  record: ImportRecord,
  rows: readonly StagedRow[],
): Promise<Effect> {
  const { entries } = await prepareOrders(tx, record, rows);
  const answers = await reportOrders(
    ctx,
    entries.map(({ report }) => report),
    { keepKnown: !record.takesBack },
  );
  let effect = NONE;
  const changed: Verdict[] = [];
  const shown = new Map(rows.map(({ row, outcome, reason }) => [row, { outcome, reason }]));
  entries.forEach((entry, index) => {
    const answer = answers[index];
    if (!answer) throw new RangeError(`no answer for order ${index}`);
    const adds = answer.change === "unchanged" && shown.get(entry.rows[0] ?? 0)?.reason === ADDS_EVIDENCE;
    effect = sum(effect, { [adds ? "updated" : EFFECT_OF[answer.change]]: 1 });
    const verdict = done(judgeOrder(answer, adds));
    // Something changed between preview and confirmation: the row says what really happened.
    for (const row of entry.rows) {
      if (shown.get(row)?.outcome !== verdict.outcome) changed.push({ row, ...verdict });
    }
  });
  await judgeRows(tx, record.id, changed);
  return effect;
}

/** What took something back did so because a person took the file's word. */
function done(verdict: OrderVerdict): OrderVerdict {
  return verdict.outcome === "BACKWARD" ? { ...verdict, outcome: "UPDATED", reason: "fileWins" } : verdict;
}

async function applyFigures(tx: Tx, record: ImportRecord, rows: readonly StagedRow[]): Promise<Effect> {
  const { entries } = await prepareFigures(tx, record, rows);
  await writeFigures(tx, record, entries);
  const shown = new Map(rows.map(({ row, outcome }) => [row, outcome]));
  const count = (outcome: RowOutcome) => entries.filter(({ row }) => shown.get(row) === outcome).length;
  return sum(NONE, { created: count("NEW"), updated: count("UPDATED"), unchanged: count("UNCHANGED") });
}

async function finish(ctx: Ctx, run: Run, record: ImportRecord): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const counts = await countRows(tx, record.id);
    const appliedAt = ctx.clock.now();
    await step(tx, run, { status: "APPLIED", share: 1, cursor: null, failures: 0, counts, appliedAt });
    await audit(tx, ctx, {
      action: "import.applied",
      entity: "import",
      entityId: record.id,
      institutionId: record.institutionId,
    });
  });
}
