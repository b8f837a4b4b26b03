import type { Tx } from "./db.server";

/** PostgreSQL channel on which processes hear that something they hold in memory has changed: `KIND:KEY`. */
export const CHANGES_CHANNEL = "gaung_changes";

/** What processes hold copies of: a link by its code, everything else by its id. */
export type ChangedKind = "campaign" | "creator" | "link" | "product";

/**
 * Tells every process, the moment the transaction is through, what it is to read again; neither the queue nor the
 * worker is asked. Who does not listen just then reads everything when it does (listen.server.ts).
 */
export async function announceChange(
  tx: Pick<Tx, "$executeRaw">,
  kind: ChangedKind,
  key: string,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANGES_CHANNEL}, ${`${kind}:${key}`})`;
}
