import { newId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import type { Prisma, Tx } from "~/platform/db.server";
import type { ImportStatus } from "../import";

/** One job's work on an import. Only the latest run may write: a job that was thought dead stops at its next step. */
export type Run = { importId: string; runId: string };

/** Another run took over, or a person dropped the import. */
export class RunLost extends Error {}

/** A fault that repeats is given up after so many tries; a person may start the phase again. */
const MAX_FAILURES = 5;

/** Takes an import over. null where it is in none of these states: the job came twice or too late. */
export async function beginRun(ctx: Ctx, importId: string, statuses: ImportStatus[]): Promise<Run | null> {
  const runId = newId();
  const { count } = await ctx.db.reportImport.updateMany({
    where: { id: importId, status: { in: statuses }, failedAt: null },
    data: { runId },
  });
  return count === 1 ? { importId, runId } : null;
}

/** Writes how far the run is, in the transaction of what it did. @throws RunLost */
export async function step(
  tx: Tx,
  run: Run,
  data: Omit<Prisma.ReportImportUpdateManyMutationInput, "runId">,
): Promise<void> {
  const { count } = await tx.reportImport.updateMany({ where: { id: run.importId, runId: run.runId }, data });
  if (count === 0) throw new RunLost(`import ${run.importId} was taken over`);
}

/**
 * Runs a phase. A run that lost its import ends quietly. Any other error is counted and thrown on, so that the queue
 * tries again; after some tries the import waits for a person.
 */
export async function inRun(ctx: Ctx, run: Run, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RunLost) return;
    const { failures } = await ctx.db.reportImport.update({
      where: { id: run.importId },
      data: { failures: { increment: 1 } },
      select: { failures: true },
    });
    ctx.log.error({ err: error, importId: run.importId, failures }, "import failed");
    if (failures < MAX_FAILURES) throw error;
    await ctx.db.reportImport.updateMany({
      where: { id: run.importId, runId: run.runId },
      data: { failedAt: ctx.clock.now() },
    });
  }
}
