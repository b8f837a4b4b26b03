import { AppError } from "~/kernel/app-error";
import type { Prisma, Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/outbox.server";
import { readImportJob } from "../imports.jobs";
import type { ImportRecord } from "./import-record.server";

/**
 * Has the worker read the file anew after a person said more of it.
 * @throws AppError `conflict` once it is confirmed, or while the worker is at it
 */
export async function readAgain(
  tx: Tx,
  record: Pick<ImportRecord, "id" | "status">,
  data: Prisma.ReportImportUpdateManyMutationInput = {},
): Promise<void> {
  const { count } = await tx.reportImport.updateMany({
    where: { id: record.id, status: { in: ["NEEDS_INPUT", "READY"] }, storageKey: { not: null } },
    data: { status: "READING", share: 0, rows: 0, cursor: null, failures: 0, counts: {}, ...data },
  });
  if (count === 0) {
    throw new AppError("conflict", `import is ${record.status}`, {
      message: { key: "imports:error.moved" },
    });
  }
  await enqueue(tx, readImportJob, { importId: record.id });
}
