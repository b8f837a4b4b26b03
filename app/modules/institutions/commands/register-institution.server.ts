import { freeSlug } from "~/kernel/slug";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { institutionSlug } from "../institution";
import { type RegisterInstitutionInput, registerInstitutionSchema } from "../institution.schemas";
import { nameTaken, regionFor } from "../internal/institution-rules.server";

/**
 * Adds a UPT to the tree, with an address made from its name.
 * @throws AppError `forbidden` unless the actor may edit institutions everywhere; `conflict` for a name in use;
 * `invalid` for an unknown Kanwil; ZodError for input of another shape.
 */
export async function registerInstitution(
  ctx: Ctx,
  input: RegisterInstitutionInput,
): Promise<{ id: string; slug: string }> {
  ctx.authorize("institution.edit", { regionId: input.regionId });
  const { isDemo = false } = input;
  const data = registerInstitutionSchema.parse(input);
  try {
    return await inTransaction(ctx, async (tx) => {
      const region = await regionFor(tx, data.regionId);
      const base = institutionSlug(data.name);
      const near = await tx.institution.findMany({
        where: { slug: { startsWith: base } },
        select: { slug: true },
      });
      const row = await tx.institution.create({
        data: {
          ...data,
          slug: freeSlug(base, new Set(near.map((other) => other.slug))),
          timeZone: region.timeZone,
          latitude: data.latitude ?? region.latitude,
          longitude: data.longitude ?? region.longitude,
          isDemo,
        },
        select: { id: true, slug: true },
      });
      await audit(tx, ctx, {
        action: "institution.registered",
        entity: "institution",
        entityId: row.id,
        institutionId: row.id,
      });
      return row;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw nameTaken(error);
    throw error;
  }
}
