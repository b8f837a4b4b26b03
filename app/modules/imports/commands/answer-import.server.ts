import { AppError } from "~/kernel/app-error";
import { startOfDay } from "~/kernel/time";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import type { AnswerInput } from "../import.schemas";
import { readImportJob } from "../imports.jobs";
import { ownImport } from "../internal/import-record.server";
import { learn } from "../internal/mappings.server";
import { authorizeWrite, type ImportOwner } from "../owner";
import { isPersonalHeader } from "../personal-columns";
import { REPORTS } from "../reports/all";
import { storedColumns } from "../stored-import";

type Input = { owner: ImportOwner; importId: string; answer: AnswerInput };

/**
 * What a person says about a file that could not be read by itself: which report it is, which columns hold what (it is
 * remembered), and which period it covers. The worker then reads it again.
 * @throws AppError `forbidden`, `not_found`; `conflict` once it is confirmed; `invalid` for a column that is none
 */
export async function answerImport(ctx: Ctx, { owner, importId, answer }: Input): Promise<void> {
  authorizeWrite(ctx, owner);
  await inTransaction(ctx, async (tx) => {
    const record = await ownImport(tx, owner, importId);
    const definition = REPORTS[answer.report];
    const taken = new Set(storedColumns.parse(record.columns ?? []).map(({ index }) => index));
    const headers = Array.isArray(record.headers) ? record.headers.map(String) : [];
    const free = new Set(headers.filter((header, index) => !taken.has(index) && !isPersonalHeader(header)));
    const mappings = Object.entries(answer.columns).flatMap(([field, header]) =>
      header ? [{ field, header }] : [],
    );
    const columns = new Set(mappings.map(({ header }) => header));
    const known = mappings.every(
      ({ field, header }) => free.has(header) && definition.columns.some((column) => column.field === field),
    );
    if (!known || columns.size < mappings.length) {
      throw new AppError("invalid", "a column is none of the file's, or is given twice", {
        message: { key: "imports:error.mapping" },
      });
    }
    await learn(tx, owner.id, answer.report, mappings);
    const { count } = await tx.reportImport.updateMany({
      where: { id: record.id, status: { in: ["NEEDS_INPUT", "READY"] }, storageKey: { not: null } },
      data: {
        ...{
          status: "READING",
          report: answer.report,
          share: 0,
          rows: 0,
          cursor: null,
          failures: 0,
          counts: {},
        },
        ...(answer.from && answer.to
          ? {
              periodFrom: startOfDay(answer.from, "Asia/Jakarta"),
              periodTo: startOfDay(answer.to, "Asia/Jakarta"),
            }
          : {}),
      },
    });
    if (count === 0) {
      throw new AppError("conflict", `import is ${record.status}`, {
        message: { key: "imports:error.moved" },
      });
    }
    await enqueue(tx, readImportJob, { importId: record.id });
    await audit(tx, ctx, {
      ...{ action: "import.answered", entity: "import", entityId: record.id },
      institutionId: record.institutionId,
      data: { report: answer.report, columns: mappings.length },
    });
  });
}
