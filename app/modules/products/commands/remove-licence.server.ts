import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { authorisedProduct } from "../internal/product-scope.server";

/** Takes a licence off a product; the audit trail keeps its number. @throws AppError `not_found`, `forbidden`. */
export async function removeLicence(ctx: Ctx, input: { licenceId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const licence = await tx.licence.findUnique({
      where: { id: input.licenceId },
      select: { productId: true, kind: true, number: true },
    });
    if (!licence) throw new AppError("not_found", `no licence ${input.licenceId}`);
    const product = await authorisedProduct(ctx, tx, licence.productId, "product.edit");
    await tx.licence.delete({ where: { id: input.licenceId } });
    await audit(tx, ctx, {
      action: "licence.removed",
      entity: "licence",
      entityId: input.licenceId,
      institutionId: product.institutionId,
      data: licence,
    });
  });
}
