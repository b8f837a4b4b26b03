import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { inRoot } from "./paths.mjs";
import { nodeBin, run } from "./run.mjs";

export const demoAccounts = {
  emails: ["influencer", "humas", "kanwil", "direktorat", "admin"].map((name) => `${name}@demo.gaung.id`),
  password: "gaung-demo-2026",
};

/** Stands while demo data is being filled in: a fill that was interrupted is recognised and begun anew. */
const marker = (home) => path.join(home, "demo-data-unfinished");

/**
 * Empties a database whose filling was interrupted. Before migrating; the instance never ran on it, so nothing of
 * anybody's is lost.
 */
export async function discardHalfFilled(home, postgres) {
  if (!existsSync(marker(home))) return;
  if (!postgres) {
    throw new Failure(
      "Filling the database with demo data was interrupted, so it is half full.",
      `Empty the database of DATABASE_URL, delete ${marker(home)}, then start again.`,
    );
  }
  await postgres.query(`DROP DATABASE IF EXISTS "gaung" WITH (FORCE)`);
  await postgres.ensureDatabase("gaung");
  rmSync(marker(home));
}

/** Fills an empty database with demo data; resolves with what was done. */
export async function ensureDemoData({ home, databaseUrl, env }, tell) {
  if (!(await isEmpty(databaseUrl))) return "already there";
  if (!existsSync(inRoot("prisma/seed/index.ts"))) return "none comes with this checkout";
  writeFileSync(marker(home), "");
  await run([...nodeBin("tsx"), "prisma/seed/index.ts"], {
    title: "Filling the database with demo data",
    env,
    onLine: tell,
    advice: "The next start empties the database and fills it again.",
  });
  rmSync(marker(home));
  return "filled an empty database";
}

async function isEmpty(databaseUrl) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT EXISTS (SELECT 1 FROM institution) AS found");
    return !rows[0].found;
  } finally {
    await client.end();
  }
}
