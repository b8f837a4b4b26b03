/** A time in which an influencer went by a name. */
export type NamePeriod = { creatorId: string; since: Date /** Null: still. */; until: Date | null };

/** Whose a name was. `rivals` gave the same name at that time, but later: nobody has proven it to be theirs. */
export type NameHolders = { holder: string | null; rivals: string[] };

/**
 * Who bore a name at the time of an order. Of two at a time whoever took it first. Before anybody had registered it,
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
  if (at < first.since) return { holder: first.creatorId, rivals: [] };
  const bearing = inOrder.filter(({ since, until }) => since <= at && (until === null || at < until));
  const [holder, ...others] = new Set(bearing.map(({ creatorId }) => creatorId));
  return { holder: holder ?? null, rivals: others };
}
