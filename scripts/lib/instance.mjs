import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { notice } from "./console.mjs";
import { Failure } from "./failure.mjs";
import { openHome, sessionSecret } from "./home.mjs";
import { isSameProcess, readLock, takeLock } from "./lock.mjs";
import { processIdentity, signal, waitUntilGone } from "./processes.mjs";

/**
 * Claims the folder of the instance. Two launchers on one folder would fight over its database: the second is told
 * where the first runs. What a killed launcher left running is ended.
 */
export async function claimHome(home) {
  const paths = openHome(home);
  const lock = takeLock(paths.lock);
  if (!lock) {
    const other = readLock(paths.lock);
    throw new Failure(
      `Gaung already runs from ${home} (process ${other?.pid ?? "unknown"})${other?.url ? `: ${other.url}` : ""}.`,
      "Stop it with Ctrl-C there, or give this one a folder and a port of its own: GAUNG_HOME=.gaung-2 PORT=3001 npm start",
    );
  }
  for (const left of lock.previous?.children ?? []) {
    if (!isSameProcess(left)) continue;
    signal(left.pid, "SIGTERM");
    if (!(await waitUntilGone(left.pid, 10_000))) signal(left.pid, "SIGKILL");
  }
  return { paths, lock };
}

/** Notes the children in the lock, for a later start to find should this launcher be killed. */
export function noteChildren(lock, details, pids) {
  lock.update({ ...details, children: pids.map((pid) => ({ pid, identity: processIdentity(pid) })) });
}

/**
 * The environment of web and worker. They always run the production build (React and Remix look at NODE_ENV);
 * what makes a local trial of it is GAUNG_DEMO=1.
 */
export function serviceEnvironment({ production, home, port, databaseUrl }) {
  const env = { ...process.env, NODE_ENV: "production", GAUNG_HOME: home, PORT: String(port) };
  env.DATABASE_URL = databaseUrl;
  env.GAUNG_DEMO = production ? "0" : "1";
  if (!production) env.SESSION_SECRET ||= sessionSecret(home);
  return env;
}

/** Production has no fallbacks: says at once what is missing. */
export function requireProductionSettings({ production }) {
  if (!production) return;
  const missing = ["SESSION_SECRET", "PUBLIC_URL"].filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  throw new Failure(
    `${missing.join(" and ")} must be set in production.`,
    "See .env.example; a secret comes from: openssl rand -base64 48",
  );
}

/**
 * Brings PostgreSQL back when it ends unasked.
 * @returns {() => Promise<void>} stops it for good
 */
export function keepAlive(postgres, tell = notice) {
  let closed = false;
  let reviving = Promise.resolve();
  const revive = async () => {
    for (let failures = 0; !closed; failures++) {
      try {
        await sleep(Math.min(10_000, 100 * 2 ** failures));
        await postgres.start();
        return tell("PostgreSQL is back.");
      } catch (error) {
        tell(`PostgreSQL does not come back: ${error.message}`);
      }
    }
  };
  postgres.on("exit", (how) => {
    tell(`PostgreSQL ended (${how}); it is started again.`);
    reviving = revive();
  });
  return async () => {
    closed = true;
    await reviving;
    await postgres.stop();
  };
}

/** Where web and worker of a local instance write their logs. In production they write to the launcher's output. */
export function logFiles({ production }, paths) {
  if (production) return undefined;
  return { web: path.join(paths.logs, "web.log"), worker: path.join(paths.logs, "worker.log") };
}
