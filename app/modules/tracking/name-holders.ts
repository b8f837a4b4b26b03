/** A time in which an influencer went by a name. */
export type NamePeriod = { creatorId: string; since: Date /** Null: still. */; until: Date | null };

/**
 * Whose a name was. `rivals` gave the same name at that time, but later: nobody has proven it to be theirs. Where
 * nobody can tell who was first, all are rivals and nobody holds it.
 */
export type NameHolders = { holder: string | null; rivals: string[] };

/**
 * Who bore a name at the time of an order. Of two at a time whoever took it first; nobody where both began as one
 * (what was written down before times were kept). Before anybody had registered it,
 * the first who did: an account is older than its registration. Between and after periods nobody. So what is
 * registered or changed later never moves an order of before.
 * @param periods of one name
 */
export function holdersAt(periods: readonly NamePeriod[], at: Date): NameHolders {
  const inOrder = [...periods].sort(
    (a, b) => a.since.getTime() - b.since.getTime() || (a.creatorId < b.creatorId ? -1 : 1),
  );
  const [first] = inOrder;
  if (!first) return { holder: null, rivals: [] };
  const before = at < first.since;
  const bearing = before
    ? inOrder.filter(({ since }) => since.getTime() === first.since.getTime())
    : inOrder.filter(({ since, until }) => since <= at && (until === null || at < until));
  const [eldest] = bearing;
  const all = [...new Set(bearing.map(({ creatorId }) => creatorId))];
  const together = bearing.some(
    ({ since, creatorId }) => since.getTime() === eldest?.since.getTime() && creatorId !== eldest.creatorId,
  );
  if (together) return { holder: null, rivals: all };
  return { holder: eldest?.creatorId ?? null, rivals: all.slice(1) };
}
