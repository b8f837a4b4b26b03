import { existsSync, statfsSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";

/** Megabytes that an ordinary user may still write at `directory` (or at the nearest folder above that exists). */
export function freeMegabytes(directory) {
  let at = directory;
  while (!existsSync(at)) at = path.dirname(at);
  const { bavail, bsize } = statfsSync(at);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}

/** Refuses early, with a sentence, where a full disk would only break things half-way. */
export function requireSpace(directory, megabytes, purpose) {
  const free = freeMegabytes(directory);
  if (free < megabytes) {
    throw new Failure(
      `The disk is nearly full: ${directory} has ${free} MB left and ${purpose} needs about ${megabytes} MB.`,
      "Free some space, or set GAUNG_HOME to a folder on another disk.",
    );
  }
}
