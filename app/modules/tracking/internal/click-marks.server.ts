import type { Tx } from "~/platform/db.server";
import { fullId } from "../click";
import { ClickTokens, readClickToken } from "../click-token.server";
import type { StoredEvidence } from "../order-report";

type StoredClick = StoredEvidence["clicks"][number];

/**
 * Checks click marks and finds the link of each. A mark names no link: it is the one of this institution for which its
 * code is right. So an order can be credited although its click still waits in the queue, and the click's row may one
 * day be gone.
 */
export async function readClickMarks(
  tx: Pick<Tx, "referralLink">,
  institutionId: string,
  texts: readonly string[],
): Promise<Map<string, StoredClick>> {
  const distinct = [...new Set(texts)];
  const marks = distinct.map((text) => ({ text, token: readClickToken(text) }));
  const links = marks.some(({ token }) => token)
    ? await tx.referralLink.findMany({ where: { institutionId }, select: { id: true } })
    : [];
  const signatures = new ClickTokens();
  return new Map(
    marks.map(({ text, token }) => {
      const link = token ? links.find(({ id }) => signatures.isFor(token, id)) : undefined;
      const clickId = token ? fullId(token.clickId) : text.slice(0, 100);
      return [text, { clickId, linkId: link?.id ?? null }];
    }),
  );
}
