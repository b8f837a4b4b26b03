import { ensureBuilt } from "../../scripts/lib/prepare.mjs";
import { hasRedis, startRedis } from "../setup/redis";
import { rawClicks, startTrackedServer, type TrackedServer, untilDrained } from "../setup/tracked-server";
import { type Fired, fire, tool } from "./load";
import { cpuMs, median, memoryMb, rounded, startBare } from "./process";

const CONNECTIONS = (process.env.BENCH_CONNECTIONS ?? "64,256").split(",").map(Number);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SOAK_SECONDS = Number(process.env.BENCH_SOAK_SECONDS ?? 300);

type Backend = "postgres" | "redis";
type Round = Fired & { cpuUs: number };
type Place = { server: TrackedServer; bare: Awaited<ReturnType<typeof startBare>>; url: string };

async function timed(url: string, pid: number, connections: number): Promise<Round> {
  const before = cpuMs(pid);
  const fired = await fire(url, connections, SECONDS);
  return { ...fired, cpuUs: ((cpuMs(pid) - before) * 1_000) / Math.max(1, fired.answered) };
}

/** Answers of a kind since the server's start, as its own figures say. */
async function outcomes(url: string, outcome: string): Promise<number> {
  const text = await (await fetch(new URL("/metrics", url))).text();
  return Number(
    new RegExp(`gaung_redirects_total\\{outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1] ?? Number.NaN,
  );
}

/**
 * All servers stay up and the kinds of round alternate, so that what else the machine does touches all alike:
 * the bare server, the redirect with the worker held still, the redirect with the worker at work on its backlog.
 */
async function measure(place: Place, backend: Backend, connections: number) {
  const { server, bare, url } = place;
  const [bareRounds, rounds, countingRounds]: [Round[], Round[], Round[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const worker = server.app.pid("worker");
    process.kill(worker, "SIGSTOP");
    bareRounds.push(await timed(bare.url, bare.pid, connections));
    rounds.push(await timed(url, server.app.pid("web"), connections));
    process.kill(worker, "SIGCONT");
    countingRounds.push(await timed(url, server.app.pid("web"), connections));
  }
  const of = (list: Round[], key: keyof Round) => median(list.map((round) => round[key]));
  const pairs = rounds.map((round, at) => round.rate / (bareRounds[at]?.rate ?? Number.NaN));
  const failed = [...rounds, ...countingRounds].reduce((sum, round) => sum + round.failed, 0);
  if (failed > 0) throw new Error(`${failed} requests were not answered`);
  console.log(
    JSON.stringify({
      name: "redirect",
      backend,
      tool,
      connections,
      ratioToBareNode: rounded(of(rounds, "rate") / of(bareRounds, "rate"), 3),
      ratioLowest: rounded(Math.min(...pairs), 3),
      ratioHighest: rounded(Math.max(...pairs), 3),
      requestsPerSecond: Math.round(of(rounds, "rate")),
      bareRequestsPerSecond: Math.round(of(bareRounds, "rate")),
      ratioWhileCounting: rounded(of(countingRounds, "rate") / of(bareRounds, "rate"), 3),
      requestsPerSecondWhileCounting: Math.round(of(countingRounds, "rate")),
      p50Ms: rounded(of(rounds, "p50")),
      p99Ms: rounded(of(rounds, "p99")),
      p99MsWhileCounting: rounded(of(countingRounds, "p99")),
      bareP99Ms: rounded(of(bareRounds, "p99")),
      cpuMicrosPerRequest: rounded(of(rounds, "cpuUs"), 1),
      bareCpuMicrosPerRequest: rounded(of(bareRounds, "cpuUs"), 1),
    }),
  );
}

/** One load for minutes: memory has to stay where it is once the server is warm. */
async function soak({ server, url }: Place, backend: Backend) {
  const sizes: number[] = [];
  const timer = setInterval(() => sizes.push(memoryMb(server.app.pid("web"))), 1_000);
  await fire(url, 64, 10);
  sizes.length = 0;
  const { rate, p99, failed } = await fire(url, 64, SOAK_SECONDS);
  clearInterval(timer);
  const at = (share: number) => sizes[Math.floor((sizes.length - 1) * share)];
  console.log(
    JSON.stringify({
      name: "redirect.soak",
      backend,
      tool,
      seconds: SOAK_SECONDS,
      requestsPerSecond: Math.round(rate),
      p99Ms: rounded(p99),
      failed,
      memoryMb: { first: at(0), quarter: at(0.25), half: at(0.5), last: at(1), highest: Math.max(...sizes) },
    }),
  );
}

/** Holds what was answered against what the rollups say. Requests under way when a round ended may be counted too. */
async function account({ server, url }: Place, backend: Backend) {
  const from = Date.now();
  await untilDrained(server, 600_000);
  const [answered, uncounted] = [await outcomes(url, "redirected"), await outcomes(url, "uncounted")];
  const counted = await rawClicks(server.db);
  const seconds = rounded((Date.now() - from) / 1_000, 1);
  const lost = Math.max(0, answered - counted);
  console.log(
    JSON.stringify({ name: "redirect.account", backend, answered, counted, lost, uncounted, seconds }),
  );
}

async function bench(backend: Backend, env: Record<string, string>, soaking: boolean): Promise<void> {
  const server = await startTrackedServer({ env: { ...env, LOG_LEVEL: "warn" } });
  const bare = await startBare();
  const place = { server, bare, url: `${server.app.url}/r/${server.links[0]?.code ?? ""}` };
  try {
    await fire(bare.url, 64, 2);
    await fire(place.url, 64, 3);
    if (soaking) await soak(place, backend);
    else for (const connections of CONNECTIONS) await measure(place, backend, connections);
    await account(place, backend);
  } finally {
    bare.stop();
    await server.stop();
  }
}

/** `npm run bench -- redirect [postgres|redis] [--soak]`: lines of JSON for each queue that this machine has. */
export async function benchRedirect(options: readonly string[]): Promise<void> {
  await ensureBuilt((text: string) => console.error(`build: ${text}`));
  const soaking = options.includes("--soak");
  if (!options.includes("redis")) await bench("postgres", {}, soaking);
  if (!hasRedis) console.error("redis-server is not installed: the Redis queue was not measured.");
  if (options.includes("postgres") || !hasRedis) return;
  const redis = await startRedis(process.env.BENCH_REDIS_FSYNC === "always" ? "always" : "everysec");
  try {
    await bench("redis", { REDIS_URL: redis.url }, soaking);
  } finally {
    await redis.stop();
  }
}
