import { storedBrief } from "~/modules/campaigns/stored-brief";
import type { Ctx } from "~/platform/context.server";
import type { RuleInWords } from "../rule";

export type CreditedClaim = { creator: string; campaign: string };

const named = {
  id: true,
  creator: { select: { displayName: true } },
  campaign: { select: { title: true } },
} as const;

/** The names behind claims, in one look-up for a whole page. */
export async function creditedClaims(
  ctx: Ctx,
  rows: readonly { claimId: string | null }[],
): Promise<Map<string, CreditedClaim>> {
  const ids = [...new Set(rows.flatMap(({ claimId }) => (claimId ? [claimId] : [])))];
  if (ids.length === 0) return new Map();
  const claims = await ctx.db.claim.findMany({ where: { id: { in: ids } }, select: named });
  return new Map(
    claims.map(({ id, creator, campaign }) => [
      id,
      { creator: creator.displayName, campaign: campaign.title },
    ]),
  );
}

/** The most claims among which an officer chooses; those that an order's own evidence names are always there. */
const CHOICES = 200;

export type ClaimChoice = CreditedClaim & { claimId: string };

/** The claims of an institution that an order may be credited to, by the influencers' names. */
export async function claimChoices(ctx: Ctx, institutionId: string): Promise<ClaimChoice[]> {
  const claims = await ctx.db.claim.findMany({
    where: { campaign: { institutionId }, links: { some: {} } },
    select: named,
    orderBy: [{ creator: { displayName: "asc" } }, { id: "asc" }],
    take: CHOICES,
  });
  return claims.map(({ id, creator, campaign }) => ({
    claimId: id,
    ...{ creator: creator.displayName, campaign: campaign.title },
  }));
}

/** The rule that a claim's influencer accepted, with its campaign. */
export async function ruleOfClaim(ctx: Ctx, claimId: string): Promise<RuleInWords | null> {
  return (await rulesOfClaims(ctx, [claimId])).get(claimId) ?? null;
}

/** The same for many claims, in one look-up. */
export async function rulesOfClaims(
  ctx: Ctx,
  claimIds: readonly (string | null)[],
): Promise<Map<string, RuleInWords>> {
  const ids = [...new Set(claimIds.flatMap((id) => id ?? []))];
  if (ids.length === 0) return new Map();
  const claims = await ctx.db.claim.findMany({
    where: { id: { in: ids } },
    select: { id: true, campaign: { select: { title: true } }, revision: { select: { brief: true } } },
  });
  return new Map(
    claims.map(({ id, campaign, revision }) => {
      const { attribution, attributionWindowDays } = storedBrief(revision.brief);
      return [id, { campaign: campaign.title, rule: attribution, windowDays: attributionWindowDays }];
    }),
  );
}
