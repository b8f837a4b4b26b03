import { hashBuyer } from "~/modules/tracking/buyer-hash.server";
import type { Ctx } from "~/platform/context.server";
import { openSheet } from "~/platform/sheets/open-sheet.server";
import { type Sheet, SheetError } from "~/platform/sheets/sheet";
import { deleteFile, localPath } from "~/platform/storage.server";
import { inTransaction } from "~/platform/transaction.server";
import { exportTime } from "../export-time";
import { type FoundReport, findReport } from "../find-report";
import { MAX_ROWS } from "../import";
import { compareEntries } from "../internal/compare-entries.server";
import { type ImportRecord, loadImport, ownerOf } from "../internal/import-record.server";
import { learntBy } from "../internal/mappings.server";
import { oneAhead } from "../internal/one-ahead";
import { beginRun, inRun, type Run, step } from "../internal/run.server";
import { analyseRows, stageRows } from "../internal/stage-rows.server";
import { type ReadPlan, readReport } from "../read-report.server";
import type { Candidate } from "../recognise";
import { REPORTS } from "../reports/all";
import type { FileFault } from "../stored-import";
import { surveyFile } from "../survey";
import type { Period } from "../times";

/** The file cannot be taken; nothing was written. */
class FileRefused extends Error {
  readonly fault: FileFault;
  readonly row: number | null;
  constructor(fault: FileFault, row: number | null = null) {
    super(fault);
    this.fault = fault;
    this.row = row;
  }
}

/**
 * The worker's reading of a file: recognises it, stores its rows and compares them with what is known. Ends with a
 * preview, with a question to the officer, or with the reason why the file is not taken. Run again after a crash it
 * reads anew; rows that were compared are not compared again.
 */
export async function readImport(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const run = await beginRun(ctx, importId, ["READING", "COMPARING"]);
  if (!run) return;
  await inRun(ctx, run, async () => {
    const record = await loadImport(ctx.db, importId);
    if (record.status === "READING" && !(await readFile(ctx, run, record))) return;
    await compareEntries(ctx, run, await loadImport(ctx.db, importId));
  });
}

/** @returns whether rows are stored and wait to be compared */
async function readFile(ctx: Ctx, run: Run, record: ImportRecord): Promise<boolean> {
  let file: Sheet | null = null;
  try {
    if (!record.storageKey) throw new FileRefused("lost");
    file = await openSheet(localPath(record.storageKey));
    const owner = ownerOf(record);
    const found = await findReport(file, await learntBy(ctx.db, owner.id), record.report ?? undefined);
    if (!found) throw new FileRefused("unknown");
    const plan = await planOf(ctx, run, record, found);
    if (!plan) return false;
    await stageFile(ctx, run, record, found.sheet, plan);
    return true;
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    await refuse(ctx, run, record, refusal);
    return false;
  } finally {
    await file?.close();
  }
}

function refusalOf(error: unknown): FileRefused | null {
  if (error instanceof FileRefused) return error;
  if (error instanceof SheetError) return new FileRefused(error.fault, error.row);
  // The file was swept away, or another machine holds it.
  const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return missing ? new FileRefused("lost") : null;
}

async function refuse(ctx: Ctx, run: Run, record: ImportRecord, { fault, row }: FileRefused): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.importRow.deleteMany({ where: { importId: record.id } });
    await step(tx, run, {
      ...{
        status: "REFUSED",
        refusal: { fault, row },
        storageKey: null,
        headers: [],
        endedAt: ctx.clock.now(),
        rows: 0,
      },
    });
  });
  if (record.storageKey) await deleteFile(record.storageKey);
}

/** What is to be read and how; null where the officer has to say more. */
async function planOf(
  ctx: Ctx,
  run: Run,
  record: ImportRecord,
  { sheet, header, aside }: FoundReport,
): Promise<ReadPlan | null> {
  const owner = ownerOf(record);
  const [best] = header.candidates;
  if (!best) throw new FileRefused("unknown");
  const definition = REPORTS[best.kind];
  const clear = header.verdict === "clear";
  if (owner.kind === "creator" && clear && !definition.affiliates) throw new FileRefused("notYours");
  const period = periodOf(record);
  const asksPeriod = definition.grain !== "order" && !definition.ownPeriod && !period;
  const found = {
    ...{ format: sheet.format, detail: sheet.detail, headerRow: header.row, headers: header.headers },
    ...{ columns: best.matched, candidates: header.candidates.map(brief), sheetsAside: aside },
    report: header.verdict === "unsure" ? null : best.kind,
  };
  if (!clear || asksPeriod) {
    await step(ctx.db, run, { ...found, status: "NEEDS_INPUT", share: 0 });
    return null;
  }
  const survey = await surveyFile(sheet, definition, best.matched, header);
  await step(ctx.db, run, { ...found, days: survey.days });
  return {
    ...{ definition, period, ...survey, columns: best.matched, headerRow: header.row },
    hashBuyer: (username) => (owner.kind === "institution" ? hashBuyer(owner.id, username) : null),
    now: ctx.clock.now(),
  };
}

function brief({ kind, score, missing }: Candidate) {
  return { kind, score: Math.round(score * 100) / 100, missing };
}

function periodOf({ periodFrom, periodTo }: ImportRecord): Period | null {
  return periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null;
}

/** From so many rows on it matters how a chunk is found. */
const MANY_ROWS = 2_000;

async function stageFile(
  ctx: Ctx,
  run: Run,
  { fileName, createdAt }: ImportRecord,
  sheet: Sheet,
  plan: ReadPlan,
): Promise<void> {
  await ctx.db.importRow.deleteMany({ where: { importId: run.importId } });
  let rows = 0;
  let latest = "";
  await oneAhead(readReport(sheet, plan), async (batch) => {
    rows += batch.length;
    if (rows > MAX_ROWS) throw new FileRefused("tooManyRows");
    for (const row of batch) {
      if (row.kind === "order" && row.fact.orderedAt > latest) latest = row.fact.orderedAt;
    }
    await inTransaction(ctx, async (tx) => {
      await stageRows(tx, run.importId, batch);
      await step(tx, run, { rows, share: sheet.share() });
    });
  });
  if (rows === 0) throw new FileRefused("noRows");
  if (rows > MANY_ROWS) await analyseRows(ctx.db);
  const reportedAt = exportTime({
    ...{ fileName, uploadedAt: createdAt, savedAt: sheet.savedAt },
    latest: latest === "" ? null : new Date(latest),
  });
  await step(ctx.db, run, { status: "COMPARING", share: 0, cursor: null, failures: 0, reportedAt });
}
