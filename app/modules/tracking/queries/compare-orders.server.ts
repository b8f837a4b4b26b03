import type { Ctx } from "~/platform/context.server";
import { byInstitution, inOrder } from "../internal/by-institution";
import { OrderIntake } from "../internal/order-intake.server";
import type { OrderReport, ReportedOrder } from "../order-report";

/**
 * What `reportOrders` would answer to these reports now, without writing anything. The `conversionId` of an order
 * that is not there yet is empty.
 * @throws AppError `forbidden`
 */
export async function compareOrders(ctx: Ctx, reports: readonly OrderReport[]): Promise<ReportedOrder[]> {
  const outcomes: { at: number; outcome: ReportedOrder }[] = [];
  for (const { institutionId, places } of byInstitution(ctx, reports)) {
    const intake = new OrderIntake(ctx, ctx.db, institutionId);
    const taken = await intake.take(places.map(({ report }) => report));
    const fresh = new Set(
      taken.flatMap(({ change, conversionId }) => (change === "created" ? conversionId : [])),
    );
    outcomes.push(
      ...inOrder(
        places,
        taken.map((each) => compared(each, fresh)),
      ),
    );
  }
  return outcomes.sort((a, b) => a.at - b.at).map(({ outcome }) => outcome);
}

function compared(
  { conversionId, orderId, change, faces, reason }: ReportedOrder,
  fresh: ReadonlySet<string>,
): ReportedOrder {
  return { conversionId: fresh.has(conversionId) ? "" : conversionId, orderId, change, faces, reason };
}
