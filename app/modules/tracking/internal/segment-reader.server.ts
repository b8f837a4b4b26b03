import { open } from "node:fs/promises";
import { isClickLine } from "../click";
import type { Segment } from "./open-segment.server";

const NEWLINE = 10;

/** Whole lines of a segment from one offset to another. `dropped`: pieces that are no lines, found in what a crash left. */
export type Chunk = { start: number; end: number; lines: Buffer; dropped: number };

/**
 * Reads whole lines from `start` on, at most `maxBytes`, not beyond `limit`. Of a segment that a killed process left,
 * only what has a click's form is taken: its last batch may be torn, and nobody was ever answered for it.
 */
export async function readChunk(
  segment: Segment,
  start: number,
  limit: number,
  maxBytes: number,
): Promise<Chunk> {
  const bytes = Buffer.allocUnsafeSlow(Math.min(maxBytes, limit - start));
  const file = await open(segment.path, "r");
  let length = 0;
  try {
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
  } finally {
    await file.close();
  }
  if (!segment.adopted) {
    // Beyond what was read the buffer holds whatever the memory held before.
    const end = bytes.subarray(0, length).lastIndexOf(NEWLINE) + 1;
    if (end === 0) throw new Error(`${segment.path} is shorter than what was written to it`);
    return { start, end: start + end, lines: bytes.subarray(0, end), dropped: 0 };
  }
  return mended(bytes.subarray(0, length), start, limit);
}

function mended(bytes: Buffer, start: number, limit: number): Chunk {
  const lastLine = bytes.lastIndexOf(NEWLINE) + 1;
  const reachesEnd = start + bytes.length >= limit || bytes.length === 0;
  // Without any line's end the piece is rubbish; at the segment's end what follows the last one is its torn tail.
  const end = reachesEnd ? limit : start + (lastLine === 0 ? bytes.length : lastLine);
  const pieces = bytes.toString("latin1", 0, lastLine).split("\n");
  pieces.pop();
  const whole = pieces.filter(isClickLine);
  const torn = (reachesEnd || lastLine === 0) && lastLine < bytes.length ? 1 : 0;
  return {
    start,
    end,
    lines: Buffer.from(whole.map((line) => `${line}\n`).join(""), "latin1"),
    dropped: pieces.length - whole.length + torn,
  };
}
