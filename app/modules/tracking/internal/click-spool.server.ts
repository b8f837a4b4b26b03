import type { FileHandle } from "node:fs/promises";
import { newId } from "~/kernel/id";
import type { Logger } from "~/platform/log.server";
import { compactId } from "../click";
import type { FoundSegment, SpoolFolder } from "./spool-folder.server";

/** A file of lines. What is before `size` is on the disk and ends with a line's end. */
export type Segment = {
  id: string;
  path: string;
  size: number;
  /** Nothing is added any more. */
  closed: boolean;
  /** Left by a process that was killed: its tail may be torn. */
  adopted: boolean;
  /** When its first line came, in ms since 1970. */
  since: number;
};

type OpenSegment = Segment & { file: FileHandle; zeroed: number };

/** What the spool needs of a file; tests give one that fails. */
export type SpoolDisk = Pick<SpoolFolder, "create" | "remove" | "fileOf">;

export type SpoolOptions = {
  disk: SpoolDisk;
  log: Logger;
  maxBytes: number;
  /** A segment is closed at this size or age, so that it can be counted and removed as a whole. */
  segmentBytes?: number;
  segmentMs?: number;
  /** After a failure the disk is left alone for so long. */
  restMs?: number;
};

const LOG_EVERY_MS = 1_000;

export class SpoolFull extends Error {}

/**
 * Lines on the local disk, in segments. `append` resolves when the lines would survive a power cut. One append at a
 * time: the batcher collects meanwhile.
 */
export class ClickSpool {
  readonly #options: Required<SpoolOptions>;
  readonly #segments: Segment[] = [];
  #current: OpenSegment | undefined;
  #spare: Promise<OpenSegment> | undefined;
  #writing = false;
  /** Whether the last segment was full before its time: the next one is zeroed ahead then. */
  #isBusy = false;
  #bytes = 0;
  #restUntil = 0;
  #loggedAt = 0;
  /** Called after each append, with no promise to wait for. */
  onDurable: () => void = () => {};

  constructor(options: SpoolOptions) {
    this.#options = { segmentBytes: 8 << 20, segmentMs: 10_000, restMs: 250, ...options };
  }

  /** Bytes that wait to be counted, in all segments. */
  get bytes(): number {
    return this.#bytes;
  }

  /** All segments, the oldest first. */
  get segments(): readonly Segment[] {
    return this.#segments;
  }

  /** Null, or why lines are not taken at the moment. */
  get trouble(): string | null {
    if (this.#bytes >= this.#options.maxBytes) return "the spool is full";
    return this.#restUntil > 0 ? "the spool cannot be written" : null;
  }

  /** Makes the first file. @throws when the folder cannot be written */
  async open(): Promise<void> {
    this.#spare = this.#make();
    await this.#spare;
  }

  /** Takes in what a process that is gone has left. */
  adopt(found: readonly FoundSegment[]): void {
    for (const segment of found) {
      this.#segments.push({ ...segment, closed: true, adopted: true });
      this.#bytes += segment.size;
    }
    this.#segments.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /**
   * Adds whole lines of single-byte characters.
   * @throws SpoolFull, or the disk's error: then none of the lines will be counted, unless the disk refuses even to
   * take them back and the process dies before they are forgotten.
   */
  async append(lines: string): Promise<void> {
    const now = Date.now();
    try {
      if (this.#bytes + lines.length > this.#options.maxBytes) throw new SpoolFull("the spool is full");
      if (now < this.#restUntil) throw new Error("the spool rests after a failure");
      this.#writing = true;
      const segment = this.#current ?? (await this.#next(now));
      await this.#write(segment, Buffer.from(lines, "latin1"));
      this.#restUntil = 0;
      const isFull = segment.size >= this.#options.segmentBytes;
      if (isFull || now - segment.since >= this.#options.segmentMs) {
        this.#isBusy = isFull;
        await this.#closeCurrent();
      }
    } catch (error) {
      this.#complain(error, now);
      throw error;
    } finally {
      this.#writing = false;
    }
    this.onDurable();
  }

  /** Closes the segment under way when it is old enough; `always` at the end. */
  async closeOld(now: number, always = false): Promise<void> {
    const segment = this.#current;
    if (!segment || this.#writing) return;
    if (!always && now - segment.since < this.#options.segmentMs) return;
    this.#isBusy = false;
    await this.#closeCurrent();
  }

  /** Lets go of a segment that is counted. */
  async remove(segment: Segment): Promise<void> {
    const at = this.#segments.indexOf(segment);
    if (at < 0 || !segment.closed) throw new Error("only closed segments of this spool are removed");
    await this.#options.disk.remove(segment.id);
    this.#segments.splice(at, 1);
    this.#bytes -= segment.size;
  }

  /** Ends all writing. Segments stay where they are. */
  async close(): Promise<void> {
    await this.closeOld(Date.now(), true);
    const spare = await this.#spare?.catch(() => undefined); // its failure was told when it happened
    this.#spare = undefined;
    if (!spare) return;
    await spare.file.close();
    await this.#options.disk.remove(spare.id);
  }

  async #write(segment: OpenSegment, bytes: Buffer): Promise<void> {
    let done = 0;
    try {
      while (done < bytes.length) {
        const at = segment.size + done;
        const { bytesWritten } = await segment.file.write(bytes, done, bytes.length - done, at);
        if (bytesWritten === 0) throw new Error("the disk took nothing");
        done += bytesWritten;
      }
    } catch (error) {
      this.#restUntil = Date.now() + this.#options.restMs;
      await this.#abandon(segment);
      throw error;
    }
    segment.size += bytes.length;
    this.#bytes += bytes.length;
  }

  /** Cuts off what may have been half written, so that nobody counts it later, and starts anew in another file. */
  async #abandon(segment: OpenSegment): Promise<void> {
    this.#current = undefined;
    segment.closed = true;
    try {
      await segment.file.truncate(segment.size);
      await segment.file.sync();
      await segment.file.close();
      if (segment.size === 0) await this.remove(segment);
    } catch (error) {
      this.#options.log.error(
        { err: error, file: segment.path },
        "a half-written batch could not be taken back",
      );
    }
  }

  async #next(now: number): Promise<OpenSegment> {
    const spare = this.#spare ?? this.#make();
    this.#spare = undefined;
    try {
      this.#current = await spare;
    } catch (error) {
      this.#restUntil = now + this.#options.restMs;
      throw error;
    }
    this.#current.since = now;
    this.#segments.push(this.#current);
    // The next file is made now, so that nobody waits for it; if that fails, the append that needs it finds out.
    this.#spare = this.#make();
    this.#spare.catch(() => {
      this.#spare = undefined;
    });
    return this.#current;
  }

  async #make(): Promise<OpenSegment> {
    const id = compactId(newId());
    const zeroed = this.#isBusy ? this.#options.segmentBytes : 0;
    const file = await this.#options.disk.create(id, zeroed);
    const path = this.#options.disk.fileOf(id);
    return { id, path, size: 0, closed: false, adopted: false, since: Date.now(), file, zeroed };
  }

  async #closeCurrent(): Promise<void> {
    const segment = this.#current;
    if (!segment) return;
    this.#current = undefined;
    segment.closed = true;
    try {
      if (segment.zeroed > segment.size) await segment.file.truncate(segment.size);
    } finally {
      await segment.file.close();
    }
  }

  #complain(error: unknown, now: number): void {
    if (now - this.#loggedAt < LOG_EVERY_MS) return;
    this.#loggedAt = now;
    this.#options.log.error(
      { err: error, bytes: this.#bytes },
      "clicks could not be laid down: their visitors are sent on uncounted",
    );
  }
}
