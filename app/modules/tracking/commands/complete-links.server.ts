import type { Ctx } from "~/platform/context.server";
import { issueLink } from "./issue-link.server";

/** More would hold the worker too long; the rest has its turn an hour later. */
const BATCH = 1_000;

/**
 * Gives accepted claims of running campaigns what they lack: links for destinations that came to be known later, and
 * links of claims that were accepted before there were several. Repeated hourly, a net under the jobs.
 */
export async function completeLinks(ctx: Ctx): Promise<{ claims: number }> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM claim c
    JOIN campaign g ON g.id = c.campaign_id AND g.status IN ('PUBLISHED', 'PAUSED')
    WHERE c.status = 'ACCEPTED'
      AND (
        NOT EXISTS (SELECT 1 FROM coupon_code k WHERE k.claim_id = c.id)
        OR EXISTS (
          SELECT 1 FROM (
            SELECT 'PRODUCT'::text AS destination
            UNION ALL SELECT s.channel::text FROM product_listing s WHERE s.product_id = g.product_id
          ) d
          WHERE NOT EXISTS (
            SELECT 1 FROM referral_link l
            WHERE l.claim_id = c.id AND l.placement = 'MAIN' AND l.destination::text = d.destination
          )
        )
      )
    ORDER BY c.id LIMIT ${BATCH}`;
  for (const { id } of rows) await issueLink(ctx, { claimId: id });
  return { claims: rows.length };
}
