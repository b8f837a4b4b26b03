// npm test: everything from a bare checkout to the tests' result. The last line is "N passed, N failed[, N skipped]".
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { bold, duration, printError, step } from "./lib/console.mjs";
import { inRoot } from "./lib/paths.mjs";
import { checkNode, ensureGenerated, ensureInstalled } from "./lib/prepare.mjs";
import { nodeBin, runVisibly } from "./lib/run.mjs";
import { whenNpmEnds } from "./lib/shutdown.mjs";
import { addUp, failureLines, summaryLine } from "./lib/test-summary.mjs";

// The journeys come after the rest: on a small machine a browser, a server and a database beside other tests would
// make them slow enough to look broken.
const PHASES = [
  { title: "Rules, screens, database", projects: ["unit", "ui", "architecture", "integration"] },
  { title: "Journeys, faults, launcher", projects: ["e2e"] },
];

/** Runs one phase and reads what its reporter counted; null when the phase broke before it could count. */
async function runPhase({ title, projects }, args) {
  console.log(`\n${bold(title)}`);
  const report = inRoot(".cache", `tests-${process.pid}-${projects[0]}.json`);
  rmSync(report, { force: true });
  const options = [
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    "--passWithNoTests",
  ];
  const command = [
    ...nodeBin("vitest"),
    "run",
    ...projects.map((name) => `--project=${name}`),
    ...options,
    ...args,
  ];
  const exitCode = await runVisibly(command, { NODE_ENV: "test" });
  try {
    return { exitCode, report: JSON.parse(readFileSync(report, "utf8")) };
  } catch {
    return { exitCode, report: null }; // counted as a failure by addUp
  } finally {
    rmSync(report, { force: true });
  }
}

whenNpmEnds(() => process.exit(143));

let line = "0 passed, 1 failed";
let failed = true;
try {
  const began = Date.now();
  await step("Node", async (tell) => tell(checkNode()));
  await step("Packages", async (tell) => tell(await ensureInstalled({ dev: true }, tell)));
  await step("Prisma client", async (tell) => tell(await ensureGenerated(tell)));
  mkdirSync(inRoot(".cache"), { recursive: true });
  const results = [];
  for (const phase of PHASES) results.push(await runPhase(phase, process.argv.slice(2)));
  const sums = addUp(results);
  line = summaryLine(sums);
  failed = sums.failed > 0 || sums.passed + sums.failed === 0;
  if (sums.passed + sums.failed === 0)
    console.error("\nNo test ran: that is a failure too. Check the path given.");
  const failures = failureLines(results);
  if (failures.length > 0) console.error(`\nFailed:\n${failures.join("\n")}`);
  console.log(`\n${duration(Date.now() - began)}`);
} catch (error) {
  printError(error);
}
console.log(line);
process.exit(failed ? 1 : 0);
