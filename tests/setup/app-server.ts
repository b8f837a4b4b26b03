import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keepAlive } from "../../scripts/lib/instance.mjs";
import { freePort } from "../../scripts/lib/ports.mjs";
import { startServices } from "../../scripts/lib/services.mjs";
import { startTestCluster } from "../../scripts/lib/test-cluster.mjs";
import { cloneDatabase } from "./clone";

export type AppServer = {
  /** Where the web process answers, without a slash at the end. */
  url: string;
  databaseUrl: string;
  /** The GAUNG_HOME of this instance: uploads, logs. */
  home: string;
  /** The environment of web and worker, for a script that is to work on the same instance. */
  env: Record<string, string | undefined>;
  /** kill -9 of one part; it is started again by itself. "postgres" only with a server of its own. */
  kill(part: "web" | "worker" | "postgres"): void;
  /** The process id of a part; 0 while it is down. */
  pid(part: "web" | "worker" | "postgres"): number;
  /** The last lines that a process logged. */
  log(part: "web" | "worker", lines?: number): string;
  /** Drains and stops web and worker, and removes database and files. */
  stop(): Promise<void>;
};

type Options = {
  /** The run's PostgreSQL (`inject("postgresUrl")`), to clone a database on; without it: a server of its own, with
   * the durable settings of a real instance. */
  serverUrl?: string;
  /** Settings that differ from a local trial's, such as REDIS_URL or LOG_LEVEL. */
  env?: Record<string, string | undefined>;
  /** Hears about parts that ended and came back. */
  onEvent?: (text: string) => void;
};

/**
 * Starts the built web process and worker on a free port against a fresh, migrated, empty database. `npm test` builds
 * before; elsewhere call `ensureBuilt` of scripts/lib/prepare.mjs first.
 */
export async function startAppServer(options: Options = {}): Promise<AppServer> {
  const { onEvent = () => {} } = options;
  const home = mkdtempSync(path.join(tmpdir(), "gaung-home-"));
  const undo: (() => Promise<void> | void)[] = [() => rmSync(home, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const cluster = options.serverUrl ? undefined : await startTestCluster({ durable: true });
    if (cluster) {
      const stopPostgres = keepAlive(cluster.postgres, onEvent);
      undo.push(cluster.stop, stopPostgres);
    }
    const database = await cloneDatabase(options.serverUrl ?? cluster?.postgres.url("postgres") ?? "");
    if (!cluster) undo.push(database.drop);

    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = { ...process.env, ...defaults(home, url), DATABASE_URL: database.url, ...options.env };
    mkdirSync(path.join(home, "logs"));
    const logs = { web: path.join(home, "logs/web.log"), worker: path.join(home, "logs/worker.log") };
    const services = await startServices({ env, port, logs, onEvent });
    undo.push(services.stop);

    const part = (name: "web" | "worker" | "postgres") => {
      if (name !== "postgres") return services[name];
      if (!cluster) throw new Error("this app server shares its PostgreSQL: start it without serverUrl");
      return cluster.postgres;
    };
    return {
      url,
      databaseUrl: database.url,
      home,
      env: { ...env, PORT: String(port) },
      kill: (name) => part(name).kill(),
      pid: (name) => part(name).pid,
      log: (name, lines = 40) => services[name].lastWords(lines),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function defaults(home: string, url: string) {
  return {
    NODE_ENV: "production",
    GAUNG_DEMO: "1",
    GAUNG_HOME: home,
    HOST: "127.0.0.1",
    PUBLIC_URL: url,
    SESSION_SECRET: randomBytes(32).toString("hex"),
    REDIS_URL: "",
    SMTP_URL: "",
    LOG_LEVEL: "info",
  };
}
