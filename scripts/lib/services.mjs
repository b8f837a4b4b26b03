import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { isPortFree, portHolder } from "./ports.mjs";
import { Service } from "./service.mjs";

const READY_MS = 90_000;
const ATTEMPTS = 3;

/** Refuses with a sentence when somebody else listens on the web port. */
export async function requireWebPort(port, host) {
  if (await isPortFree(port, host)) return;
  const holder = portHolder(port);
  throw new Failure(
    `Port ${port} is taken${holder ? ` by ${holder}` : " by another program"}.`,
    `Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
}

/**
 * The web process and the worker of one instance, kept alive until `stop`.
 * @param {{ env: Record<string, string | undefined>, port: number, logs?: { web: string, worker: string },
 *   commands?: { web: string[], worker: string[] }, onEvent?: (text: string) => void,
 *   onProcesses?: (pids: number[]) => void,
 *   onCleanup?: (stop: () => Promise<void>) => void }} options onProcesses is told the process ids whenever they change;
 *   onCleanup is given the stop before anything is started
 */
export async function startServices(options) {
  const { env, port, logs, commands = BUILT, onEvent = () => {} } = options;
  const { onProcesses = () => {}, onCleanup = () => {} } = options;
  const common = { env: { ...env, PORT: String(port) } };
  const web = new Service({ ...common, name: "web", args: commands.web, logFile: logs?.web });
  const worker = new Service({ ...common, name: "worker", args: commands.worker, logFile: logs?.worker });
  const stop = () => Promise.all([web.stop(), worker.stop()]).then(() => {});
  onCleanup(stop);
  let gaveUp = null;
  let started = false;
  for (const service of [web, worker]) {
    service.on("down", ({ how, waitMs, inARow }) => {
      if (!started && inARow >= ATTEMPTS) gaveUp ??= service;
      onEvent(`The ${service.name} process ended (${how}); it starts again in ${waitMs / 1000} s.`);
    });
    service.on("up", () => onProcesses([web.pid, worker.pid].filter(Boolean)));
    service.start();
  }
  const url = `http://localhost:${port}`;
  try {
    const host = !env.HOST || ["0.0.0.0", "::"].includes(env.HOST) ? "127.0.0.1" : env.HOST;
    await waitUntilReady(`http://${host}:${port}/readyz`, () => gaveUp);
    // Under a file watcher the worker is a grandchild, whose message does not come through.
    if (commands === BUILT) await waitUntilWorking(worker, () => gaveUp);
    started = true;
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, web, worker, stop };
}

/**
 * For the web process, whose every microsecond counts: a larger nursery, because nearly all that a request makes is
 * dead when it is answered (fewer collections, each as short), and Node's own code on large pages where the system
 * has them (`silent`: else as ever).
 */
const FAST = ["--max-semi-space-size=32", "--use-largepages=silent"];
const BUILT = { web: [...FAST, "build/node/server.js"], worker: ["build/node/worker.js"] };

async function waitUntilReady(address, gaveUp) {
  const deadline = Date.now() + READY_MS;
  let last = "no answer";
  while (Date.now() < deadline) {
    refuseToWaitFor(gaveUp());
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(60);
  }
  throw new Failure(`The web process did not become ready within ${READY_MS / 1000} s (${last}).`);
}

async function waitUntilWorking(worker, gaveUp) {
  const deadline = Date.now() + READY_MS;
  while (!worker.said.has("working")) {
    refuseToWaitFor(gaveUp());
    if (Date.now() > deadline) {
      throw new Failure(`The worker did not begin to work within ${READY_MS / 1000} s.`);
    }
    await sleep(60);
  }
}

function refuseToWaitFor(failed) {
  if (!failed) return;
  throw new Failure(
    `The ${failed.name} process does not start.\n${indent(failed.lastWords())}`,
    failed.logFile ? `Its log is ${failed.logFile}.` : "",
  );
}

const indent = (text) => text.replace(/^/gm, "    ");
