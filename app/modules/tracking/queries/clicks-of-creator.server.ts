import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { compactId, fullId, timeOfId } from "../click";

/**
 * Clicks by their ids without hyphens: the link's code and when it was; `expired` where clicks of that time are no
 * longer kept, so that nobody can say whether it was there. An id that is not among them was no click of these links.
 */
export type OwnClicks = ReadonlyMap<string, { code: string; at: Date } | "expired">;

/** Looks up which of these ids are stored clicks on links of this influencer. */
export async function clicksOfCreator(
  db: Pick<Ctx["db"] | Tx, "click" | "clickRetention" | "referralLink">,
  { creatorId, clickIds }: { creatorId: string; clickIds: readonly string[] },
): Promise<OwnClicks> {
  const found = new Map<string, { code: string; at: Date } | "expired">();
  if (clickIds.length === 0) return found;
  const retention = await db.clickRetention.findFirst({ select: { keptSince: true } });
  const oldest = retention?.keptSince.getTime() ?? 0;
  for (const id of clickIds) if (timeOfId(id) < oldest) found.set(id, "expired");
  const links = await db.referralLink.findMany({ where: { creatorId }, select: { no: true, code: true } });
  const codes = new Map(links.map(({ no, code }) => [no, code]));
  const rows = await db.click.findMany({
    where: { id: { in: clickIds.map(fullId) }, linkNo: { in: [...codes.keys()] } },
    select: { id: true, linkNo: true },
  });
  for (const { id, linkNo } of rows) {
    const code = codes.get(linkNo);
    if (code !== undefined) found.set(compactId(id), { code, at: new Date(timeOfId(id)) });
  }
  return found;
}
