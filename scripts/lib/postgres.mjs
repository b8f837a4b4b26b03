import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { freeMegabytes } from "./disk.mjs";
import { Failure } from "./failure.mjs";
import { freePort, isPortFree } from "./ports.mjs";
import { postgresBinaries, unprivileged } from "./postgres-binaries.mjs";
import { cleanEnvironment, clusterPaths, prepareCluster, superuser } from "./postgres-cluster.mjs";
import { isAlive, processesIn, signal, waitUntilGone } from "./processes.mjs";

const DEFAULT_PORT = 54_329;
/** What PostgreSQL answers while it recovers from a crash, or stops. */
const STARTING_UP = "57P03";
const LOG_LIMIT = 5 * 1024 * 1024;

/** Settings for data that must survive: PostgreSQL's own defaults (fsync, synchronous_commit on) stay. */
const DURABLE = { shared_buffers: "256MB", max_wal_size: "1GB" };
/** Settings for tests: nothing has to outlive the power. */
const FLEETING = {
  shared_buffers: "128MB",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_wal_size: "4GB",
};
const ALWAYS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
  log_checkpoints: "off",
};

/**
 * A PostgreSQL that belongs to this process: started, watched, stopped. Emits `exit` when the server goes away
 * without having been asked to.
 */
export class Postgres extends EventEmitter {
  #paths;
  #child = null;
  #watch = null;
  #stopping = false;
  /** Once clients know the port, a restart has to come back on the same one. */
  #pinned = false;

  /** @param {{ directory: string, durable?: boolean, port?: number, settings?: Record<string, string> }} options */
  constructor({ directory, durable = true, port, settings = {} }) {
    super();
    this.directory = directory;
    this.durable = durable;
    this.port = port;
    this.pid = 0;
    this.adopted = false;
    this.settings = { ...ALWAYS, ...(durable ? DURABLE : FLEETING), ...settings };
    this.#paths = clusterPaths(directory);
  }

  /** A connection string for one of its databases. */
  url(database = "gaung") {
    return `postgresql://${superuser}:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts the server, or takes over the one that a killed launcher left running. Resolves when it answers. */
  async start() {
    this.#stopping = false;
    const binaries = postgresBinaries();
    const user = unprivileged();
    this.password = prepareCluster(this.directory, binaries, user, { durable: this.durable });
    if (await this.#adopt()) return this;

    const deadline = Date.now() + 60_000;
    for (;;) {
      await this.#choosePort();
      const outcome = await this.#launch(binaries, user);
      if (outcome === "ready") {
        this.#pinned = true;
        return this;
      }
      const reason = whyItFailed(outcome, this.#paths);
      if (reason instanceof Failure) throw reason;
      if (Date.now() > deadline) {
        throw new Failure(`PostgreSQL does not start: ${outcome}`, `Its log is ${this.#paths.log}.`);
      }
      if (reason === "port" && !this.#pinned) this.port = undefined;
      else await sleep(300); // the last processes of a killed server are still going
    }
  }

  /** Stops cleanly: open transactions are rolled back, everything is written to disk. */
  async stop() {
    this.#stopping = true;
    clearInterval(this.#watch);
    if (!this.pid) return;
    for (const [name, patience] of [
      ["SIGINT", 30_000],
      ["SIGQUIT", 5_000],
      ["SIGKILL", 5_000],
    ]) {
      signal(this.pid, name);
      if (await waitUntilGone(this.pid, patience)) break;
    }
    this.#child = null; // its `exit` may come only after the next start, whose process it must not be taken for
    this.pid = 0;
  }

  /** Leaves the server running and stops watching it: somebody else's, or handed over. */
  letGo() {
    this.#stopping = true;
    clearInterval(this.#watch);
    this.pid = 0;
  }

  /** Ends it at once, as a power cut would. For tests of recovery. */
  kill() {
    if (this.pid) signal(this.pid, "SIGKILL");
  }

  /** Runs one statement with a connection of its own. */
  async query(text, values = [], database = "postgres") {
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: this.url(database), connectionTimeoutMillis: 5_000 });
    client.on("error", () => {}); // a server that goes away also rejects the query below
    await client.connect();
    try {
      return await client.query(text, values);
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** Makes the database unless it is there. */
  async ensureDatabase(name, template) {
    const { rowCount } = await this.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;
    await this.query(`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ""}`);
  }

  /** Looks for a server that already runs on this data folder; true when it now is ours. */
  async #adopt() {
    const running = runningPostmaster(this.#paths);
    if (!running) return false;
    this.port = running.port;
    this.pid = running.pid;
    for (let tries = 0; isAlive(this.pid) && tries < 200; tries++) {
      const refused = await this.#ping();
      if (!refused) {
        this.adopted = true;
        this.#pinned = true;
        this.#watch = setInterval(() => this.#checkAdopted(), 250);
        this.#watch.unref();
        return true;
      }
      if (refused.code !== STARTING_UP && tries >= 3) break;
      await sleep(300);
    }
    await this.stop(); // alive but deaf: shutting down, or started with another password
    this.#stopping = false;
    return false;
  }

  #checkAdopted() {
    if (isAlive(this.pid)) return;
    clearInterval(this.#watch);
    this.pid = 0;
    if (!this.#stopping) this.emit("exit", "ended");
  }

  async #choosePort() {
    if (this.#pinned) return;
    const remembered = existsSync(this.#paths.port) ? Number(readFileSync(this.#paths.port, "utf8")) : 0;
    const wanted = this.port || remembered || (this.durable ? DEFAULT_PORT : 0);
    this.port = wanted && (await isPortFree(wanted, "127.0.0.1")) ? wanted : await freePort();
    writeFileSync(this.#paths.port, `${this.port}\n`);
  }

  /** @returns "ready", or what the server wrote before it ended */
  async #launch(binaries, user) {
    const { data, log } = this.#paths;
    clearStalePid(this.#paths);
    if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
    const settings = Object.entries(this.settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const [command, args] = user.wrap(binaries.postgres, ["-D", data, "-p", String(this.port), ...settings]);
    const output = openSync(log, "a", 0o600);
    const logStart = statSync(log).size;
    // Its own session: Ctrl-C reaches the launcher alone, which stops the database last.
    const child = spawn(command, args, {
      stdio: ["ignore", output, output],
      detached: true,
      env: cleanEnvironment(),
    });
    closeSync(output);
    this.pid = child.pid ?? 0;
    const ended = once(child, "exit").catch((error) => [error.message]);
    let over = false;
    void ended.then(() => {
      over = true;
    });
    while (!over) {
      const refused = await this.#ping();
      if (!refused) {
        this.#own(child);
        return "ready";
      }
      if (refused.code === "28P01") {
        child.kill("SIGINT");
        await ended;
        return "the stored password does not fit";
      }
      await sleep(30);
    }
    await ended;
    return (
      readFileSync(log).subarray(logStart).toString().trim() || String((await ended)[0] ?? "no reason given")
    );
  }

  #own(child) {
    this.#child = child;
    this.adopted = false;
    child.unref();
    child.once("exit", (code, name) => {
      if (this.#child !== child) return;
      this.#child = null;
      this.pid = 0;
      if (!this.#stopping) this.emit("exit", name ?? `code ${code}`);
    });
  }

  /** null when it answers, else the error. */
  async #ping() {
    return this.query("SELECT 1").then(
      () => null,
      (error) => error,
    );
  }
}

/** The server that runs on the data folder right now, whoever started it. */
export function runningPostmaster(paths) {
  if (!existsSync(paths.pid)) return null;
  const [pid, , , port] = readFileSync(paths.pid, "utf8").split("\n").map(Number);
  if (!pid || !port || !isAlive(pid)) return null;
  if (process.platform === "linux" && !processesIn(realpathSync(paths.data)).includes(pid)) return null;
  return { pid, port };
}

/**
 * PostgreSQL refuses to start when the pid of its lock file is taken by any other process, as happens after a
 * reboot. If nobody at all works in the data folder, the file is left over.
 */
function clearStalePid(paths) {
  if (!existsSync(paths.pid) || process.platform !== "linux") return;
  if (processesIn(realpathSync(paths.data)).length === 0) rmSync(paths.pid, { force: true });
}

/** "port" and "wait" are worth another try; a Failure is not. */
function whyItFailed(said, paths) {
  if (/could not bind|Address already in use|could not create any TCP/.test(said)) return "port";
  if (/lock file|shared memory block|is still in use/.test(said)) return "wait";
  // On a disk that is quite full even the complaint about it is cut off.
  if (/No space left on device/.test(said) || freeMegabytes(paths.data) < 20) {
    return new Failure(
      "The disk is full: PostgreSQL cannot write.",
      `Free some space below ${paths.data}, then start again. No confirmed data is lost.`,
    );
  }
  if (/password does not fit/.test(said)) {
    return new Failure(
      `The password in ${paths.password} is not the one of this database.`,
      "Delete that file: the next start sets a new password.",
    );
  }
  const lines = said.split("\n").filter((line) => /FATAL|PANIC|ERROR|error/.test(line));
  const told = (lines.length > 0 ? lines : said.split("\n")).slice(-2).join(" ");
  return new Failure(`PostgreSQL does not start: ${told}`, `Its whole log is ${paths.log}.`);
}
