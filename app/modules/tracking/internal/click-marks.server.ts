import { setImmediate as turn } from "node:timers/promises";
import type { Tx } from "~/platform/db.server";
import { fullId } from "../click";
import { ClickTokens, type ReadToken, readClickToken } from "../click-token.server";
import type { StoredEvidence } from "../order-report";
import { clickedLinks } from "./clicked-links.server";

type StoredClick = StoredEvidence["clicks"][number];

let clickTokens: ClickTokens | undefined;

function signatures(): ClickTokens {
  clickTokens ??= new ClickTokens();
  return clickTokens;
}

/**
 * Clicks of one order that are not counted yet, of which each costs a signature for every link of the institution. A
 * buyer has one, hardly ever two: what took a click to the order takes longer than counting it.
 */
const MOST_UNCOUNTED = 4;

/**
 * Checks click marks and finds the link of each. Mostly its click is counted, and one signature tells whether the mark
 * is genuine. Of a click that still waits in the queue, or whose row is past retention, it is the one of this
 * institution's links for which its code is right; that is tried for the latest of each report.
 * @param reports the marks of each report
 */
export async function readClickMarks(
  tx: Pick<Tx, "referralLink" | "$queryRaw">,
  institutionId: string,
  reports: readonly (readonly string[])[],
): Promise<Map<string, StoredClick>> {
  const tokens = new Map([...new Set(reports.flat())].map((text) => [text, readClickToken(text)]));
  const clickIds = [...tokens.values()].flatMap((token) => token?.clickId ?? []);
  const counted = await clickedLinks(tx, clickIds);
  const links = new Map<string, string>();
  const uncounted = new Map<string, ReadToken>();
  for (const texts of reports) {
    const unknown: [string, ReadToken][] = [];
    for (const text of texts) {
      const token = tokens.get(text);
      const link = token && counted.get(token.clickId);
      if (token && !link) unknown.push([text, token]);
      else if (link?.institutionId === institutionId && token && signatures().isFor(token, link.id))
        links.set(text, link.id);
    }
    for (const [text, token] of latest(unknown)) uncounted.set(text, token);
  }
  await tryLinks(tx, institutionId, uncounted, links);
  return new Map(
    [...tokens].map(([text, token]) => {
      const clickId = token ? fullId(token.clickId) : text.slice(0, 100);
      return [text, { clickId, linkId: links.get(text) ?? null }];
    }),
  );
}

/** Click ids begin with their time. */
function latest(marks: readonly [string, ReadToken][]): readonly [string, ReadToken][] {
  return marks.toSorted(([, a], [, b]) => (a.clickId < b.clickId ? 1 : -1)).slice(0, MOST_UNCOUNTED);
}

/** Adds the links of clicks whose rows are not there. Others have their turn between two marks. */
async function tryLinks(
  tx: Pick<Tx, "referralLink">,
  institutionId: string,
  marks: ReadonlyMap<string, ReadToken>,
  found: Map<string, string>,
): Promise<void> {
  if (marks.size === 0) return;
  const links = await tx.referralLink.findMany({ where: { institutionId }, select: { id: true } });
  for (const [text, token] of marks) {
    const link = links.find(({ id }) => signatures().isFor(token, id));
    if (link) found.set(text, link.id);
    await turn();
  }
}
