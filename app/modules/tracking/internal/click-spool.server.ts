import { newId } from "~/kernel/id";
import type { Logger } from "~/platform/log.server";
import { compactId } from "../click";
import { OpenSegment, type Segment } from "./open-segment.server";
import type { FoundSegment, SpoolFolder } from "./spool-folder.server";

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

/** Lines on the local disk, in segments. `append` resolves when the lines would survive a power cut. */
export class ClickSpool {
  readonly #options: Required<SpoolOptions>;
  readonly #segments: Segment[] = [];
  #current: OpenSegment | undefined;
  #spare: Promise<OpenSegment> | undefined;
  #opening: Promise<OpenSegment> | undefined;
  /** Whether the last segment was full before its time: the next one is zeroed ahead then. */
  #isBusy = false;
  #bytes = 0;
  /** Bytes on their way to the disk. */
  #underWay = 0;
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
      if (this.#bytes + this.#underWay + lines.length > this.#options.maxBytes)
        throw new SpoolFull("the spool is full");
      if (now < this.#restUntil) throw new Error("the spool rests after a failure");
      this.#underWay += lines.length;
      try {
        // Who waited for a new segment may find it full already.
        while (!this.#current) await this.#next(now);
        await this.#add(this.#current, Buffer.from(lines, "latin1"), now);
      } finally {
        this.#underWay -= lines.length;
      }
      this.#restUntil = 0;
    } catch (error) {
      this.#complain(error, now);
      throw error;
    }
    this.onDurable();
  }

  /** Closes the segment under way when it is old enough; `always` at the end. */
  async closeOld(now: number, always = false): Promise<void> {
    const segment = this.#current;
    if (!segment || (!always && now - segment.since < this.#options.segmentMs)) return;
    this.#isBusy = false;
    this.#current = undefined;
    segment.retire();
    await segment.finished;
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
    await spare.discard();
    await this.#options.disk.remove(spare.id);
  }

  async #add(segment: OpenSegment, bytes: Buffer, now: number): Promise<void> {
    const added = segment.add(bytes);
    const isFull = segment.end >= this.#options.segmentBytes;
    if (isFull || now - segment.since >= this.#options.segmentMs) {
      this.#isBusy = isFull;
      this.#current = undefined;
      // What is under way closes it.
      segment.retire();
    }
    try {
      await added;
    } catch (error) {
      await this.#leave(segment);
      throw error;
    }
    this.#bytes += bytes.length;
  }

  /** Goes on in another file, after a failure that the segment has dealt with. */
  async #leave(segment: OpenSegment): Promise<void> {
    if (this.#current === segment) this.#current = undefined;
    this.#restUntil = Date.now() + this.#options.restMs;
    if (segment.closed && segment.size === 0 && this.#segments.includes(segment)) await this.remove(segment);
  }

  /** The next segment, the same for all who ask for one at once. */
  #next(now: number): Promise<OpenSegment> {
    this.#opening ??= this.#open(now).finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  async #open(now: number): Promise<OpenSegment> {
    const spare = this.#spare ?? this.#make();
    this.#spare = undefined;
    let segment: OpenSegment;
    try {
      segment = await spare;
    } catch (error) {
      this.#restUntil = now + this.#options.restMs;
      throw error;
    }
    segment.since = now;
    this.#segments.push(segment);
    this.#current = segment;
    // The next file is made now, so that nobody waits for it; if that fails, the append that needs it finds out.
    this.#spare = this.#make();
    this.#spare.catch(() => {
      this.#spare = undefined;
    });
    return segment;
  }

  async #make(): Promise<OpenSegment> {
    const id = compactId(newId());
    const zeroed = this.#isBusy ? this.#options.segmentBytes : 0;
    const file = await this.#options.disk.create(id, zeroed);
    const path = this.#options.disk.fileOf(id);
    const complain = (error: unknown) =>
      this.#options.log.error({ err: error, file: path }, "a spool file could not be closed as it should");
    return new OpenSegment({ id, path, file, zeroed, complain });
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
