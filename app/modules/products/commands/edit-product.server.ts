import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { authorisedProduct } from "../internal/product-scope.server";
import { MIN_STORY } from "../product";
import { type EditProductInput, editProductSchema } from "../product.schemas";

/**
 * Changes name, kind, price, unit and story. What the public sees must stay worth showing: an active product keeps a
 * story.
 * @throws AppError `not_found`, `forbidden`, `conflict` for an archived product, `invalid`.
 */
export async function editProduct(ctx: Ctx, input: EditProductInput): Promise<{ id: string }> {
  const { productId, ...details } = editProductSchema.parse(input);
  return inTransaction(ctx, async (tx) => {
    const product = await authorisedProduct(ctx, tx, productId, "product.edit");
    if (product.status === "ACTIVE" && details.story.length < MIN_STORY) {
      throw new AppError("invalid", "an active product keeps a story", {
        fields: { story: [{ key: "products:error.storyShort", params: { min: MIN_STORY } }] },
      });
    }
    const { count } = await tx.product.updateMany({
      where: { id: productId, status: { not: "ARCHIVED" } },
      data: details,
    });
    if (count === 0) {
      throw new AppError("conflict", `product ${productId} is archived`, {
        message: { key: "products:error.archived" },
      });
    }
    await announceChange(tx, "product", productId); // links carry its name, into WhatsApp texts and pages
    await audit(tx, ctx, {
      action: "product.edited",
      entity: "product",
      entityId: productId,
      institutionId: product.institutionId,
    });
    return { id: productId };
  });
}
