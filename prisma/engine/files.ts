import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";

const folder = path.resolve(import.meta.dirname, "..");
export const migrationsFolder = path.join(folder, "migrations");
const schemaFolder = path.join(folder, "schema");
const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };

/** The names of the migrations, oldest first. */
export function migrationNames(): string[] {
  if (!existsSync(migrationsFolder)) return [];
  return readdirSync(migrationsFolder)
    .filter((name) => /^\d{14}_/.test(name))
    .sort();
}

/** The migrations as the schema engine takes them. */
export function migrationList(): MigrationList {
  return {
    baseDir: migrationsFolder,
    shadowDbInitScript: "",
    lockfile,
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok",
          value: readFileSync(path.join(migrationsFolder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

/** All files of the schema, as the schema engine takes them. */
export function schemaFiles(): SchemasContainer {
  return {
    files: readdirSync(schemaFolder)
      .filter((name) => name.endsWith(".prisma"))
      .sort()
      .map((name) => path.join(schemaFolder, name))
      .map((file) => ({ path: file, content: readFileSync(file, "utf8") })),
  };
}

/**
 * Writes a migration.
 * @param name what changes, in snake_case
 * @returns the file
 */
export function writeMigration(name: string, sql: string, now: Date): string {
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const target = path.join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  const lock = path.join(migrationsFolder, lockfile.path);
  if (!existsSync(lock)) writeFileSync(lock, lockfile.content);
  const file = path.join(target, "migration.sql");
  writeFileSync(file, `${sql.trimEnd()}\n`);
  return file;
}
