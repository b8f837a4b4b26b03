import type { Logger } from "~/platform/log.server";
import { batchName, type Receipts } from "./click-receipts.server";
import type { ClickSpool } from "./click-spool.server";
import type { Segment } from "./open-segment.server";
import { SegmentProgress, type ShippedBatch } from "./segment-progress";
import { readChunk } from "./segment-reader.server";

export type CutBatch = { batch: ShippedBatch; lines: Buffer };

type Options = {
  spool: ClickSpool;
  receipts: Receipts;
  log: Logger;
  batchBytes: number;
  windowBytes: number;
  windowBatches: number;
};

/** What of the spool is cut into batches, which of them wait for their receipt, and which segments are counted. */
export class SpoolProgress {
  readonly #segments = new Map<Segment, SegmentProgress>();

  constructor(private readonly options: Options) {}

  /** Whether as much waits for receipts as may. */
  get isFull(): boolean {
    const { windowBytes, windowBatches } = this.options;
    const outstanding = this.#outstanding();
    const bytes = outstanding.reduce((sum, { start, end }) => sum + end - start, 0);
    return bytes >= windowBytes || outstanding.length >= windowBatches;
  }

  /** Bytes that are not cut yet. */
  get uncut(): number {
    let bytes = 0;
    for (const segment of this.options.spool.segments) {
      bytes += segment.size - (this.#segments.get(segment)?.shipped ?? 0);
    }
    return bytes;
  }

  /** Cuts the next batch, the oldest lines first; undefined when there is none, or as much is under way as may be. */
  async cut(): Promise<CutBatch | undefined> {
    if (this.isFull) return undefined;
    for (const segment of this.options.spool.segments) {
      const progress = await this.#progressOf(segment);
      for (let range = progress.next(segment.size); range; range = progress.next(segment.size)) {
        const { start, end, lines } = await this.#read(segment, range);
        if (lines.length === 0) {
          progress.passOver(end);
          continue;
        }
        const batch = { segment, name: batchName(segment.id, start, end), start, end, addedAt: 0 };
        progress.ship(batch);
        return { batch, lines };
      }
    }
    return undefined;
  }

  /** Batches that the queue took and that have no receipt, by name. */
  waiting(): Map<string, ShippedBatch> {
    const added = this.#outstanding().filter(({ addedAt }) => addedAt > 0);
    return new Map(added.map((batch) => [batch.name, batch]));
  }

  /** Notes that a batch is counted. */
  receive(batch: ShippedBatch): void {
    this.#segments.get(batch.segment)?.receive(batch);
  }

  /** Segments that take no more and are counted whole. */
  counted(): Segment[] {
    return this.options.spool.segments.filter(
      (segment) =>
        segment.closed && (this.#segments.get(segment)?.isDoneAt(segment.size) ?? segment.size === 0),
    );
  }

  /** Forgets a segment. @returns the names of its batches */
  forget(segment: Segment): readonly string[] {
    const received = this.#segments.get(segment)?.received ?? [];
    this.#segments.delete(segment);
    return received;
  }

  /** Batches that have no receipt. */
  #outstanding(): ShippedBatch[] {
    return [...this.#segments.values()].flatMap(({ outstanding }) => [...outstanding]);
  }

  async #progressOf(segment: Segment): Promise<SegmentProgress> {
    const known = this.#segments.get(segment);
    if (known) return known;
    const progress = new SegmentProgress(
      segment.adopted ? await this.options.receipts.ofSegment(segment.id) : [],
    );
    this.#segments.set(segment, progress);
    return progress;
  }

  async #read(segment: Segment, range: { start: number; end: number }) {
    const chunk = await readChunk(segment, range.start, range.end, this.options.batchBytes);
    const { start, end, dropped } = chunk;
    if (dropped > 0) {
      this.options.log.warn(
        { file: segment.path, start, end, dropped },
        "a torn tail was left out: nobody was answered for it",
      );
    }
    return chunk;
  }
}
