import { fork } from "node:child_process";
import { once } from "node:events";
import autocannon from "autocannon";
import { ensureBuilt } from "../../scripts/lib/prepare.mjs";
import { hasRedis, startRedis } from "../setup/redis";
import { rawClicks, startTrackedServer, untilDrained } from "../setup/tracked-server";

const CONNECTIONS = Number(process.env.BENCH_CONNECTIONS ?? 64);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const WARM_UP_SECONDS = 3;

/** What a telephone sends; the bare server gets the same. */
const HEADERS = {
  "User-Agent":
    "Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.179 Mobile Safari/537.36 Instagram 331.0.0.37.90 Android (33/13; 300dpi; 720x1464; samsung; SM-A135F; a13; exynos850; in_ID; 599082453)",
  Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
  "Accept-Language": "id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7",
  "Accept-Encoding": "gzip, deflate",
  Referer: "https://l.instagram.com/",
};

export type RedirectResult = {
  name: "redirect";
  backend: "postgres" | "redis";
  connections: number;
  /** Of the redirect and its queue: the worker is held still meanwhile and counts afterwards. */
  ratioToBareNode: number;
  requestsPerSecond: number;
  bareRequestsPerSecond: number;
  /** With the worker at full work on its backlog beside it, on the same cores. */
  ratioWhileCounting: number;
  requestsPerSecondWhileCounting: number;
  p99Ms: number;
  barep99Ms: number;
  answered: number;
  counted: number;
  lost: number;
  drainSeconds: number;
};

type Round = { rate: number; p99: number; found: number; other: number };

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

async function fire(url: string, seconds: number): Promise<Round> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers: HEADERS });
  const codes = (result as { statusCodeStats?: Record<string, { count: number }> }).statusCodeStats ?? {};
  const found = codes["302"]?.count ?? 0;
  const all = Object.values(codes).reduce((sum, { count }) => sum + count, 0);
  return {
    rate: found / result.duration,
    p99: result.latency.p99,
    found,
    other: all - found + result.errors + result.timeouts,
  };
}

async function startBare() {
  const child = fork(new URL("./bare-server.mjs", import.meta.url), { execArgv: [] });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { url: `http://127.0.0.1:${port}/r/bare`, stop: () => child.kill() };
}

/** Both servers stay up; the three kinds of round alternate, so that what else the machine does touches all alike. */
async function measure(
  backend: RedirectResult["backend"],
  env: Record<string, string>,
): Promise<RedirectResult> {
  const server = await startTrackedServer({ env: { ...env, LOG_LEVEL: "warn" } });
  const bare = await startBare();
  const url = `${server.app.url}/r/${server.links[0]?.code ?? ""}`;
  try {
    await fire(bare.url, WARM_UP_SECONDS);
    const warm = await fire(url, WARM_UP_SECONDS);
    const rounds: Round[] = [];
    const bareRounds: Round[] = [];
    const countingRounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const worker = server.app.pid("worker");
      process.kill(worker, "SIGSTOP");
      bareRounds.push(await fire(bare.url, SECONDS));
      rounds.push(await fire(url, SECONDS));
      process.kill(worker, "SIGCONT");
      countingRounds.push(await fire(url, SECONDS));
    }
    const unexpected = [warm, ...rounds, ...countingRounds].reduce((sum, each) => sum + each.other, 0);
    if (unexpected > 0) throw new Error(`${unexpected} requests were not answered by a 302`);
    const drainFrom = Date.now();
    await untilDrained(server.clicks);
    const answered = [warm, ...rounds, ...countingRounds].reduce((sum, each) => sum + each.found, 0);
    const counted = await rawClicks(server.db);
    const rate = median(rounds.map((each) => each.rate));
    const bareRate = median(bareRounds.map((each) => each.rate));
    const countingRate = median(countingRounds.map((each) => each.rate));
    return {
      name: "redirect",
      backend,
      connections: CONNECTIONS,
      ratioToBareNode: Number((rate / bareRate).toFixed(3)),
      requestsPerSecond: Math.round(rate),
      bareRequestsPerSecond: Math.round(bareRate),
      ratioWhileCounting: Number((countingRate / bareRate).toFixed(3)),
      requestsPerSecondWhileCounting: Math.round(countingRate),
      p99Ms: median(rounds.map((each) => each.p99)),
      barep99Ms: median(bareRounds.map((each) => each.p99)),
      answered,
      counted,
      // Requests that were under way when a round ended were counted and not answered: more is no loss.
      lost: Math.max(0, answered - counted),
      drainSeconds: Number(((Date.now() - drainFrom) / 1000).toFixed(1)),
    };
  } finally {
    bare.stop();
    await server.stop();
  }
}

/** `npm run bench -- redirect [postgres|redis]`: one line of JSON for each queue that this machine has. */
export async function benchRedirect(wanted?: string): Promise<void> {
  await ensureBuilt((text: string) => console.error(`build: ${text}`));
  if (wanted !== "redis") console.log(JSON.stringify(await measure("postgres", {})));
  if (!hasRedis) console.error("redis-server is not installed: the Redis queue was not measured.");
  if (wanted === "postgres" || !hasRedis) return;
  // "everysec" is what docs/operations.md asks for; BENCH_REDIS_FSYNC=always promises what PostgreSQL's commit does.
  const redis = await startRedis(process.env.BENCH_REDIS_FSYNC === "always" ? "always" : "everysec");
  try {
    console.log(JSON.stringify(await measure("redis", { REDIS_URL: redis.url })));
  } finally {
    await redis.stop();
  }
}
