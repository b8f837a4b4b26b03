import type { ReportedOrder } from "~/modules/tracking/order-report";
import { compareOrders } from "~/modules/tracking/queries/compare-orders.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { REPORTS } from "../reports/all";
import { compareFigures, prepareFigures } from "./figure-entries.server";
import type { ImportRecord } from "./import-record.server";
import { oneAhead } from "./one-ahead";
import { type OrderEntry, prepareOrders } from "./order-entries.server";
import { judgeOrder } from "./order-verdicts";
import { type Run, step } from "./run.server";
import { chunksOf, countRows, judgeRows, type StagedRow, type Verdict } from "./stage-rows.server";

/**
 * Holds each entry of the file against what is known and writes what applying would do, chunk by chunk; taken up
 * again it goes on after the last chunk. Ends with the preview.
 */
export async function compareEntries(ctx: Ctx, run: Run, record: ImportRecord): Promise<void> {
  const progress = await progressOf(ctx, record);
  await oneAhead(comparedChunks(ctx, record), async ({ verdicts, entries, cursor }) => {
    progress.done += entries;
    const share = Math.min(1, progress.done / Math.max(1, progress.total));
    await inTransaction(ctx, async (tx) => {
      await judgeRows(tx, record.id, verdicts);
      await step(tx, run, { cursor, share });
    });
  });
  await inTransaction(ctx, async (tx) => {
    const counts = await countRows(tx, record.id);
    await step(tx, run, {
      status: "READY",
      counts,
      share: 1,
      cursor: null,
      failures: 0,
      readyAt: ctx.clock.now(),
    });
  });
}

type ComparedChunk = { verdicts: Verdict[]; entries: number; cursor: string };

async function* comparedChunks(ctx: Ctx, record: ImportRecord): AsyncGenerator<ComparedChunk> {
  for await (const { rows, last } of chunksOf(ctx.db, record, false)) {
    const entries = new Set(rows.map(({ key }) => key)).size;
    yield { verdicts: await verdictsOn(ctx, record, rows), entries, cursor: last };
  }
}

async function progressOf(ctx: Ctx, { id, cursor }: ImportRecord): Promise<{ total: number; done: number }> {
  const [found] = await ctx.db.$queryRaw<{ total: bigint; done: bigint }[]>`
    SELECT count(DISTINCT key) AS total, count(DISTINCT key) FILTER (WHERE key <= ${cursor ?? ""}) AS done
    FROM import_row WHERE import_id = ${id}::uuid`;
  return { total: Number(found?.total ?? 0), done: Number(found?.done ?? 0) };
}

async function verdictsOn(ctx: Ctx, record: ImportRecord, rows: readonly StagedRow[]): Promise<Verdict[]> {
  if (record.report !== null && REPORTS[record.report].grain !== "order") {
    // A refused row has no key of its own to be compared by.
    const { entries, verdicts } = await prepareFigures(ctx.db, record, rows);
    return [...verdicts, ...(await compareFigures(ctx.db, record, entries))];
  }
  const { entries, verdicts } = await prepareOrders(ctx.db, record, rows);
  return [...verdicts, ...(await orderVerdicts(ctx, entries))];
}

async function orderVerdicts(ctx: Ctx, entries: readonly OrderEntry[]): Promise<Verdict[]> {
  if (entries.length === 0) return [];
  const compared = await compareOrders(
    ctx,
    entries.map(({ report }) => report),
  );
  const told = await alreadyTold(ctx, entries, compared);
  return entries.flatMap(({ rows, report }, index) => {
    const answer = compared[index];
    if (!answer) throw new RangeError(`no answer for order ${index}`);
    const verdict = judgeOrder(answer, !told.has(answer.conversionId));
    return rows.map((row) => ({ row, ...verdict, institutionId: report.institution.id }));
  });
}

/** Orders that a statement of the same source stands for already. */
async function alreadyTold(
  ctx: Ctx,
  entries: readonly OrderEntry[],
  compared: readonly ReportedOrder[],
): Promise<Set<string>> {
  const [first] = entries;
  const unchanged = compared.flatMap(({ change, conversionId }) =>
    change === "unchanged" ? conversionId : [],
  );
  if (!first || unchanged.length === 0) return new Set();
  const found = await ctx.db.conversionReport.findMany({
    where: { conversionId: { in: unchanged }, source: first.report.source, undoneAt: null },
    select: { conversionId: true },
    distinct: ["conversionId"],
  });
  return new Set(found.map(({ conversionId }) => conversionId));
}
