import type { Tx } from "~/platform/db.server";
import { compactId, fullId } from "../click";

/** The link of a click that was counted. */
export type ClickedLink = { id: string; code: string; productId: string; institutionId: string };

/**
 * The links of clicks, by click id without hyphens. Missing are those that are not counted yet, and those past
 * retention. Anybody may name a click: that it was really theirs only its token's code says.
 */
export async function clickedLinks(
  tx: Pick<Tx, "$queryRaw">,
  clickIds: readonly string[],
): Promise<Map<string, ClickedLink>> {
  if (clickIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(ClickedLink & { clickId: string })[]>`
    SELECT c.id AS "clickId", l.id, l.code, l.product_id AS "productId", l.institution_id AS "institutionId"
    FROM click c JOIN referral_link l ON l.no = c.link_no
    WHERE c.id = ANY(${clickIds.map(fullId)}::uuid[])`;
  return new Map(rows.map(({ clickId, ...link }) => [compactId(clickId), link]));
}
