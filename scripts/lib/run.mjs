import { spawn } from "node:child_process";
import { Failure } from "./failure.mjs";
import { root } from "./paths.mjs";

/** A program of an installed package, run by this Node. */
export const nodeBin = (name) => [process.execPath, `${root}/node_modules/.bin/${name}`];

/**
 * Runs a command to its end, quietly; its output comes back, and is shown when it fails.
 * @param {string[]} command program and arguments
 * @param {{ title: string, env?: Record<string, string | undefined>, onLine?: (line: string) => void, advice?: string }} options
 */
export async function run(command, { title, env = {}, onLine = () => {}, advice = "" }) {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => child.kill();
  process.once("exit", end); // a launcher that is stopped half-way takes its helpers along
  let output = "";
  const collect = (chunk) => {
    output += chunk;
    for (const line of String(chunk)
      .split("\n")
      .map((text) => text.trim()))
      if (line) onLine(line);
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const status = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, name) => resolve(code ?? name));
  }).finally(() => process.off("exit", end));
  if (status === 0) return output;
  if (/ENOSPC|No space left on device/.test(output)) {
    throw Object.assign(new Error(output), { code: "ENOSPC" });
  }
  throw new Failure(`${title} failed (${status}):\n  ${essence(output).join("\n  ")}`, advice);
}

/** Runs a command whose output people should see as it comes; resolves with its exit code. */
export function runVisibly(command, env = {}) {
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: "inherit" });
  const end = () => child.kill();
  process.once("exit", end);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  }).finally(() => process.off("exit", end));
}

/** The lines that matter in a failed command's output: from the first that speaks of an error, else the last ones. */
function essence(output) {
  const lines = output.trim().split("\n");
  const first = lines.findIndex((line) => /error|failed|cannot|fatal/i.test(line));
  return first === -1 ? lines.slice(-25) : lines.slice(first, first + 25);
}
