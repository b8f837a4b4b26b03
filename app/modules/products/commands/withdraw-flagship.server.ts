import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { authorisedProduct } from "../internal/product-scope.server";

/** Takes the flag off a product, for instance before it is archived. @throws AppError `conflict`, `forbidden`. */
export async function withdrawFlagship(ctx: Ctx, input: { productId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const product = await authorisedProduct(ctx, tx, input.productId, "flagship.designate");
    const { count } = await tx.flagshipProduct.deleteMany({ where: { productId: product.id } });
    if (count === 0) {
      throw new AppError("conflict", `product ${product.id} is not the flagship`, {
        message: { key: "products:error.notFlagship" },
      });
    }
    await audit(tx, ctx, {
      action: "flagship.withdrawn",
      entity: "product",
      entityId: product.id,
      institutionId: product.institutionId,
    });
  });
}
