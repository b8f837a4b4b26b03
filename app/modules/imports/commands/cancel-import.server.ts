import { AppError } from "~/kernel/app-error";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { deleteFile } from "~/platform/storage.server";
import { inTransaction } from "~/platform/transaction.server";
import { DROPPABLE } from "../import";
import { ownImport } from "../internal/import-record.server";
import { authorizeWrite, type ImportOwner } from "../owner";

/**
 * Drops an import before it is applied: file and rows are deleted.
 * @throws AppError `forbidden`, `not_found`; `conflict` once it is applied
 */
export async function cancelImport(ctx: Ctx, input: { owner: ImportOwner; importId: string }): Promise<void> {
  authorizeWrite(ctx, input.owner);
  const storageKey = await inTransaction(ctx, async (tx) => {
    const record = await ownImport(tx, input.owner, input.importId);
    const { count } = await tx.reportImport.updateMany({
      where: { id: record.id, status: { in: [...DROPPABLE] } },
      data: {
        // Without a run, a job that is at it stops at its next step.
        ...{ status: "CANCELLED", runId: null, storageKey: null, headers: [], rows: 0 },
        ...{ endedAt: ctx.clock.now(), endedById: actorId(ctx) },
      },
    });
    if (count === 0) {
      throw new AppError("conflict", `import is ${record.status}`, {
        message: { key: "imports:error.moved" },
      });
    }
    await tx.importRow.deleteMany({ where: { importId: record.id } });
    await audit(tx, ctx, {
      ...{ action: "import.cancelled", entity: "import", entityId: record.id },
      institutionId: record.institutionId,
    });
    return record.storageKey;
  });
  if (storageKey) await deleteFile(storageKey);
}
