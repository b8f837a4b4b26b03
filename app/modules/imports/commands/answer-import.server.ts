import { AppError } from "~/kernel/app-error";
import { startOfDay } from "~/kernel/time";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { type ColumnChoices, columnChoices } from "../column-choices";
import type { AnswerInput } from "../import.schemas";
import { ownImport } from "../internal/import-record.server";
import { learn, learntBy } from "../internal/mappings.server";
import { readAgain } from "../internal/read-again.server";
import { authorizeWrite, type ImportOwner } from "../owner";

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
    const headers = Array.isArray(record.headers) ? record.headers.map(String) : [];
    const learnt = await learntBy(tx, owner.id);
    const mappings = newMappings(answer, columnChoices(answer.report, headers, learnt[answer.report]));
    const at = ctx.clock.now();
    await learn(tx, { ownerId: owner.id, report: answer.report, by: actorId(ctx), at }, mappings);
    await readAgain(tx, record, {
      report: answer.report,
      ...(answer.from && answer.to
        ? {
            periodFrom: startOfDay(answer.from, "Asia/Jakarta"),
            periodTo: startOfDay(answer.to, "Asia/Jakarta"),
          }
        : {}),
    });
    await audit(tx, ctx, {
      ...{ action: "import.answered", entity: "import", entityId: record.id },
      institutionId: record.institutionId,
      data: { report: answer.report, columns: mappings.length },
    });
  });
}

/** What the answer says that is not so already. @throws AppError `invalid` */
function newMappings({ columns: answered }: AnswerInput, { fields, columns, matched }: ColumnChoices) {
  const given = Object.entries(answered).flatMap(([field, header]) => (header ? [{ field, header }] : []));
  const free = new Set(columns);
  const open = new Set(fields.map(({ field }) => field));
  const known = given.every(({ field, header }) => open.has(field) && free.has(header));
  if (!known || new Set(given.map(({ header }) => header)).size < given.length) {
    throw new AppError("invalid", "a column is none of the file's, or is given twice", {
      message: { key: "imports:error.mapping" },
    });
  }
  return given.filter(
    ({ field, header }) => !matched.some((each) => each.field === field && each.header === header),
  );
}
