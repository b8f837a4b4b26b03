import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";

/** Where an order's evidence is stored. @throws AppError `forbidden`, `not_found`. */
export async function conversionEvidence(
  ctx: Ctx,
  input: { institution: { id: string; regionId: string }; conversionId: string },
): Promise<{ storageKey: string }> {
  const { institution, conversionId } = input;
  ctx.authorize("conversion.read", { institutionId: institution.id, regionId: institution.regionId });
  const row = isId(conversionId)
    ? await ctx.db.conversion.findUnique({
        where: { id: conversionId, institutionId: institution.id },
        select: { evidenceKey: true },
      })
    : null;
  if (!row?.evidenceKey) throw new AppError("not_found", `no evidence of conversion ${conversionId}`);
  return { storageKey: row.evidenceKey };
}
