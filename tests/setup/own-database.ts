import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { cloneDatabase } from "./clone";

/*
 * Before each integration test file: a database and a GAUNG_HOME of its own, set before anything of the application is
 * imported. After it: the pool is closed, both are removed.
 */
const database = await cloneDatabase(inject("postgresUrl"));
const home = mkdtempSync(path.join(tmpdir(), "gaung-home-"));
process.env.DATABASE_URL = database.url;
process.env.DATABASE_POOL = "5";
process.env.GAUNG_HOME = home;
delete process.env.REDIS_URL;
delete process.env.SMTP_URL;

afterAll(async () => {
  const { disconnectDb } = await import("~/platform/db.server");
  await disconnectDb();
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});
