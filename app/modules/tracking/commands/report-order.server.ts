import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { byInstitution, inOrder } from "../internal/by-institution";
import { lockOrders } from "../internal/order-desk.server";
import { type Entry, type Intent, OrderIntake, type Outcome } from "../internal/order-intake.server";
import type { OrderReport, ReportedOrder } from "../order-report";

/** The most reports of one call. */
export const MAX_REPORTS = 500;

/**
 * Takes what a source says of an order. An order is one by its institution, number space and number, whatever the
 * source; its state, its credits and its place in the figures follow from everything that was said of it.
 * @returns `refused` with a message key where the statement cannot be taken; nothing is written then
 * @throws AppError `forbidden`
 */
export async function reportOrder(ctx: Ctx, report: OrderReport, entry?: Entry): Promise<Outcome> {
  const [outcome] = await takeReports(ctx, [report], { entry });
  if (!outcome) throw new RangeError("a report without an outcome");
  return outcome;
}

/**
 * Takes up to 500 reports in one transaction: all that can be taken, or (on an error) none. Some fifteen statements to
 * the database, however many reports.
 * @param intent whether of reports that would take back a refund or a cancellation only the evidence is taken
 * @returns an outcome for each report, in their order
 * @throws AppError `forbidden`; RangeError for more than 500
 */
export async function reportOrders(
  ctx: Ctx,
  reports: readonly OrderReport[],
  intent?: Intent,
): Promise<ReportedOrder[]> {
  const outcomes = await takeReports(ctx, reports, { intent });
  return outcomes.map(({ refusal: _, ...outcome }) => outcome);
}

async function takeReports(
  ctx: Ctx,
  reports: readonly OrderReport[],
  { entry, intent }: { entry?: Entry | undefined; intent?: Intent | undefined },
): Promise<Outcome[]> {
  if (reports.length > MAX_REPORTS) throw new RangeError(`at most ${MAX_REPORTS} reports at once`);
  const groups = byInstitution(ctx, reports);
  return inTransaction(ctx, async (tx, inner) => {
    const outcomes: { at: number; outcome: Outcome }[] = [];
    for (const { institutionId, places } of groups) {
      await lockOrders(tx, institutionId);
      const intake = new OrderIntake(inner, tx, institutionId, intent);
      const taken = await intake.take(
        places.map(({ report }) => report),
        entry,
      );
      await intake.commit();
      outcomes.push(...inOrder(places, taken));
    }
    return outcomes.sort((a, b) => a.at - b.at).map(({ outcome }) => outcome);
  });
}
