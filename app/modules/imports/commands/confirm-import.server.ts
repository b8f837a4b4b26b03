import { AppError } from "~/kernel/app-error";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { deleteFile } from "~/platform/storage.server";
import { inTransaction } from "~/platform/transaction.server";
import { applyImportJob } from "../imports.jobs";
import { ownImport } from "../internal/import-record.server";
import { authorizeWrite, type ImportOwner } from "../owner";
import { countsOf } from "../stored-import";

/**
 * Has the worker apply what the preview shows. The file is deleted: its rows are all that is needed.
 * @param input.takesBack the person takes the file's word where it makes a refund smaller or lifts a cancellation;
 * otherwise what is known of such orders stays, and their rows are skipped
 * @throws AppError `forbidden`, `not_found`; `conflict` where it is not (or no longer) a preview, or nothing is new
 */
export async function confirmImport(
  ctx: Ctx,
  input: { owner: ImportOwner; importId: string; takesBack?: boolean },
): Promise<void> {
  authorizeWrite(ctx, input.owner);
  const storageKey = await inTransaction(ctx, async (tx) => {
    const record = await ownImport(tx, input.owner, input.importId);
    const { NEW, UPDATED, BACKWARD } = countsOf(record.counts);
    const takesBack = input.takesBack === true && BACKWARD.entries > 0;
    // What goes backward still shows who brought the buyer, also where what is known of the order stays.
    if (NEW.entries + UPDATED.entries + BACKWARD.entries === 0) {
      throw new AppError("conflict", "nothing to apply", { message: { key: "imports:error.nothing" } });
    }
    const { count } = await tx.reportImport.updateMany({
      where: { id: record.id, status: "READY" },
      data: {
        ...{ status: "APPLYING", share: 0, cursor: null, failures: 0, failedAt: null, storageKey: null },
        ...{ confirmedAt: ctx.clock.now(), confirmedById: actorId(ctx), takesBack },
      },
    });
    if (count === 0) {
      throw new AppError("conflict", `import is ${record.status}`, {
        message: { key: "imports:error.moved" },
      });
    }
    await enqueue(tx, applyImportJob, { importId: record.id });
    await audit(tx, ctx, {
      ...{ action: "import.confirmed", entity: "import", entityId: record.id },
      institutionId: record.institutionId,
      data: { new: NEW.entries, updated: UPDATED.entries, backward: BACKWARD.entries, takesBack },
    });
    return record.storageKey;
  });
  if (storageKey) await deleteFile(storageKey);
}
