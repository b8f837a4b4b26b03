import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** Clock ticks a second in /proc (sysconf(_SC_CLK_TCK)); 100 on every Linux that Node runs on. */
const TICKS = 100;

/** CPU time of a process so far, its threads included, in ms; 0 where there is no /proc. */
export function cpuMs(pid: number): number {
  if (process.platform !== "linux") return 0;
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS;
}

/** Memory of a process in MB (VmRSS); 0 where there is no /proc. */
export function memoryMb(pid: number): number {
  if (process.platform !== "linux") return 0;
  return Math.round(
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024,
  );
}

/**
 * The bare server, to measure by: Node as it comes, or with the options in BENCH_BARE_OPTIONS, e.g. those that the web
 * process has.
 */
export async function startBare() {
  const execArgv = process.env.BENCH_BARE_OPTIONS?.split(" ") ?? [];
  const child = fork(new URL("./bare-server.mjs", import.meta.url), { execArgv });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { url: `http://127.0.0.1:${port}/r/bare`, pid: child.pid ?? 0, stop: () => child.kill() };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** Two digits behind the point are more than such a measurement is worth. */
export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));
