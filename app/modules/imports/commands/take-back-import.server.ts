import { undoReports } from "~/modules/tracking/commands/undo-reports.server";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { loadImport } from "../internal/import-record.server";
import { beginRun, inRun, step } from "../internal/run.server";
import { storedEffect } from "../stored-import";

/**
 * The worker's undoing of an import. Orders become what all other statements say of them; figures give way to the
 * import before. Each chunk and how far it is are one transaction: after a crash the next run goes on. What a later import or a person changed meanwhile stays, and is counted.
 */
export async function takeBackImport(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const run = await beginRun(ctx, importId, ["UNDOING"]);
  if (!run) return;
  await inRun(ctx, run, async () => {
    const record = await loadImport(ctx.db, importId);
    const told = await ctx.db.conversionReport.count({ where: { importId } });
    // Where a run before this one stopped.
    let taken = await ctx.db.conversionReport.count({ where: { importId, undoneAt: { not: null } } });
    await undoReports(ctx, { importId, reason: record.endReason ?? "" }, async (tx, { reports }) => {
      taken += reports;
      await step(tx, run, { share: Math.min(1, taken / told) });
    });
    await inTransaction(ctx, async (tx) => {
      const { count: figures } = await tx.reportMetric.deleteMany({ where: { importId } });
      const kept = told === 0 ? 0 : await stillSaid(tx, importId);
      const applied = { ...storedEffect.parse(record.applied), undone: told + figures, kept };
      await step(tx, run, { status: "UNDONE", share: 1, failures: 0, applied, endedAt: ctx.clock.now() });
      await audit(tx, ctx, {
        action: "import.undone",
        entity: "import",
        entityId: importId,
        institutionId: record.institutionId,
        data: { reports: told, figures, kept },
      });
    });
  });
}

/** Orders of the import that others told of as well: they stand as those say. */
async function stillSaid(tx: Pick<Ctx["db"], "conversion">, importId: string): Promise<number> {
  return tx.conversion.count({ where: { withdrawnAt: null, reports: { some: { importId } } } });
}
