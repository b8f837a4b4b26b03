import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { casesOpened } from "../fraud.jobs";
import { groupBy } from "../group-by";

/** Has the officers told of cases that they were not told of: one word a Lapas, however many there are. */
export async function announceCases(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const cases = await tx.$queryRaw<{ id: string; institutionId: string }[]>`
      UPDATE fraud_case SET officers_told_at = ${ctx.clock.now()}
      WHERE officers_told_at IS NULL AND status IN ('OPEN', 'ASKED')
      RETURNING id, institution_id AS "institutionId"`;
    for (const [institutionId, group] of groupBy(cases, (each) => each.institutionId)) {
      await enqueue(tx, casesOpened, { institutionId, caseIds: group.map(({ id }) => id).sort() });
    }
  });
}
