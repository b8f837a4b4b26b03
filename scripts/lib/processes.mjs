import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** /proc/PID/stat after the command name (which may hold spaces): state first, start time 20th. */
function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/** True while the process runs. A zombie (killed, not yet collected by its parent) counts as gone. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return process.platform === "linux" ? !["Z", "X", undefined].includes(procStat(pid)?.[0]) : true;
}

/** A text that tells this run of a process id from a later process with the same id; "" if it is gone. */
export function processIdentity(pid) {
  if (process.platform === "linux") {
    const started = procStat(pid)?.[19];
    if (!started) return "";
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${started}`;
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** The process that started this one; 0 where the system does not tell. */
export function parentOf(pid) {
  return Number(procStat(pid)?.[1] ?? 0);
}

/** Process ids whose working folder is `directory`: PostgreSQL's processes all work in their data folder. */
export function processesIn(directory) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === directory && isAlive(pid);
      } catch {
        return false; // ended meanwhile, or another user's
      }
    });
}

/** Waits until the process is gone; false when it is still there after `timeoutMs`. */
export async function waitUntilGone(pid, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** Sends a signal to a process that may have ended already; false if it has. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (error.code === "ESRCH") return false;
    throw error;
  }
}
