import { once } from "node:events";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { env } from "./env.server";
import { log } from "./log.server";

/**
 * Connections for the few paths that move thousands of rows at once, where Prisma's typed queries would cost more
 * than the work itself: plain node-postgres, with COPY.
 */
export type BulkClient = pg.PoolClient;

const POOL_SIZE = 6;
let pool: { url: string; pool: pg.Pool } | undefined;

function bulkPool(): pg.Pool {
  const url = env().DATABASE_URL;
  if (pool?.url === url) return pool.pool;
  void pool?.pool.end();
  const made = new pg.Pool({ connectionString: url, max: POOL_SIZE, application_name: "gaung-bulk" });
  // A connection that is cut says so to whoever listens, besides failing the query under way; unheard, that would end
  // the process. The pool throws it away.
  made.on("connect", (client) => client.on("error", sayLost));
  made.on("error", () => {}); // of an idle connection: said already
  pool = { url, pool: made };
  return made;
}

function sayLost(error: Error): void {
  log().warn({ err: error }, "a bulk connection was lost");
}

/** Runs `work` on one connection, outside any transaction. */
export async function withBulk<Result>(work: (client: BulkClient) => Promise<Result>): Promise<Result> {
  const client = await bulkPool().connect();
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    // A connection in the middle of a failed COPY is not worth keeping.
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs `work` in one transaction: all of it is stored, or nothing. */
export function inBulkTransaction<Result>(work: (client: BulkClient) => Promise<Result>): Promise<Result> {
  return withBulk(async (client) => {
    await client.query("BEGIN");
    try {
      const result = await work(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch((second: unknown) => {
        log().warn(
          { err: second },
          "a failed transaction could not be rolled back, its connection is closed",
        );
      });
      throw error;
    }
  });
}

/** Sends rows in PostgreSQL's binary COPY format. @param statement `COPY … FROM STDIN WITH (FORMAT binary)` */
export async function copyIn(client: BulkClient, statement: string, rows: Buffer): Promise<void> {
  const stream = client.query(copyFrom(statement));
  const finished = once(stream, "finish");
  // Said again to whoever listens after the first; it has been heard.
  stream.on("error", () => {});
  stream.end(rows);
  await finished;
}

/**
 * An array of whole numbers (digits and a sign) as PostgreSQL writes it, for a parameter `$1::int8[]`. node-postgres would quote and escape
 * each element, which for thousands of them costs more than the query.
 */
export function numberArray(values: readonly (number | string)[]): string {
  return `{${values.join(",")}}`;
}

/** Whether the error is PostgreSQL's `unique_violation`. */
export function isUniqueRow(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "23505";
}

/** Closes the connections, for the end of a process or of a test file. */
export async function endBulk(): Promise<void> {
  const current = pool;
  pool = undefined;
  await current?.pool.end();
}
