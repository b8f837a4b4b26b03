import { SheetError } from "./sheet";

/** Bytes of text that a workbook may share among its cells; kept outside the heap, as UTF-8. */
const MAX_BYTES = 192 * 1024 ** 2;
const MAX_STRINGS = 6_000_000;
const BLOCK_BYTES = 4 * 1024 ** 2;

/** The texts of a workbook by their number, packed: a million of them cost their bytes and five more each. */
export class SharedStrings {
  readonly #blocks: Buffer[] = [];
  #ends = new Uint32Array(1_024);
  #blockOf = new Uint8Array(1_024);
  #used = BLOCK_BYTES;
  #bytes = 0;
  #count = 0;

  add(text: string): void {
    if (this.#count >= MAX_STRINGS) throw new SheetError("tooManyTexts", `${this.#count} shared texts`);
    const length = Buffer.byteLength(text);
    this.#bytes += length;
    if (this.#bytes > MAX_BYTES) throw new SheetError("tooManyTexts", `${this.#bytes} bytes of shared text`);
    if (this.#used + length > BLOCK_BYTES) {
      this.#blocks.push(Buffer.allocUnsafe(Math.max(BLOCK_BYTES, length)));
      this.#used = 0;
    }
    const block = this.#blocks.length - 1;
    this.#blocks[block]?.write(text, this.#used);
    this.#used += length;
    if (this.#count === this.#ends.length) this.#grow();
    this.#ends[this.#count] = this.#used;
    this.#blockOf[this.#count] = block;
    this.#count += 1;
  }

  /** The text of a number; null for one that the workbook does not have. */
  get(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return null;
    const block = this.#blockOf[index] ?? 0;
    const before = index > 0 && this.#blockOf[index - 1] === block ? (this.#ends[index - 1] ?? 0) : 0;
    return this.#blocks[block]?.toString("utf8", before, this.#ends[index]) ?? null;
  }

  get size(): number {
    return this.#count;
  }

  #grow(): void {
    const ends = new Uint32Array(this.#ends.length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
    const blockOf = new Uint8Array(this.#blockOf.length * 2);
    blockOf.set(this.#blockOf);
    this.#blockOf = blockOf;
  }
}
