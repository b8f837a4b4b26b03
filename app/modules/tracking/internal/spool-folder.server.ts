import { randomBytes } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rmdir,
  stat,
  unlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import type { Logger } from "~/platform/log.server";
import { type ProcessMark, processMark, stateOfProcess, thisProcess } from "~/platform/process-mark.server";

/*
 * SPOOL_DIR/<pid>-<random>/ belongs to one process: `lock.json` says to which. What a process leaves behind when it is
 * killed is taken over by the next one on the same host, file by file: a rename is atomic, so two that try at once
 * share the files and none is taken twice.
 */

const LOCK = "lock.json";
/** In the lock of a process that has let go of its folder: no running process has started then. */
const ENDED = "ended";
const SUFFIX = ".clicks";
const SEGMENT = /^([0-9a-f]{32})\.clicks$/;
/** Where a process cannot be seen (other container) or its lock not be read, its folder is left alone while it beats. */
const SILENT_MS = 120_000;
const ZEROS_AT_ONCE = 1 << 20;

/** `since`: when it was last written to, in ms since 1970. */
export type FoundSegment = { id: string; path: string; size: number; since: number };

/** A file system error's code: "ENOSPC", "ENOENT" … */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

function nullIfGone(error: unknown): null {
  if (errorCode(error) !== "ENOENT") throw error;
  return null;
}

/** Makes names in a folder durable: without it a new file may be gone after a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export class SpoolFolder {
  private constructor(
    private readonly root: string,
    readonly path: string,
    private readonly mark: ProcessMark,
    private readonly log: Logger,
  ) {}

  /** Makes a folder for this process. It appears under its name only once its lock is in it. */
  static async open(root: string, log: Logger, mark: ProcessMark = thisProcess()): Promise<SpoolFolder> {
    await mkdir(root, { recursive: true, mode: 0o700 });
    const name = `${mark.pid}-${randomBytes(6).toString("hex")}`;
    const hidden = path.join(root, `.${name}`);
    await mkdir(hidden, { mode: 0o700 });
    const lock = await open(path.join(hidden, LOCK), "wx", 0o600);
    await lock.writeFile(JSON.stringify(mark));
    await lock.sync();
    await lock.close();
    await syncFolder(hidden);
    await rename(hidden, path.join(root, name));
    await syncFolder(root);
    return new SpoolFolder(root, path.join(root, name), mark, log);
  }

  fileOf(id: string): string {
    return path.join(this.path, id + SUFFIX);
  }

  /**
   * A new file; each write to it returns when its bytes are on the disk.
   * @param zeroed bytes filled with zeros beforehand: writing over them takes the disk half the time of making the file
   * longer, which is noted in the file system's journal each time. No line holds a zero.
   */
  async create(id: string, zeroed = 0): Promise<FileHandle> {
    const { O_CREAT, O_EXCL, O_WRONLY, O_DSYNC } = constants;
    const file = await open(this.fileOf(id), O_CREAT | O_EXCL | O_WRONLY | O_DSYNC, 0o600);
    try {
      if (zeroed > 0) await this.#fillWithZeros(this.fileOf(id), zeroed);
      await syncFolder(this.path);
    } catch (error) {
      await file.close();
      throw error;
    }
    return file;
  }

  async #fillWithZeros(file: string, bytes: number): Promise<void> {
    const handle = await open(file, constants.O_WRONLY);
    try {
      const zeros = Buffer.alloc(Math.min(bytes, ZEROS_AT_ONCE));
      for (let at = 0; at < bytes; at += zeros.length)
        await handle.write(zeros, 0, Math.min(zeros.length, bytes - at), at);
      await handle.sync();
    } catch (error) {
      this.log.warn({ err: error, file }, "no room for a spool file made ahead: it grows as it is written");
      await handle.truncate(0);
    } finally {
      await handle.close();
    }
  }

  async remove(id: string): Promise<void> {
    await unlink(this.fileOf(id));
  }

  /** Says that this process lives, to those who cannot see it. */
  async beat(): Promise<void> {
    const now = new Date();
    await utimes(path.join(this.path, LOCK), now, now);
  }

  /** Takes over the files of processes that are gone. Folders of other hosts and of the living are left alone. */
  async adopt(): Promise<FoundSegment[]> {
    const found: FoundSegment[] = [];
    for (const entry of await readdir(this.root, { withFileTypes: true })) {
      const folder = path.join(this.root, entry.name);
      if (!entry.isDirectory() || folder === this.path) continue;
      try {
        if (await isOrphan(folder)) await this.#takeFrom(folder, found);
      } catch (error) {
        // Gone or just emptied: another process takes the same folder over.
        if (!["ENOENT", "ENOTEMPTY"].includes(errorCode(error) ?? "")) {
          this.log.error({ err: error, folder }, "a spool could not be taken over");
        }
      }
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Folders of other hosts: nobody here may touch them. */
  async elsewhere(): Promise<string[]> {
    const names: string[] = [];
    for (const name of await readdir(this.root)) {
      const mark = await readLock(path.join(this.root, name));
      if (mark && stateOfProcess(mark) === "elsewhere") names.push(name);
    }
    return names;
  }

  /** @param found gets each file as soon as it is ours, whatever happens to the next one */
  async #takeFrom(folder: string, found: FoundSegment[]): Promise<void> {
    for (const name of await readdir(folder)) {
      const id = SEGMENT.exec(name)?.[1];
      const file = path.join(folder, name);
      const facts = id ? await stat(file).catch(nullIfGone) : null;
      if (!id || !facts) continue;
      const taken = await rename(file, this.fileOf(id)).then(() => true, nullIfGone);
      if (!taken) continue;
      const size = await sizeOfLines(this.fileOf(id));
      if (size === 0) await this.remove(id);
      else found.push({ id, path: this.fileOf(id), size, since: facts.mtimeMs });
    }
    await syncFolder(this.path);
    await unlink(path.join(folder, LOCK)).catch(nullIfGone);
    await rmdir(folder);
    this.log.info({ folder }, "took over the spool of a process that is gone");
  }

  /** Removes the folder if nothing is left in it; else anyone on this host may take it over from now on. */
  async close(): Promise<void> {
    const lock = path.join(this.path, LOCK);
    const left = await readdir(this.path);
    if (left.some((name) => SEGMENT.test(name))) {
      await writeFile(lock, JSON.stringify({ ...this.mark, started: ENDED }));
      return;
    }
    await unlink(lock);
    await rmdir(this.path);
  }
}

/** Up to the first zero: what follows was never written, or is part of a batch that was torn. */
async function sizeOfLines(file: string): Promise<number> {
  let size = 0;
  for await (const piece of createReadStream(file, { highWaterMark: ZEROS_AT_ONCE })) {
    const bytes: Buffer = piece;
    const zero = bytes.indexOf(0);
    if (zero >= 0) return size + zero;
    size += bytes.length;
  }
  return size;
}

async function readLock(folder: string): Promise<ProcessMark | null> {
  try {
    return processMark.parse(JSON.parse(await readFile(path.join(folder, LOCK), "utf8")));
  } catch {
    return null; // no lock, or one that a power cut spoiled: the folder is judged by its age
  }
}

async function isOrphan(folder: string): Promise<boolean> {
  const mark = await readLock(folder);
  const state = mark ? stateOfProcess(mark) : "hidden";
  if (state !== "hidden") return state === "gone";
  const { mtimeMs } = await stat(mark ? path.join(folder, LOCK) : folder);
  return Date.now() - mtimeMs > SILENT_MS;
}
