import { step } from "./console.mjs";
import { discardHalfFilled, ensureDemoData } from "./demo.mjs";
import { requireSpace } from "./disk.mjs";
import { claimHome, keepAlive, requireProductionSettings, serviceEnvironment } from "./instance.mjs";
import { ensureMigrated } from "./migrations.mjs";
import { Postgres } from "./postgres.mjs";
import { checkNode, ensureGenerated, ensureInstalled } from "./prepare.mjs";
import { requireWebPort } from "./services.mjs";
import { loadSettings } from "./settings.mjs";

/** A step whose work resolves with its remark. */
export const task = (title, work) => step(title, async (tell) => tell(await work(tell)));

/**
 * The part of a start that the real thing and development share: checks, packages, the Prisma client, the database
 * with its migrations, demo data.
 * @param {ReturnType<import("./shutdown.mjs").shutdown>} exit collects what has to be undone at the end
 * @param {{ dev: boolean, build?: (tell: (remark: string) => void) => Promise<string> }} options
 */
export async function prepareInstance(exit, { dev, build }) {
  await task("Node", async () => checkNode());
  const settings = loadSettings();
  requireProductionSettings(settings);
  const { paths, lock } = await claimHome(settings.home);
  exit.add(() => lock.release());
  await requireWebPort(settings.port, process.env.HOST || "0.0.0.0");

  await task("Packages", (tell) => ensureInstalled({ dev }, tell));
  await task("Prisma client", ensureGenerated);
  if (build) await task("Build", build);
  const databaseUrl = await startDatabase(settings, paths, exit);
  await task("Migrations", (tell) => ensureMigrated(databaseUrl, tell));
  const env = serviceEnvironment({ ...settings, databaseUrl });
  if (!settings.production) {
    await task("Demo data", (tell) => ensureDemoData({ home: settings.home, databaseUrl, env }, tell));
  }
  return { settings, paths, lock, env };
}

/** The database that the instance works on: the one of DATABASE_URL, or the embedded one, started. */
async function startDatabase(settings, paths, exit) {
  if (settings.databaseUrl) {
    await discardHalfFilled(settings.home, null);
    return settings.databaseUrl;
  }
  const postgres = new Postgres({ directory: paths.postgres });
  await task("PostgreSQL", async () => {
    requireSpace(settings.home, 100, "the database");
    exit.add(keepAlive(postgres));
    await postgres.start();
    await postgres.ensureDatabase("gaung");
    await discardHalfFilled(settings.home, postgres);
    return `127.0.0.1:${postgres.port}${postgres.adopted ? ", found running" : ""}`;
  });
  return postgres.url();
}
