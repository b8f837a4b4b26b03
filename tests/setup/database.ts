import { beforeEach } from "vitest";
import { type Db, db } from "~/platform/db.server";

/**
 * The test file's own database (tests/setup/own-database.ts makes it), through the application's client.
 * @param options.resetEach empties all tables before each test; without it, the file's tests see each other's rows
 */
export function useDatabase(options: { resetEach?: boolean } = {}): {
  readonly db: Db;
  readonly url: string;
} {
  if (options.resetEach) beforeEach(resetDatabase);
  return {
    get db() {
      return db();
    },
    get url() {
      return process.env.DATABASE_URL ?? "";
    },
  };
}

/** Empties every table of the application and of the queue, in one statement. */
export async function resetDatabase(): Promise<void> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname IN ('public', 'bullmq') AND tablename NOT IN ('_prisma_migrations', 'migration')`;
  const names = tables.map((table) => table.name).join(", ");
  await db().$executeRawUnsafe(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
}
