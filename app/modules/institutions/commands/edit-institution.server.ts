import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { type EditInstitutionInput, editInstitutionSchema } from "../institution.schemas";
import { nameTaken, regionFor } from "../internal/institution-rules.server";

/** What the head of an institution may not change alone: what it is, and whose it is. */
const IDENTITY_FIELDS = ["kind", "class", "name", "regionId"] as const;

/**
 * Changes an institution. Its address (slug) stays: links point there. The head changes place and contact; name, kind,
 * class and Kanwil take somebody who may edit institutions everywhere.
 * @throws AppError `not_found`, `forbidden`, `conflict` for a name in use.
 */
export async function editInstitution(ctx: Ctx, input: EditInstitutionInput): Promise<{ id: string }> {
  const { institutionId, ...data } = editInstitutionSchema.parse(input);
  try {
    return await inTransaction(ctx, async (tx) => {
      const current = await tx.institution.findUnique({ where: { id: institutionId } });
      if (!current) throw new AppError("not_found", `no institution ${institutionId}`);
      ctx.authorize("institution.edit", { institutionId, regionId: current.regionId });
      const changed = IDENTITY_FIELDS.filter((field) => data[field] !== current[field]);
      if (changed.length > 0) {
        ctx.authorize("institution.edit", { regionId: current.regionId });
        ctx.authorize("institution.edit", { regionId: data.regionId });
      }
      const region = await regionFor(tx, data.regionId);
      await tx.institution.update({
        where: { id: institutionId },
        data: {
          ...data,
          timeZone: region.timeZone,
          latitude: data.latitude ?? region.latitude,
          longitude: data.longitude ?? region.longitude,
        },
      });
      await audit(tx, ctx, {
        action: "institution.edited",
        entity: "institution",
        entityId: institutionId,
        institutionId,
        data: { identity: changed },
      });
      return { id: institutionId };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw nameTaken(error);
    throw error;
  }
}
