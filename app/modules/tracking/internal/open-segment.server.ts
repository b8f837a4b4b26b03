import type { FileHandle } from "node:fs/promises";

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

type Made = {
  id: string;
  path: string;
  file: FileHandle;
  /** Bytes that were filled with zeros when the file was made. */
  zeroed: number;
  /** Hears of what went wrong with the file after its lines were durable, or given up. */
  complain: (error: unknown) => void;
};

/**
 * A segment that is being written. Several writes may be under way; they become durable in the order of their places,
 * so that what a crash leaves is whole up to the first gap, and nobody was answered for what lies behind it.
 */
export class OpenSegment implements Segment {
  readonly id: string;
  readonly path: string;
  readonly adopted = false;
  size = 0;
  closed = false;
  since = Date.now();
  readonly #file: FileHandle;
  readonly #zeroed: number;
  readonly #complain: (error: unknown) => void;
  #tellFinished: () => void = () => {};
  /** Resolves when the file is closed. */
  readonly finished = new Promise<void>((resolve) => {
    this.#tellFinished = resolve;
  });
  #end = 0;
  /** Settles when everything up to `end` is durable or has failed. */
  #tail: Promise<void> = Promise.resolve();
  #writes = 0;
  #isRetired = false;
  #isBroken = false;

  constructor({ id, path, file, zeroed, complain }: Made) {
    this.id = id;
    this.path = path;
    this.#file = file;
    this.#zeroed = zeroed;
    this.#complain = complain;
  }

  /** Where the next lines go. */
  get end(): number {
    return this.#end;
  }

  /**
   * Adds lines; resolves once they and all before them are durable. Whoever is last to come back from a segment that
   * takes no more closes it.
   * @throws the disk's error, also that of a write before it; then nothing of them is left in the file
   */
  async add(bytes: Buffer): Promise<void> {
    const at = this.#end;
    this.#end += bytes.length;
    this.#writes += 1;
    this.#tail = this.#inOrder(this.#tail, bytes, at);
    try {
      await this.#tail;
    } catch (error) {
      this.#isBroken = true;
      this.#isRetired = true;
      throw error;
    } finally {
      this.#writes -= 1;
      if (this.#isRetired && this.#writes === 0) await this.#finish();
    }
  }

  /** Takes no more: it is closed when nothing is under way any more. */
  retire(): void {
    this.#isRetired = true;
    if (this.#writes === 0) void this.#finish();
  }

  /** Closes a file that was never used. */
  async discard(): Promise<void> {
    await this.#file.close();
  }

  async #inOrder(before: Promise<void>, bytes: Buffer, at: number): Promise<void> {
    const results = await Promise.allSettled([before, writeAll(this.#file, bytes, at)]);
    for (const result of results) if (result.status === "rejected") throw result.reason;
    this.size = at + bytes.length;
  }

  /** Cuts off what is beyond the durable lines, so that nobody counts it later: zeros, or half a batch. */
  async #finish(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    try {
      await this.#cut().finally(() => this.#file.close());
    } catch (error) {
      this.#complain(error);
    }
    this.#tellFinished();
  }

  async #cut(): Promise<void> {
    if (this.#isBroken || this.#zeroed > this.size) await this.#file.truncate(this.size);
    if (this.#isBroken) await this.#file.sync();
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw new Error("the disk took nothing");
    done += bytesWritten;
  }
}
