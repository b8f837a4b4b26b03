import { AppError } from "~/kernel/app-error";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { undoImportJob } from "../imports.jobs";
import { ownImport } from "../internal/import-record.server";
import { authorizeWrite, type ImportOwner } from "../owner";

type Input = { owner: ImportOwner; importId: string; reason: string };

/**
 * Has the worker take an applied import back, with a reason that stays in the orders' history.
 * @throws AppError `forbidden`, `not_found`; `conflict` where it is not applied
 */
export async function undoImport(ctx: Ctx, { owner, importId, reason }: Input): Promise<void> {
  authorizeWrite(ctx, owner);
  await inTransaction(ctx, async (tx) => {
    const record = await ownImport(tx, owner, importId);
    const { count } = await tx.reportImport.updateMany({
      where: { id: record.id, status: "APPLIED" },
      data: {
        ...{ status: "UNDOING", share: 0, failures: 0, failedAt: null },
        ...{ endReason: reason, endedById: actorId(ctx) },
      },
    });
    if (count === 0) {
      throw new AppError("conflict", `import is ${record.status}`, {
        message: { key: "imports:error.moved" },
      });
    }
    await enqueue(tx, undoImportJob, { importId });
    await audit(tx, ctx, {
      ...{ action: "import.undoAsked", entity: "import", entityId: importId },
      institutionId: record.institutionId,
      data: { reason },
    });
  });
}
