import type { Translate } from "~/kernel/app-error";
import {
  type AccountColumn,
  type AccountRow,
  reclassificationCsv,
} from "~/modules/tracking/queries/reclassification-rows.server";
import type { Ctx } from "~/platform/context.server";

/**
 * Answers with all that a run changed, at every level, as CSV.
 * @param say translates keys of any namespace
 * @throws AppError `forbidden`, `not_found`
 */
export async function recountCsvResponse(ctx: Ctx, runId: string, say: Translate): Promise<Response> {
  const judgement = (text: string) => {
    const [verdict = "", reason = ""] = text.split(" ");
    if (!reason) return text;
    const why = say(`impact:uncounted.reason.${reason.replace(":", "_")}`);
    return `${say(`tracking:about.counting.verdict.${verdict.toLowerCase()}`)} (${why})`;
  };
  const words = {
    column: (name: AccountColumn) => say(`impact:recount.csv.${name}`),
    cells: (row: AccountRow) => ({
      level: say(`impact:recount.level.${row.level}`),
      subject: say(`impact:recount.subject.${row.subject}`),
      from: judgement(row.from),
      to: judgement(row.to),
    }),
  };
  return new Response(await reclassificationCsv(ctx, { runId, words }), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="gaung-hitung-ulang-${runId}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
