import { type Db, Prisma } from "~/platform/db.server";

/** The worker's word that a batch is counted, as the shipper asks for it. */
export type Receipts = {
  /** Those of the batches that are counted. */
  among(batches: readonly string[]): Promise<string[]>;
  /** All counted batches of a segment, whoever shipped them. */
  ofSegment(segmentId: string): Promise<string[]>;
  /** Drops receipts that nobody will ask for any more. */
  forget(batches: readonly string[]): Promise<void>;
};

const NAME = /^([0-9a-f]{32})\.(\d+)\.(\d+)$/;

/** A batch's name says where its lines are: shipped again, it has the same name, and a receipt shows what is covered. */
export function batchName(segmentId: string, start: number, end: number): string {
  return `${segmentId}.${start}.${end}`;
}

/** From where to where a batch goes; null for a name that is none of ours. */
export function readBatchName(name: string): { start: number; end: number } | null {
  const match = NAME.exec(name);
  return match ? { start: Number(match[2]), end: Number(match[3]) } : null;
}

export function databaseReceipts(db: Db): Receipts {
  const names = (rows: { batch: string }[]) => rows.map((row) => row.batch);
  return {
    async among(batches) {
      if (batches.length === 0) return [];
      return names(await db.$queryRaw`SELECT batch FROM click_receipt WHERE batch = ANY(${batches}::text[])`);
    },
    // A scan, because an index on text serves prefixes in some collations only; the table holds what is under way.
    async ofSegment(segmentId) {
      return names(
        await db.$queryRaw`SELECT batch FROM click_receipt WHERE split_part(batch, '.', 1) = ${segmentId}`,
      );
    },
    async forget(batches) {
      if (batches.length === 0) return;
      await db.$executeRaw(Prisma.sql`DELETE FROM click_receipt WHERE batch = ANY(${batches}::text[])`);
    },
  };
}
