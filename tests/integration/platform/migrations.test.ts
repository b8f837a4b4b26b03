import { describe, expect, inject, test } from "vitest";
import { checkMigrations, deployMigrations } from "../../../prisma/migrate";
import { pendingMigrations } from "../../../scripts/lib/migrations.mjs";
import { useDatabase } from "../../setup/database";

describe("migrations", () => {
  const database = useDatabase();

  test("make exactly what the schema says", async () => {
    expect(await checkMigrations(inject("postgresUrl"))).toBe("");
  });

  test("are all there after a deployment, and a second one finds nothing to do", async () => {
    expect(await pendingMigrations(database.url)).toEqual([]);
    expect(await deployMigrations(database.url)).toEqual([]);
  });

  test("are seen as pending when the database lacks one", async () => {
    const [last] = await database.db.$queryRaw<{ migration_name: string }[]>`
      DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)
      RETURNING migration_name`;
    expect(await pendingMigrations(database.url)).toEqual([last?.migration_name]);
  });

  test("of the queue are seen as pending when its tables are missing", async () => {
    await database.db.$executeRawUnsafe("DROP SCHEMA bullmq CASCADE");
    expect(await pendingMigrations(database.url)).toContain("queue tables");
  });
});
