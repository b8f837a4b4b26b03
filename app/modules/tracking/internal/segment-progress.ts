import { readBatchName } from "./click-receipts.server";
import type { Segment } from "./open-segment.server";

export type ShippedBatch = {
  segment: Segment;
  name: string;
  start: number;
  end: number;
  /** When the queue took it last; 0 before. */
  addedAt: number;
};

type Range = { start: number; end: number };

/** What of a segment is shipped and what is counted. */
export class SegmentProgress {
  /** Everything before is cut into batches. */
  shipped = 0;
  readonly outstanding = new Set<ShippedBatch>();
  /** Names of counted batches, to forget their receipts with the segment. */
  readonly received: string[];
  /** Counted already, by a process before this one; in order. */
  readonly #covered: Range[];

  /** @param receipts names of batches of this segment that are counted already */
  constructor(receipts: readonly string[] = []) {
    this.received = [...receipts];
    this.#covered = receipts.flatMap((name) => readBatchName(name) ?? []).sort((a, b) => a.start - b.start);
  }

  /** What may be cut next, at most to `size`; null where all is cut. */
  next(size: number): Range | null {
    for (const range of this.#covered) {
      if (range.start > this.shipped) return { start: this.shipped, end: Math.min(range.start, size) };
      this.shipped = Math.max(this.shipped, range.end);
    }
    return this.shipped < size ? { start: this.shipped, end: size } : null;
  }

  ship(batch: ShippedBatch): void {
    this.outstanding.add(batch);
    this.shipped = batch.end;
  }

  /** Passes over what holds no lines. */
  passOver(end: number): void {
    this.shipped = end;
  }

  receive(batch: ShippedBatch): void {
    this.outstanding.delete(batch);
    this.received.push(batch.name);
  }

  isDoneAt(size: number): boolean {
    return this.shipped >= size && this.outstanding.size === 0;
  }
}
