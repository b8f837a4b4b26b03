// npm run validate: all that has to hold before a change is handed on, cheapest first.
import { bold, duration, green, printError, red, step } from "./lib/console.mjs";
import { ensureBuilt, ensureGenerated, ensureInstalled } from "./lib/prepare.mjs";
import { nodeBin, run, runVisibly } from "./lib/run.mjs";
import { startTestCluster } from "./lib/test-cluster.mjs";

const npmBin =
  (name, ...args) =>
  () =>
    run([...nodeBin(name), ...args], { title: name });

/** The schema and the migrations against a database of their own, so that no instance is touched. */
async function checkMigrations() {
  const { postgres, stop } = await startTestCluster();
  try {
    const env = { DATABASE_URL: postgres.url("postgres") };
    await run([...nodeBin("tsx"), "prisma/migrate.ts", "check"], { title: "db:check", env });
  } finally {
    await stop();
  }
}

const CHECKS = {
  Types: npmBin("tsc", "--noEmit"),
  Lint: npmBin("biome", "lint", "--error-on-warnings", "."),
  Format: npmBin("biome", "format", "."),
  "Import rules": npmBin("depcruise", "--config", ".dependency-cruiser.cjs", "app", "workers", "server.ts"),
  Migrations: checkMigrations,
  Build: async (tell) => tell(await ensureBuilt(tell)),
};

const began = Date.now();
const outcomes = [];
await step("Packages", async (tell) => tell(await ensureInstalled({ dev: true }, tell)));
await step("Prisma client", async (tell) => tell(await ensureGenerated(tell)));
for (const [name, check] of Object.entries(CHECKS)) {
  const start = Date.now();
  try {
    await step(name, check);
    outcomes.push({ name, ok: true, ms: Date.now() - start });
  } catch (error) {
    printError(error);
    outcomes.push({ name, ok: false, ms: Date.now() - start });
  }
}
const start = Date.now();
const tests = await runVisibly([process.execPath, "scripts/test.mjs"]);
outcomes.push({ name: "Tests", ok: tests === 0, ms: Date.now() - start });

console.log(`\n${bold("Validation")} ${duration(Date.now() - began)}`);
for (const { name, ok, ms } of outcomes) {
  console.log(`  ${ok ? green("✓") : red("✗")} ${name.padEnd(14)} ${duration(ms)}`);
}
process.exit(outcomes.every(({ ok }) => ok) ? 0 : 1);
