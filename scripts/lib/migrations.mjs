import { existsSync, readdirSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { nodeBin, run } from "./run.mjs";

/** The migrations that the database lacks, without loading the schema engine: a start that finds none is quick. */
export async function pendingMigrations(databaseUrl) {
  const { default: pg } = await import("pg");
  const folder = inRoot("prisma/migrations");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{14}_/.test(name)) : [];
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const applied = await appliedMigrations(client);
    const pending = names.filter((name) => !applied.has(name)).sort();
    return (await queueIsBehind(client)) ? [...pending, "queue tables"] : pending;
  } finally {
    await client.end();
  }
}

/** Brings the database up to date if it is not; resolves with what was done. */
export async function ensureMigrated(databaseUrl, tell) {
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length === 0) return "up to date";
  tell(pending.join(", "));
  await run([...nodeBin("tsx"), "prisma/migrate.ts", "deploy"], {
    title: "The migration",
    env: { DATABASE_URL: databaseUrl },
    advice: 'Nothing of the failed migration was kept; see docs/operations.md, "When a migration fails".',
  });
  return `applied ${pending.length}`;
}

async function appliedMigrations(client) {
  if (!(await exists(client, "_prisma_migrations"))) return new Set();
  const { rows } = await client.query(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Set(rows.map((row) => row.migration_name));
}

async function queueIsBehind(client) {
  if (!(await exists(client, "bullmq.migration"))) return true;
  const { assertSchemaCompatibility, LATEST_SCHEMA_VERSION } = await import("bullmq");
  return (await assertSchemaCompatibility(client)) < LATEST_SCHEMA_VERSION;
}

async function exists(client, table) {
  const { rows } = await client.query("SELECT to_regclass($1) AS found", [table]);
  return rows[0].found !== null;
}
