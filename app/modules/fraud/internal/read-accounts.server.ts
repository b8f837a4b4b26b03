import type { Ctx } from "~/platform/context.server";
import type { Shared, SharedAccount } from "../account-rules";
import { groupBy } from "../group-by";

type Row = {
  what: Shared;
  first_id: string;
  first_name: string;
  claim_id: string;
  accepted_at: Date;
};

/**
 * Influencers who gave the same account as one who registered before, where one Lapas accepted both. A spelling is
 * another when only capitals, dots, hyphens and underscores differ.
 */
export async function readSharedAccounts(ctx: Ctx): Promise<SharedAccount[]> {
  const rows = await ctx.db.$queryRaw<Row[]>`
    WITH given AS (
      SELECT creator_id, 'AFFILIATE_ID' AS what, network::text || ':' || affiliate_id AS account
      FROM affiliate_account WHERE affiliate_id <> ''
      UNION SELECT id, 'WHATSAPP', regexp_replace(whatsapp, '\\D', '', 'g')
      FROM creator WHERE length(regexp_replace(whatsapp, '\\D', '', 'g')) >= 9
      UNION SELECT creator_id, 'SOCIAL', platform::text || ':' || lower(handle) FROM social_account
      UNION SELECT creator_id, 'SOCIAL_SPELLING', platform::text || ':' || regexp_replace(lower(handle), '[._-]', '', 'g')
      FROM social_account
    ), pair AS (
      SELECT DISTINCT later.what, earlier.creator_id AS first_id, later.creator_id AS later_id
      FROM given later JOIN given earlier USING (what, account)
      JOIN creator a ON a.id = earlier.creator_id JOIN creator b ON b.id = later.creator_id
      WHERE (a.created_at, a.id) < (b.created_at, b.id)
    )
    SELECT DISTINCT pair.what, pair.first_id, first.display_name AS first_name, claim.id AS claim_id,
      coalesce(claim.decided_at, claim.applied_at) AS accepted_at
    FROM pair JOIN creator first ON first.id = pair.first_id
    JOIN claim ON claim.creator_id = pair.later_id AND claim.status = 'ACCEPTED'
    JOIN campaign ON campaign.id = claim.campaign_id
    WHERE EXISTS (SELECT FROM claim other JOIN campaign place ON place.id = other.campaign_id
        WHERE other.creator_id = pair.first_id AND other.status = 'ACCEPTED'
          AND place.institution_id = campaign.institution_id)
      AND NOT (pair.what = 'SOCIAL_SPELLING' AND EXISTS (SELECT FROM pair same
        WHERE same.what = 'SOCIAL' AND same.first_id = pair.first_id AND same.later_id = pair.later_id))
    ORDER BY 1, 2, 4`;
  return [...groupBy(rows, (row) => `${row.what} ${row.first_id}`).values()].flatMap((group) => {
    const [head] = group;
    if (!head) return [];
    const claims = group.map((row) => ({ claimId: row.claim_id, acceptedAt: row.accepted_at }));
    return [{ what: head.what, first: { creatorId: head.first_id, name: head.first_name }, claims }];
  });
}
