import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import autocannon from "autocannon";

/** What a telephone sends. */
const HEADERS = {
  "User-Agent":
    "Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.179 Mobile Safari/537.36 Instagram 331.0.0.37.90 Android (33/13; 300dpi; 720x1464; samsung; SM-A135F; a13; exynos850; in_ID; 599082453)",
  Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
  "Accept-Language": "id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7",
  "Accept-Encoding": "gzip, deflate",
  Referer: "https://l.instagram.com/",
};

/** wrk (Debian package) takes a fraction of autocannon's CPU, which on few cores is taken from the server measured. */
export const tool = spawnSync("wrk", ["--version"], { stdio: "ignore" }).error ? "autocannon" : "wrk";

export type Fired = {
  /** Answers below 400 a second. */
  rate: number;
  p50: number;
  p99: number;
  /** Answers below 400. */
  answered: number;
  /** Other answers, errors and timeouts. */
  failed: number;
};

/** Keeps so many connections busy for so long, each with one request after the other. Times in ms. */
export function fire(url: string, connections: number, seconds: number): Promise<Fired> {
  return tool === "wrk" ? fireWrk(url, connections, seconds) : fireAutocannon(url, connections, seconds);
}

async function fireWrk(url: string, connections: number, seconds: number): Promise<Fired> {
  const headers = Object.entries(HEADERS).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const options = [
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "--timeout",
    "10s",
    "--latency",
    ...headers,
    url,
  ];
  const { stdout } = await promisify(execFile)("wrk", options);
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const sockets =
    /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(stdout)?.slice(1) ?? [];
  const bad = number(/Non-2xx or 3xx responses: (\d+)/);
  return {
    rate: number(/Requests\/sec:\s+([\d.]+)/),
    p50: milliseconds(/\s50%\s+(\S+)/.exec(stdout)?.[1]),
    p99: milliseconds(/\s99%\s+(\S+)/.exec(stdout)?.[1]),
    answered: number(/(\d+) requests in/) - bad,
    failed: bad + sockets.reduce((sum, count) => sum + Number(count), 0),
  };
}

function milliseconds(text = ""): number {
  const [, value, unit] = /^([\d.]+)(us|ms|s)$/.exec(text) ?? [];
  if (!value || !unit) throw new Error(`wrk gave no latency: "${text}"`);
  return Number(value) * ({ us: 0.001, ms: 1, s: 1_000 }[unit] ?? 1);
}

async function fireAutocannon(url: string, connections: number, seconds: number): Promise<Fired> {
  const result = await autocannon({ url, connections, duration: seconds, headers: HEADERS });
  const answered = result["2xx"] + result["3xx"];
  return {
    rate: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered,
    failed: result.non2xx - result["3xx"] + result.errors + result.timeouts,
  };
}
