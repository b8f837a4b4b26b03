import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation, type Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { authorisedProduct } from "../internal/product-scope.server";
import { type DesignateFlagshipInput, flagshipSchema } from "../product.schemas";

/**
 * Satu Lapas Satu Produk Unggulan: makes an active product its institution's one flagship. Where there is one
 * already, the caller names the product that it replaces, so that nobody replaces one they have not seen.
 * @throws AppError `conflict` when another is the flagship (or another than the one named), or the product is not
 * active; `not_found`, `forbidden`.
 */
export async function designateFlagship(ctx: Ctx, input: DesignateFlagshipInput): Promise<void> {
  const { productId, replaces } = flagshipSchema.parse(input);
  try {
    await inTransaction(ctx, async (tx) => {
      const product = await authorisedProduct(ctx, tx, productId, "flagship.designate");
      await holdActive(tx, productId);
      const key = { institutionId: product.institutionId };
      const current = await tx.flagshipProduct.findUnique({ where: key, select: { productId: true } });
      if (current?.productId === productId) return;
      if (replaces === undefined) await tx.flagshipProduct.create({ data: { ...key, productId } });
      else await replaceFlagship(ctx, tx, { ...key, productId, replaces });
      await audit(tx, ctx, {
        action: "flagship.designated",
        entity: "product",
        entityId: productId,
        institutionId: product.institutionId,
        data: { replaced: replaces ?? null },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw otherFlagship(error);
    throw error;
  }
}

/** Keeps the product active until the end: archiving waits for the row and then sees the flagship. */
async function holdActive(tx: Tx, productId: string): Promise<void> {
  const rows = await tx.$queryRaw<
    { status: string }[]
  >`SELECT status::text FROM product WHERE id = ${productId}::uuid FOR UPDATE`;
  if (rows[0]?.status === "ACTIVE") return;
  throw new AppError("conflict", `product ${productId} is not active`, {
    message: { key: "products:error.flagshipNotActive" },
  });
}

async function replaceFlagship(
  ctx: Ctx,
  tx: Tx,
  input: { institutionId: string; productId: string; replaces: string },
): Promise<void> {
  const { count } = await tx.flagshipProduct.updateMany({
    where: { institutionId: input.institutionId, productId: input.replaces },
    data: { productId: input.productId, designatedAt: ctx.clock.now() },
  });
  if (count === 0) throw otherFlagship();
}

function otherFlagship(cause?: unknown): AppError {
  return new AppError("conflict", "the institution has another flagship", {
    message: { key: "products:error.flagshipOther" },
    cause,
  });
}
