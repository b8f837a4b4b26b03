import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { authorisedProduct, lockProduct } from "../internal/product-scope.server";
import { missingForActivation, type ProductStatus, STATUS_MACHINE, type StatusStep } from "../product";
import { type ChangeStatusInput, changeStatusSchema } from "../product.schemas";

const AUDIT_ACTION: Record<StatusStep, string> = {
  activate: "product.activated",
  archive: "product.archived",
  restore: "product.restored",
};

/**
 * Takes a step in a product's life: activate (the public sees it), archive, restore (back to draft).
 * @throws AppError `conflict` for a step that its state does not allow or for archiving the flagship; `invalid` with
 * what it lacks to be activated; `not_found`, `forbidden`.
 */
export async function changeProductStatus(
  ctx: Ctx,
  input: ChangeStatusInput,
): Promise<{ id: string; status: ProductStatus }> {
  const { productId, step } = changeStatusSchema.parse(input);
  const { from, to } = STATUS_MACHINE[step];
  return inTransaction(ctx, async (tx) => {
    // Waits for a designation as flagship that is on its way, so that it is seen below.
    await lockProduct(tx, productId);
    const product = await authorisedProduct(ctx, tx, productId, "product.edit");
    if (step === "activate") await requireComplete(tx, productId);
    const { count } = await tx.product.updateMany({
      where: {
        id: productId,
        status: { in: [...from] },
        ...(step === "archive" ? { flagship: { is: null } } : {}),
      },
      data: { status: to },
    });
    if (count === 0) throw refusedStep(product.status, from, productId, step);
    await audit(tx, ctx, {
      action: AUDIT_ACTION[step],
      entity: "product",
      entityId: productId,
      institutionId: product.institutionId,
      data: { from: product.status, to },
    });
    return { id: productId, status: to };
  });
}

async function requireComplete(tx: Tx, productId: string): Promise<void> {
  const product = await tx.product.findUniqueOrThrow({
    where: { id: productId },
    select: { story: true, _count: { select: { photos: true, listings: true } } },
  });
  const missing = missingForActivation({
    story: product.story,
    photoCount: product._count.photos,
    listingCount: product._count.listings,
  });
  const [first] = missing;
  if (!first) return;
  throw new AppError("invalid", `product ${productId} lacks ${missing.join(", ")}`, {
    message: { key: `products:error.missing.${first}` },
  });
}

function refusedStep(
  status: ProductStatus,
  from: readonly ProductStatus[],
  productId: string,
  step: StatusStep,
): AppError {
  const isFlagship = step === "archive" && from.includes(status);
  return new AppError("conflict", `product ${productId} in ${status} cannot ${step}`, {
    message: { key: isFlagship ? "products:error.archiveFlagship" : "products:error.step" },
  });
}
