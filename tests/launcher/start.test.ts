import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../scripts/lib/ports.mjs";
import { isAlive, waitUntilGone } from "../../scripts/lib/processes.mjs";

const root = path.resolve(import.meta.dirname, "../..");

type Launcher = { process: ChildProcess; output: () => string; ended: Promise<number | string> };

const launched: Launcher[] = [];

/** `npm start`, mostly without npm. In production profile, which fills in no demo data. */
function launch(env: Record<string, string>, command = [process.execPath, "scripts/start.mjs"]): Launcher {
  let text = "";
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: "",
      HOST: "127.0.0.1",
      GAUNG_DEMO: "",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  const ended = once(child, "close").then(([code, name]) => code ?? name);
  const launcher = { process: child, output: () => text, ended };
  launched.push(launcher);
  return launcher;
}

/** What a failed test left running. */
afterEach(async () => {
  for (const launcher of launched.splice(0)) {
    launcher.process.kill("SIGTERM");
    await launcher.ended;
  }
});

async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for: ${what}`);
    await sleep(50);
  }
}

describe("npm start", () => {
  let home: string;
  let settings: Record<string, string>;

  beforeAll(async () => {
    home = mkdtempSync(path.join(tmpdir(), "gaung-launcher-"));
    const port = await freePort();
    settings = {
      GAUNG_HOME: home,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SESSION_SECRET: "only-for-this-test-only-for-this-test",
    };
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const isReady = () =>
    fetch(`${settings.PUBLIC_URL}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
  const children = (): number[] =>
    JSON.parse(readFileSync(path.join(home, "instance.lock"), "utf8")).children.map(
      (child: { pid: number }) => child.pid,
    );
  /** The database server that runs, 0 when none does. */
  const postmaster = async () => {
    const file = await readFile(path.join(home, "postgres/data/postmaster.pid"), "utf8").catch(() => "0");
    return Number(file.split("\n")[0]);
  };

  /** Starts and waits for the line that says so; what the launcher wrote explains a failure. */
  async function started(command?: string[]): Promise<Launcher> {
    const launcher = launch(settings, command);
    await until(
      `the launcher to be ready; it wrote: ${launcher.output()}`,
      () => {
        if (launcher.process.exitCode !== null) throw new Error(`the launcher ended:\n${launcher.output()}`);
        return launcher.output().includes("Gaung is ready:");
      },
      120_000,
    );
    return launcher;
  }

  test("brings everything up, keeps it up, and takes everything down", async () => {
    const launcher = await started();
    const lines = launcher
      .output()
      .split("\n")
      .filter((line) => line.includes("Gaung is ready:"));
    expect(lines).toEqual([expect.stringContaining(settings.PUBLIC_URL ?? "")]);
    expect(await isReady()).toBe(true);

    const second = launch({ ...settings, PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Gaung already runs from ${home}`);
    expect(second.output()).toContain(settings.PUBLIC_URL);

    const [web = 0, worker = 0] = children();
    process.kill(worker, "SIGKILL");
    await until("another worker", () => children().length === 2 && !children().includes(worker));
    process.kill(web, "SIGKILL");
    await until("another web process", async () => !children().includes(web) && (await isReady()));
    const database = await postmaster();
    process.kill(database, "SIGKILL");
    // Its sessions outlive a killed server by a moment and still answer: ready alone does not mean back.
    await until(
      "PostgreSQL to be back",
      async () => ![0, database].includes(await postmaster()) && (await isReady()),
    );

    const all = [...children(), await postmaster()];
    launcher.process.kill("SIGTERM");
    expect(await launcher.ended).toBe(0);
    expect(all.filter(isAlive)).toEqual([]);
  });

  test("recovers from kill -9 of the launcher, whose processes end by themselves", async () => {
    const first = await started();
    const orphans = children();
    first.process.kill("SIGKILL");
    await first.ended;
    for (const pid of orphans) expect(await waitUntilGone(pid, 20_000)).toBe(true);

    const second = await started();
    expect(await isReady()).toBe(true);
    const all = [...children(), await postmaster()];
    second.process.kill("SIGINT");
    expect(await second.ended).toBe(130);
    expect(all.filter(isAlive)).toEqual([]);
  });

  test("stops when npm is killed, which tells its script nothing", async () => {
    const npm = await started(["npm", "start"]);
    const all = [...children(), await postmaster()];
    npm.process.kill("SIGKILL");
    for (const pid of all) expect(await waitUntilGone(pid, 30_000)).toBe(true);
  });

  test("says who holds the port", async () => {
    const other = createServer().listen(Number(settings.PORT), "127.0.0.1");
    await once(other, "listening");
    const launcher = launch(settings);
    expect(await launcher.ended).toBe(1);
    other.close();
    expect(launcher.output()).toContain(`Port ${settings.PORT} is taken by node (process ${process.pid})`);
    expect(launcher.output()).toContain("PORT=");
  });

  test("refuses production without its secrets", async () => {
    const launcher = launch({ ...settings, SESSION_SECRET: "", PUBLIC_URL: "" });
    expect(await launcher.ended).toBe(1);
    expect(launcher.output()).toContain("SESSION_SECRET and PUBLIC_URL must be set in production");
  });
});
