import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { applyImportJob, readImportJob, undoImportJob } from "../imports.jobs";
import { ownImport } from "../internal/import-record.server";
import { authorizeWrite, type ImportOwner } from "../owner";

const JOB_OF = {
  READING: readImportJob,
  COMPARING: readImportJob,
  APPLYING: applyImportJob,
  UNDOING: undoImportJob,
} as const;

/**
 * Starts a phase again that gave up after repeated faults; it goes on where it stopped.
 * @throws AppError `forbidden`, `not_found`; `conflict` where nothing has stopped
 */
export async function resumeImport(ctx: Ctx, input: { owner: ImportOwner; importId: string }): Promise<void> {
  authorizeWrite(ctx, input.owner);
  await inTransaction(ctx, async (tx) => {
    const { id, status, institutionId } = await ownImport(tx, input.owner, input.importId);
    const job = status in JOB_OF ? JOB_OF[status as keyof typeof JOB_OF] : null;
    const { count } = await tx.reportImport.updateMany({
      where: { id, status, failedAt: { not: null } },
      data: { failedAt: null, failures: 0 },
    });
    if (!job || count === 0) {
      throw new AppError("conflict", `import is ${status}`, { message: { key: "imports:error.moved" } });
    }
    await enqueue(tx, job, { importId: id });
    await audit(tx, ctx, { action: "import.resumed", entity: "import", entityId: id, institutionId });
  });
}
