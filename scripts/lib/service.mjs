import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { signal, waitUntilGone } from "./processes.mjs";

const BACK_OFF_MS = [250, 500, 1_000, 2_000, 5_000, 10_000, 15_000];
/** A process that ran this long was well: the next end starts the back-off from the beginning. */
const HEALTHY_MS = 30_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * A Node process of Gaung that is kept alive. Emits `up` with its process id each time it starts, and `down`
 * with { how, waitMs, inARow } each time it ends unasked.
 */
export class Service extends EventEmitter {
  #child = null;
  #timer = null;
  #stopping = false;
  #startedAt = 0;
  #failures = 0;

  /**
   * @param {{ name: string, args: string[], env: Record<string, string | undefined>, logFile?: string, drainMs?: number }} options
   *   args: what follows `node`; logFile: where its output goes, the launcher's own output without it
   */
  constructor({ name, args, env, logFile, drainMs = 20_000 }) {
    super();
    /** The types of the messages that the running process sent, such as "listening". */
    this.said = new Set();
    Object.assign(this, { name, args, env, logFile, drainMs });
  }

  get pid() {
    return this.#child?.pid ?? 0;
  }

  start() {
    const output = this.logFile ? this.#openLog() : "inherit";
    const guard = new URL("orphan-guard.mjs", import.meta.url).href;
    // A session of its own: Ctrl-C reaches the launcher alone, which stops everything in order.
    const child = spawn(process.execPath, ["--import", guard, ...this.args], {
      cwd: inRoot(),
      env: this.env,
      stdio: ["ignore", output, output, "ipc"],
      detached: true,
    });
    if (typeof output === "number") closeSync(output);
    this.#child = child;
    this.said.clear();
    child.on("message", (message) => this.said.add(message?.type));
    this.#startedAt = Date.now();
    child.once("error", (error) => this.#ended(child, error.message));
    child.once("exit", (code, name) => this.#ended(child, name ?? `exit code ${code}`));
    if (child.pid) this.emit("up", child.pid);
    return this;
  }

  /** Asks it to finish what it is doing; after `drainMs` it is ended. */
  async stop() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const { pid } = this;
    if (!pid) return;
    signal(pid, "SIGTERM");
    if (await waitUntilGone(pid, this.drainMs)) return;
    signal(pid, "SIGKILL");
    await waitUntilGone(pid, 5_000);
  }

  /** Ends it at once, as a crash would; it comes back. For tests of recovery. */
  kill() {
    if (this.pid) signal(this.pid, "SIGKILL");
  }

  /** The last lines of its log, for a message about why it does not run. */
  lastWords(lines = 12) {
    if (!this.logFile || !existsSync(this.logFile)) return "";
    return readFileSync(this.logFile, "utf8").trim().split("\n").slice(-lines).join("\n");
  }

  #ended(child, how) {
    if (this.#child !== child) return;
    this.#child = null;
    if (this.#stopping) return;
    if (Date.now() - this.#startedAt > HEALTHY_MS) this.#failures = 0;
    const waitMs = BACK_OFF_MS[Math.min(this.#failures, BACK_OFF_MS.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => this.start(), waitMs);
    this.emit("down", { how, waitMs, inARow: this.#failures });
  }

  #openLog() {
    if (existsSync(this.logFile) && statSync(this.logFile).size > LOG_LIMIT) {
      renameSync(this.logFile, `${this.logFile}.1`);
    }
    return openSync(this.logFile, "a", 0o600);
  }
}
