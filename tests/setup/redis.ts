import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "../../scripts/lib/ports.mjs";

/** Whether this machine has a Redis to test with (`.ci/run` installs it); tests skip without. */
export const hasRedis = spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;

export type TestRedis = {
  url: string;
  /** kill -9. What it has written lies in its folder. */
  kill(): Promise<void>;
  /** Starts it again where it was killed. */
  start(): Promise<void>;
  /** FLUSHALL: everything in it is gone. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts a Redis on a free port in a temporary folder, with the append-only file that docs/operations.md asks for.
 * @param fsync "everysec" is Redis's own default (a power cut may cost a second), "always" writes through each time
 */
export async function startRedis(fsync: "everysec" | "always" = "everysec"): Promise<TestRedis> {
  const directory = mkdtempSync(path.join(tmpdir(), "gaung-redis-"));
  const port = await freePort();
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--dir", directory, "--save", ""];
  const durable = ["--appendonly", "yes", "--appendfsync", fsync, "--maxmemory-policy", "noeviction"];
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;

  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    const running = server;
    server = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    if (running.kill(signal)) await ended;
  };
  const stop = async () => {
    await end("SIGTERM");
    rmSync(directory, { recursive: true, force: true });
  };
  const start = async () => {
    const started = spawn("redis-server", [...settings, ...durable], { stdio: "ignore" });
    server = started;
    const deadline = Date.now() + 10_000;
    while (!(await answers(url))) {
      if (started.exitCode !== null || Date.now() > deadline) {
        await stop();
        throw new Error(`redis-server does not start (exit code ${started.exitCode})`);
      }
      await sleep(50);
    }
  };
  await start();
  return {
    url,
    start,
    stop,
    kill: () => end("SIGKILL"),
    async wipe() {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on("error", () => {}); // reported by the rejected connect below
  try {
    await client.connect();
    return (await client.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
