import type { Ctx } from "~/platform/context.server";

/** The undecided case that holds commission of an order, for who may read it; null for none. */
export async function caseOfOrder(
  ctx: Ctx,
  input: { institution: { id: string; regionId: string }; conversionId: string },
): Promise<string | null> {
  const { institution, conversionId } = input;
  if (!ctx.can("fraud.read", { institutionId: institution.id, regionId: institution.regionId })) return null;
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT kase.id FROM commission_hold hold
      JOIN fraud_case kase ON kase.claim_id = hold.claim_id AND hold.reference = 'fraud:' || kase.id
    WHERE hold.conversion_id = ${conversionId}::uuid AND hold.state = 'HELD'
      AND kase.institution_id = ${institution.id}::uuid AND kase.status IN ('OPEN', 'ASKED')
    ORDER BY kase.id LIMIT 1`;
  return found[0]?.id ?? null;
}
