import type { Tx } from "~/platform/db.server";
import type { RowOutcome } from "../import";
import type { ReadRow } from "../read-row";
import type { StoredChange } from "../row-change";

/** Stores rows that were read. */
export async function stageRows(tx: Tx, importId: string, rows: readonly ReadRow[]): Promise<void> {
  if (rows.length === 0) return;
  const data = JSON.stringify(rows.map((row) => ({ row: row.row, key: row.key, ...staged(row) })));
  await tx.$executeRaw`
    INSERT INTO import_row (import_id, row, key, outcome, "column", reason, params, fact)
    SELECT ${importId}::uuid, r.row, r.key, r.outcome::"RowOutcome", r.col, r.reason, r.params, r.fact
    FROM jsonb_to_recordset(${data}::jsonb)
      AS r(row int, key text, outcome text, col text, reason text, params jsonb, fact jsonb)`;
}

function staged(row: ReadRow) {
  const nothing = { col: null, reason: null, params: null, fact: null };
  switch (row.kind) {
    case "refused": {
      const { column, reason, params } = row.refusal;
      return { ...nothing, outcome: "REFUSED", col: column, reason, params };
    }
    case "skipped":
      return { ...nothing, outcome: "SKIPPED", reason: row.reason };
    default:
      return { ...nothing, outcome: "PENDING", fact: row.fact };
  }
}

export type Verdict = {
  row: number;
  outcome: RowOutcome;
  reason?: string | null;
  params?: Record<string, string | number> | null;
  change?: StoredChange | null;
  institutionId?: string | null;
};

/** Writes what becomes of rows. */
export async function judgeRows(tx: Tx, importId: string, verdicts: readonly Verdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  const data = JSON.stringify(
    verdicts.map(({ row, outcome, reason = null, params = null, change = null, institutionId = null }) => ({
      ...{ row, outcome, reason, params, change, institution: institutionId },
    })),
  );
  await tx.$executeRaw`
    UPDATE import_row SET outcome = v.outcome::"RowOutcome", reason = v.reason, params = v.params,
      change = v.change, institution_id = coalesce(v.institution::uuid, institution_id)
    FROM jsonb_to_recordset(${data}::jsonb)
      AS v(row int, outcome text, reason text, params jsonb, change jsonb, institution text)
    WHERE import_row.import_id = ${importId}::uuid AND import_row.row = v.row`;
}

/** Rows and entries by outcome. */
export async function countRows(
  tx: Tx,
  importId: string,
): Promise<Record<string, { rows: number; entries: number }>> {
  const counted = await tx.$queryRaw<{ outcome: string; rows: bigint; entries: bigint }[]>`
    SELECT outcome::text, count(*) AS rows, count(DISTINCT key) AS entries
    FROM import_row WHERE import_id = ${importId}::uuid GROUP BY outcome`;
  return Object.fromEntries(
    counted.map(({ outcome, rows, entries }) => [outcome, { rows: Number(rows), entries: Number(entries) }]),
  );
}

export type StagedRow = {
  row: number;
  key: string;
  outcome: RowOutcome | "PENDING";
  reason: string | null;
  fact: unknown;
  institutionId: string | null;
};

/** Entries (orders or figures) dealt with in one transaction. */
export const CHUNK = 500;

/** The rows of some entries, and the key of the last of them. */
export type Chunk = { rows: StagedRow[]; last: string };

/**
 * The rows from the import's cursor on, entry by entry in the order of their keys, a chunk at a time.
 * @param live leaves out entries without a row to be applied; a chunk may be left without rows
 */
export async function* chunksOf(
  db: Pick<Tx, "$queryRaw">,
  { id, cursor }: { id: string; cursor: string | null },
  live: boolean,
): AsyncGenerator<Chunk, void, undefined> {
  let chunk = await nextChunk(db, id, cursor ?? "", live);
  while (chunk) {
    yield chunk;
    chunk = await nextChunk(db, id, chunk.last, live);
  }
}

async function nextChunk(
  db: Pick<Tx, "$queryRaw">,
  importId: string,
  from: string,
  live: boolean,
): Promise<Chunk | null> {
  // By the key alone: what the planner knows of outcomes is old, and would have it look at all of them each time.
  const [found] = await db.$queryRaw<{ last: string | null }[]>`
    SELECT max(key) AS last FROM (
      SELECT DISTINCT key FROM import_row WHERE import_id = ${importId}::uuid AND key > ${from}
      ORDER BY key LIMIT ${CHUNK}
    ) AS entries`;
  const last = found?.last ?? null;
  if (last === null) return null;
  const rows = await db.$queryRaw<StagedRow[]>`
    SELECT row, key, outcome::text, reason, fact, institution_id AS "institutionId"
    FROM import_row WHERE import_id = ${importId}::uuid AND key > ${from} AND key <= ${last}
    ORDER BY key, row`;
  if (!live) return { rows, last };
  const wanted = new Set(rows.flatMap(({ key, outcome }) => (LIVE.has(outcome) ? key : [])));
  return { rows: rows.filter(({ key }) => wanted.has(key)), last };
}

const LIVE: ReadonlySet<StagedRow["outcome"]> = new Set(["NEW", "UPDATED", "BACKWARD", "UNCHANGED"]);

/** Tells the planner of rows that have just come in; without it a large file is sorted anew for each chunk. */
export async function analyseRows(db: Pick<Tx, "$executeRaw">): Promise<void> {
  await db.$executeRaw`ANALYZE import_row`;
}

/** Rows put together by their entry. */
export function byEntry(rows: readonly StagedRow[]): [string, StagedRow[]][] {
  const entries = new Map<string, StagedRow[]>();
  for (const row of rows) {
    const known = entries.get(row.key);
    if (known) known.push(row);
    else entries.set(row.key, [row]);
  }
  return [...entries];
}
