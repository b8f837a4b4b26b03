import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { REPORT_KINDS } from "~/modules/imports/report";
import { startTestCluster } from "../../scripts/lib/test-cluster.mjs";
import { cloneDatabase } from "../setup/clone";

const SMALL_ROWS = 2_000;

/**
 * Imports measured through the real commands, each in a process of its own with a small heap and in a database of its
 * own: all 13 reports small, and one of orders large as csv and as xlsx. `npm run bench -- import [ROWS] [large]` (200,000; `large` leaves out the small).
 */
export async function benchImport([rows = "200000", only]: readonly string[]): Promise<void> {
  const cluster = await startTestCluster({ durable: true });
  try {
    const serverUrl = cluster.postgres.url("postgres");
    const small = only === "large" ? [] : REPORT_KINDS;
    for (const kind of small) await measure(serverUrl, [kind, "native", String(SMALL_ROWS)]);
    for (const format of ["csv", "xlsx"]) await measure(serverUrl, ["SHOPEE_ORDERS", format, rows]);
  } finally {
    await cluster.stop();
  }
}

async function measure(serverUrl: string, args: string[]): Promise<void> {
  const database = await cloneDatabase(serverUrl);
  const home = mkdtempSync(path.join(tmpdir(), "gaung-bench-"));
  try {
    await run(args, { ...process.env, DATABASE_URL: database.url, GAUNG_HOME: home, NODE_ENV: "test" });
  } finally {
    rmSync(home, { recursive: true, force: true });
    await database.drop();
  }
}

/** What the child's heap may take: what it does not need is given back instead of being counted. */
const HEAP_MB = 192;

/** The child prints its own line of figures. */
function run(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const node = [`--max-old-space-size=${HEAP_MB}`, "--expose-gc", "--import", "tsx"];
  const child = spawn(process.execPath, [...node, "tests/bench/import-child.ts", ...args], {
    ...{ env, stdio: "inherit" },
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`import of ${args} ended with ${code}`)),
    );
  });
}
