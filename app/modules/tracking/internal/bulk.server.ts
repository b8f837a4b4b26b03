import { Prisma, type Tx } from "~/platform/db.server";

/** Columns of a table with their PostgreSQL types; only ever constants of this module. */
export type Columns = Readonly<Record<string, string>>;

type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts any number of rows in one statement and one parameter. Property names are the column names.
 * @param conflict what to do with rows that are there already, as SQL
 */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: Columns,
  rows: readonly Row[],
  conflict = "",
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns).join(", ");
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  const sql = `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_to_recordset(`;
  await tx.$executeRaw(
    Prisma.sql`${Prisma.raw(sql)}${jsonOf(rows)}::jsonb) AS r(${Prisma.raw(types.join(", "))}) ${Prisma.raw(conflict)}`,
  );
}

/** As one JSON text; whole rupiah as digits, which PostgreSQL reads without loss. */
export function jsonOf(rows: readonly Row[]): string {
  return JSON.stringify(rows.map(withoutBigints));
}

/** By hand: a replacer would be asked for each value of each row, several times as slow. */
function withoutBigints(row: Row): Row {
  const plain: Record<string, unknown> = {};
  for (const name in row) {
    const value = row[name];
    plain[name] = typeof value === "bigint" ? String(value) : value;
  }
  return plain;
}
