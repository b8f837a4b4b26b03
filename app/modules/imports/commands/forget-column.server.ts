import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { ownImport } from "../internal/import-record.server";
import { readAgain } from "../internal/read-again.server";
import { authorizeWrite, type ImportOwner } from "../owner";

type Input = { owner: ImportOwner; importId: string; field: string };

/**
 * Forgets which column a person pointed out for a field, for this file and those to come; the file is read again.
 * @throws AppError `forbidden`, `not_found`; `conflict` once it is confirmed, or where nothing is remembered
 */
export async function forgetColumn(ctx: Ctx, { owner, importId, field }: Input): Promise<void> {
  authorizeWrite(ctx, owner);
  await inTransaction(ctx, async (tx) => {
    const record = await ownImport(tx, owner, importId);
    const { count } = record.report
      ? await tx.importMapping.deleteMany({ where: { ownerId: owner.id, report: record.report, field } })
      : { count: 0 };
    if (count === 0) {
      throw new AppError("conflict", "nothing is remembered", { message: { key: "imports:error.moved" } });
    }
    await readAgain(tx, record);
    await audit(tx, ctx, {
      ...{ action: "import.columnForgotten", entity: "import", entityId: record.id },
      institutionId: record.institutionId,
      data: { report: record.report, field },
    });
  });
}
