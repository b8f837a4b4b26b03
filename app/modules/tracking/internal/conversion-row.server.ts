import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

/** An order, locked until the transaction ends, for somebody who may change it. */
export async function lockConversion(ctx: Ctx, tx: Tx, conversionId: string) {
  await tx.$queryRaw`SELECT id FROM conversion WHERE id = ${conversionId}::uuid FOR UPDATE`;
  const order = await tx.conversion.findUnique({
    where: { id: conversionId },
    include: { institution: { select: { regionId: true } } },
  });
  if (!order) throw new AppError("not_found", `no conversion ${conversionId}`);
  ctx.authorize("conversion.record", {
    institutionId: order.institutionId,
    regionId: order.institution.regionId,
  });
  return order;
}
