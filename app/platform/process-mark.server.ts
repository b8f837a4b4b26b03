import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";

/** What tells one run of a process from all others, also from a later one with the same process id. */
export const processMark = z.object({
  host: z.string(),
  pid: z.number().int(),
  /** When it started, in words of the system; holds the boot on Linux. */
  started: z.string(),
  /** The space in which the process id counts: each container has its own. Empty outside Linux. */
  space: z.string(),
});
export type ProcessMark = z.infer<typeof processMark>;

/** `hidden`: its process id counts in another space (a container), where nothing can be seen from here. */
export type ProcessState = "running" | "gone" | "hidden" | "elsewhere";

const onLinux = process.platform === "linux";

export function thisProcess(): ProcessMark {
  const started = startOf(process.pid);
  if (started === null) throw new Error("the system does not tell when this process started");
  return {
    host: hostname(),
    pid: process.pid,
    started,
    space: onLinux ? readlinkSync("/proc/self/ns/pid") : "",
  };
}

/** What has become of a process, as far as this machine can tell. */
export function stateOfProcess(mark: ProcessMark): ProcessState {
  if (mark.host !== hostname()) return "elsewhere";
  if (onLinux) {
    // Another boot: whatever ran then is gone, in whatever container.
    if (!mark.started.startsWith(`${bootId()}:`)) return "gone";
    if (mark.space !== readlinkSync("/proc/self/ns/pid")) return "hidden";
  }
  return startOf(mark.pid) === mark.started ? "running" : "gone";
}

function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}

/** Null where no such process runs. One that was killed and not yet collected by its parent does not run. */
function startOf(pid: number): string | null {
  try {
    if (!onLinux) {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
    }
    // After the command name, which may hold spaces: state first, start time twentieth (proc(5)).
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : `${bootId()}:${fields[19]}`;
  } catch {
    return null; // /proc/PID is not there, or `ps` found nobody: no such process
  }
}
