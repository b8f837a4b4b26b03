import { AppError } from "~/kernel/app-error";
import { freeSlug, slugify } from "~/kernel/slug";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { type CreateProductInput, createProductSchema } from "../product.schemas";

/**
 * Adds a product as a draft, with an address of its own that never changes afterwards.
 * @throws AppError `not_found` for an unknown institution, `forbidden`; ZodError for input of another shape.
 */
export async function createProduct(
  ctx: Ctx,
  input: CreateProductInput,
): Promise<{ id: string; slug: string }> {
  const { institutionId, ...details } = createProductSchema.parse(input);
  return inTransaction(ctx, async (tx) => {
    const institution = await tx.institution.findUnique({
      where: { id: institutionId },
      select: { regionId: true, city: true },
    });
    if (!institution) throw new AppError("not_found", `no institution ${institutionId}`);
    ctx.authorize("product.edit", { institutionId, regionId: institution.regionId });
    const base = slugify(details.name) || slugify(`produk ${institution.city}`);
    // One at a time, so that two drafts of one name get two addresses instead of an error.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('product.slug'))`;
    const near = await tx.product.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
    const product = await tx.product.create({
      data: { ...details, institutionId, slug: freeSlug(base, new Set(near.map((other) => other.slug))) },
      select: { id: true, slug: true },
    });
    await audit(tx, ctx, {
      action: "product.created",
      entity: "product",
      entityId: product.id,
      institutionId,
    });
    return product;
  });
}
