import type { Ctx } from "~/platform/context.server";

export type CreditedClaim = { creator: string; campaign: string };

/** The names behind claims, in one look-up for a whole page. */
export async function creditedClaims(
  ctx: Ctx,
  rows: readonly { claimId: string | null }[],
): Promise<Map<string, CreditedClaim>> {
  const ids = [...new Set(rows.flatMap(({ claimId }) => (claimId ? [claimId] : [])))];
  if (ids.length === 0) return new Map();
  const claims = await ctx.db.claim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      creator: { select: { displayName: true } },
      campaign: { select: { title: true } },
    },
  });
  return new Map(
    claims.map(({ id, creator, campaign }) => [
      id,
      { creator: creator.displayName, campaign: campaign.title },
    ]),
  );
}
