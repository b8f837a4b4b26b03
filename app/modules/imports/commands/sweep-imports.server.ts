import type { Ctx } from "~/platform/context.server";
import { deleteFile, filesBefore } from "~/platform/storage.server";
import { inTransaction } from "~/platform/transaction.server";
import { DROPPABLE, FILE_LIFE_HOURS, ROWS_LIFE_DAYS } from "../import";

const HOUR = 3_600_000;

/**
 * Drops imports that nobody confirmed within a day, with their files and rows, and deletes the rows of those that were
 * applied long ago; their counts and effects stay. Repeated hourly.
 */
export async function sweepImports(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const expired = await ctx.db.reportImport.findMany({
    where: {
      status: { in: [...DROPPABLE] },
      createdAt: { lt: new Date(now.getTime() - FILE_LIFE_HOURS * HOUR) },
    },
    select: { id: true, storageKey: true },
  });
  for (const { id, storageKey } of expired) {
    const dropped = await inTransaction(ctx, async (tx) => {
      // Somebody may have confirmed it this very moment.
      const { count } = await tx.reportImport.updateMany({
        where: { id, status: { in: [...DROPPABLE] } },
        data: {
          ...{ status: "CANCELLED", runId: null, storageKey: null, headers: [], rows: 0 },
          ...{ endedAt: now, endReason: "expired" },
        },
      });
      if (count > 0) await tx.importRow.deleteMany({ where: { importId: id } });
      return count > 0;
    });
    if (dropped && storageKey) await deleteFile(storageKey);
  }
  await sweepOrphans(ctx, new Date(now.getTime() - FILE_LIFE_HOURS * HOUR));
  const old = new Date(now.getTime() - ROWS_LIFE_DAYS * 24 * HOUR);
  const ended = await ctx.db.reportImport.findMany({
    where: { status: { in: ["APPLIED", "UNDONE"] }, prunedAt: null, appliedAt: { lt: old } },
    select: { id: true },
    take: 50,
  });
  for (const { id } of ended) {
    await inTransaction(ctx, async (tx) => {
      await tx.importRow.deleteMany({ where: { importId: id } });
      await tx.reportImport.update({ where: { id }, data: { prunedAt: now, headers: [] } });
    });
  }
}

/** Files that no import knows: their upload ended between storing and recording. */
async function sweepOrphans(ctx: Ctx, before: Date): Promise<void> {
  const keys = await filesBefore("imports", before);
  const known = await ctx.db.reportImport.findMany({
    where: { storageKey: { in: keys } },
    select: { storageKey: true },
  });
  const kept = new Set(known.map(({ storageKey }) => storageKey));
  for (const key of keys) if (!kept.has(key)) await deleteFile(key);
}
