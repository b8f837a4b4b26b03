// npm start: everything from a bare checkout to a running Gaung. Until node_modules exists only Node's own modules
// are at hand, so the rest is imported late.
import { bold, dim, duration, notice, printError, step } from "./lib/console.mjs";
import { demoAccounts, discardHalfFilled, ensureDemoData } from "./lib/demo.mjs";
import { requireSpace } from "./lib/disk.mjs";
import * as instance from "./lib/instance.mjs";
import { ensureMigrated } from "./lib/migrations.mjs";
import { Postgres } from "./lib/postgres.mjs";
import { checkNode, ensureBuilt, ensureGenerated, ensureInstalled } from "./lib/prepare.mjs";
import { requireWebPort, startServices } from "./lib/services.mjs";
import { loadSettings } from "./lib/settings.mjs";
import { shutdown } from "./lib/shutdown.mjs";

const began = Date.now();
let services = null;
let postgres = null;
const exit = shutdown({
  onStop: () => console.log(`\n  ${dim("Stopping: finishing what is under way…")}`),
  onForce: () => {
    console.log(`  ${dim("Ending at once.")}`);
    services?.web.kill();
    services?.worker.kill();
  },
});

/** A step whose work resolves with a remark. */
const task = (title, work) => step(title, async (tell) => tell(await work(tell)));

try {
  console.log(`\n  ${bold("Gaung")}\n`);
  await task("Node", async () => checkNode());
  const settings = loadSettings();
  instance.requireProductionSettings(settings);
  const { paths, lock } = await instance.claimHome(settings.home);
  exit.add(() => lock.release());
  await requireWebPort(settings.port, process.env.HOST || "0.0.0.0");

  await task("Packages", (tell) => ensureInstalled({ dev: false }, tell));
  await task("Prisma client", ensureGenerated);
  await task("Build", ensureBuilt);
  const databaseUrl = await startDatabase(settings, paths);
  await task("Migrations", (tell) => ensureMigrated(databaseUrl, tell));
  const env = instance.serviceEnvironment({ ...settings, databaseUrl });
  if (!settings.production) {
    await task("Demo data", (tell) => ensureDemoData({ home: settings.home, databaseUrl, env }, tell));
  }
  await task("Web, worker", async () => {
    services = await startServices({
      env,
      port: settings.port,
      logs: instance.logFiles(settings, paths),
      onEvent: notice,
      onProcesses: (pids) => instance.noteChildren(lock, { url: address(settings) }, pids),
    });
    exit.add(() => services.stop());
    return "ready";
  });
  printAddress(settings);
} catch (error) {
  printError(error);
  await exit.end(1);
}

/** The database that the instance works on: the one of DATABASE_URL, or the embedded one, started. */
async function startDatabase(settings, paths) {
  if (settings.databaseUrl) {
    await discardHalfFilled(settings.home, null);
    return settings.databaseUrl;
  }
  await task("PostgreSQL", async () => {
    requireSpace(settings.home, 100, "the database");
    postgres = new Postgres({ directory: paths.postgres });
    exit.add(instance.keepAlive(postgres));
    await postgres.start();
    await postgres.ensureDatabase("gaung");
    await discardHalfFilled(settings.home, postgres);
    return `127.0.0.1:${postgres.port}${postgres.adopted ? ", found running" : ""}`;
  });
  return postgres.url();
}

function address(settings) {
  return process.env.PUBLIC_URL || `http://localhost:${settings.port}`;
}

function printAddress(settings) {
  const ready = `${bold("Gaung is ready:")} ${bold(address(settings))}`;
  const { emails, password } = demoAccounts;
  const accounts = settings.production ? "" : ` · sign in as ${emails.join(", ")} · password ${password}`;
  console.log(`\n  ${ready}${accounts} · ${dim(`${duration(Date.now() - began)}, Ctrl-C stops`)}\n`);
}
