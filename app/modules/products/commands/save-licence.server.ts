import { AppError, type UserMessage } from "~/kernel/app-error";
import { parseDay } from "~/kernel/time";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { authorisedProduct } from "../internal/product-scope.server";
import { type LicenceFault, licenceFaults } from "../licences";
import { type SaveLicenceInput, saveLicenceSchema } from "../product.schemas";

/**
 * Records a licence of a product, or corrects one. Number and dates are checked against the rules of its kind.
 * @throws AppError `invalid` with the faults by field, `conflict` for a number that is there already, `not_found`,
 * `forbidden`; ZodError for input of another shape.
 */
export async function saveLicence(ctx: Ctx, input: SaveLicenceInput): Promise<{ id: string }> {
  const { productId, licence } = saveLicenceSchema.parse(input);
  const { licenceId, kind, number, issuedOn, expiresOn } = licence;
  try {
    return await inTransaction(ctx, async (tx) => {
      const product = await authorisedProduct(ctx, tx, productId, "product.edit");
      refuseFaults(licenceFaults(licence, product.today));
      const data = {
        kind,
        number,
        issuedOn: issuedOn ? parseDay(issuedOn) : null,
        expiresOn: expiresOn ? parseDay(expiresOn) : null,
      };
      if (licenceId) {
        const { count } = await tx.licence.updateMany({ where: { id: licenceId, productId }, data });
        if (count === 0) throw new AppError("not_found", `no licence ${licenceId} of product ${productId}`);
      }
      const id =
        licenceId ?? (await tx.licence.create({ data: { ...data, productId }, select: { id: true } })).id;
      await audit(tx, ctx, {
        action: licenceId ? "licence.corrected" : "licence.recorded",
        entity: "licence",
        entityId: id,
        institutionId: product.institutionId,
        data: { productId, kind, number, expiresOn },
      });
      return { id };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "licence recorded already", {
      fields: { number: [{ key: "products:error.licence.duplicate" }] },
      cause: error,
    });
  }
}

function refuseFaults(faults: readonly LicenceFault[]): void {
  if (faults.length === 0) return;
  const fields: Record<string, UserMessage[]> = {};
  for (const { field, reason } of faults) {
    fields[field] = [...(fields[field] ?? []), { key: `products:error.licence.${reason}` }];
  }
  throw new AppError("invalid", `licence refused: ${faults.map((fault) => fault.reason).join(", ")}`, {
    fields,
  });
}
