import { readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, processIdentity } from "./processes.mjs";

/** Reads a lock file; null when there is none, it is damaged, or the process that wrote it is gone. */
export function readLock(file) {
  const written = readContent(file);
  return written && isSameProcess(written) ? written : null;
}

/** Whether the process that was noted down still runs (and is not another one with the same id). */
export function isSameProcess({ pid, identity }) {
  return isAlive(pid) && processIdentity(pid) === identity;
}

function readContent(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Takes a lock that dies with this process: the file holds pid and start time, so what a killed process left
 * is recognised and replaced.
 * @returns {{ update: (details: object) => void, release: () => void, previous: object | null } | null} null while
 *   another process holds it; `previous` is what a process that died with the lock had noted in it
 */
export function takeLock(file, details = {}) {
  const mine = { pid: process.pid, identity: processIdentity(process.pid), ...details };
  let previous = null;
  for (let tries = 0; tries < 5; tries++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
      return {
        update: (more) => replace(file, { ...mine, ...more }),
        release: () => release(file),
        previous,
      };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (readLock(file)) return null;
    previous = readContent(file);
    discard(file);
  }
  return null;
}

/** Runs `work` while holding the lock, waiting for another process that holds it. */
export async function withLock(file, onWait, work) {
  let lock = takeLock(file);
  for (let waited = false; !lock; lock = takeLock(file)) {
    if (!waited) onWait();
    waited = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

function replace(file, content) {
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function release(file) {
  if (readLock(file)?.pid === process.pid) discard(file);
}

function discard(file) {
  try {
    unlinkSync(file);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
