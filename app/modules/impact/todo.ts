/** What waits for somebody at a Lapas. `CONTENT`, `CLAIMS` and `REVIEWS` keep an influencer waiting, the others the Lapas. */
export const TODO_KINDS = [
  "CONTENT",
  "CLAIMS",
  "BROKEN_LINK",
  "REVIEWS",
  "CONVERSIONS",
  "LICENCE_EXPIRED",
  "LICENCE_EXPIRING",
  "CAMPAIGN_DRAFT",
  "NO_FLAGSHIP",
  "NO_CAMPAIGN",
] as const;
export type TodoKind = (typeof TODO_KINDS)[number];

export type TodoItem = {
  /** Unique in the list. */
  key: string;
  kind: TodoKind;
  /** What it is about: an influencer, a campaign, a product. */
  subject: string | null;
  context: string | null;
  count: number;
  since: Date | null;
  until: Date | null;
  /** Path below /lapas/SLUG/. */
  path: string;
};

/** The most that a day's list shows. */
export const TODO_SHOWN = 8;

/**
 * The order in which to work: what is overdue or due first, then what has waited longest, then the kind's own rank.
 * Things without a date come last.
 */
export function orderTodo(items: readonly TodoItem[]): TodoItem[] {
  const rank = (item: TodoItem) => TODO_KINDS.indexOf(item.kind);
  const time = (date: Date | null) => date?.getTime() ?? Number.POSITIVE_INFINITY;
  const order = (left: number, right: number) => (left === right ? 0 : left < right ? -1 : 1);
  return [...items].sort(
    (a, b) =>
      order(time(a.until), time(b.until)) ||
      order(time(a.since), time(b.since)) ||
      order(rank(a), rank(b)) ||
      a.key.localeCompare(b.key),
  );
}
