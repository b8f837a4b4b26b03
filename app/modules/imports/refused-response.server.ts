import { AppError, type Translate } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { parseMessage } from "~/ui/message";
import type { ImportOwner } from "./owner";
import { importProgress } from "./queries/import-progress.server";
import { refusedCsv } from "./queries/refused-csv.server";

const TITLES = ["row", "entry", "column", "reason"] as const;

/** The refused rows of an import as a file. @throws AppError `not_found` before anything is sent */
export async function refusedResponse(
  ctx: Ctx,
  { owner, importId, translate }: { owner: ImportOwner; importId: string | undefined; translate: Translate },
): Promise<Response> {
  if (!isId(importId)) throw new AppError("not_found", "not the id of an import");
  await importProgress(ctx, { owner, importId });
  const [row, entry, column, reason] = TITLES.map((name) => translate(`imports:column.${name}`));
  const body = refusedCsv(ctx, {
    ...{ owner, importId, titles: [row ?? "", entry ?? "", column ?? "", reason ?? ""] },
    text: (message) => {
      const { key, params } = parseMessage(message);
      return translate(key, params);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="gaung-impor-ditolak.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
