import type { Ctx } from "~/platform/context.server";

export type HeldOfCreator = { claimId: string; campaign: string; orders: number; heldRupiah: bigint };

/** Commission of the signed-in influencer that waits for an officer, by claim: figures hold it, so it is told apart. */
export async function heldOfCreator(ctx: Ctx): Promise<HeldOfCreator[]> {
  ctx.authorize("report.own");
  const creatorId = ctx.actor.kind === "user" ? ctx.actor.creatorId : null;
  if (creatorId === null) return [];
  return ctx.db.$queryRaw<HeldOfCreator[]>`
    SELECT claim.id AS "claimId", campaign.title AS campaign, count(*)::int4 AS orders,
      sum(credit.commission_rupiah)::int8 AS "heldRupiah"
    FROM claim JOIN campaign ON campaign.id = claim.campaign_id
    JOIN commission_hold hold ON hold.claim_id = claim.id AND hold.state = 'HELD'
    JOIN conversion_credit credit ON credit.claim_id = claim.id AND credit.conversion_id = hold.conversion_id
    WHERE claim.creator_id = ${creatorId}::uuid
    GROUP BY 1, 2 ORDER BY 1`;
}
