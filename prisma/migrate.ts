import { pathToFileURL } from "node:url";
import { runMigrations } from "bullmq";
import pg from "pg";
import { acquireDatabase } from "../scripts/lib/database.mjs";
import { migrationList, schemaFiles, writeMigration } from "./engine/files";
import { withSchemaEngine } from "./engine/schema-engine";

const filters = { externalTables: [], externalEnums: [] };

/** Applies the migrations that the database lacks, then those of BullMQ's queue tables. Returns their names. */
export async function deployMigrations(databaseUrl: string): Promise<string[]> {
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList: migrationList(), filters }),
  );
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client);
    await storeJobsPlainly(client);
  } finally {
    await client.end();
  }
  return appliedMigrationNames;
}

/**
 * A job of half a megabyte of clicks lives for seconds: compressing it costs PostgreSQL three times as much as all else
 * about storing it (measured: 17.5 ms a job against 5.7).
 */
async function storeJobsPlainly(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT FROM pg_attribute WHERE attrelid = 'bullmq.job'::regclass AND attname = 'data' AND attstorage <> 'e'`,
  );
  if (rows.length > 0) await client.query("ALTER TABLE bullmq.job ALTER COLUMN data SET STORAGE EXTERNAL");
}

/** What the schema asks for beyond the migrations: as SQL, or as a summary for people. Empty when nothing. */
async function difference(databaseUrl: string, as: "sql" | "summary"): Promise<string> {
  const { exitCode, stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrationList() },
      to: { tag: "schemaDatamodel", ...schemaFiles() },
      filters,
      exitCode: true,
      script: as === "sql",
    }),
  );
  return exitCode === 0 ? "" : (stdout ?? "");
}

/** Where the migrations and the schema differ; empty when they agree. */
export async function checkMigrations(databaseUrl: string): Promise<string> {
  return difference(databaseUrl, "summary");
}

/** Writes a migration with what the schema has and the migrations lack; null when there is nothing. */
export async function newMigration(databaseUrl: string, name: string, now: Date): Promise<string | null> {
  const sql = await difference(databaseUrl, "sql");
  return sql ? writeMigration(name, sql, now) : null;
}

const usage = "Usage: npm run db:migrate | npm run db:check | npm run db:diff -- NAME_IN_SNAKE_CASE";

/** The command line: prints what was done and returns the exit code. */
async function main([command, name]: string[]): Promise<number> {
  if (!["deploy", "check", "new"].includes(command ?? "")) {
    console.error(usage);
    return 2;
  }
  if (command === "new" && !/^[a-z][a-z0-9_]*$/.test(name ?? "")) {
    console.error(`A migration needs a name in snake_case. ${usage}`);
    return 2;
  }
  const database = await acquireDatabase();
  try {
    if (command === "deploy") {
      const applied = await deployMigrations(database.url);
      console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
      return 0;
    }
    if (command === "check") {
      const difference = await checkMigrations(database.url);
      console.log(
        difference
          ? `The schema and the migrations differ (npm run db:diff -- NAME writes a migration):\n${difference}`
          : "The migrations make exactly the schema.",
      );
      return difference ? 1 : 0;
    }
    const file = await newMigration(database.url, name ?? "", new Date());
    console.log(
      file ? `Wrote ${file}: read it before you commit it.` : "The migrations make exactly the schema.",
    );
    return 0;
  } finally {
    await database.release();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  // The schema engine leaves a timer of ten seconds behind (the patience of its lock): do not wait for it.
  process.exit(await main(process.argv.slice(2)));
}
