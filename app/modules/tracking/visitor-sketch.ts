/**
 * Counts distinct visitors without a list of them: a HyperLogLog sketch (Flajolet et al., 2007) over the 64-bit
 * visitor hashes. Up to EXACT_LIMIT visitors it holds the hashes themselves and its answer is exact; above, 2^15
 * registers hold the answer to 0.57 % (one standard deviation, 1.04 / sqrt(m)). Sketches of the same day unite without
 * loss: adding a visitor twice, in whatever order and to whichever sketch, changes nothing.
 */
const PRECISION = 15;
const REGISTERS = 1 << PRECISION;
const RANK_BITS = 64 - PRECISION;
const MAX_RANK = RANK_BITS + 1;
export const EXACT_LIMIT = 512;
const HASH_BYTES = 8;

/** First byte of a stored sketch. */
const EXACT = 1;
const DENSE = 2;

/** A visitor's hash, and its halves as unsigned numbers. */
export type Visitor = { hash: string; high: number; low: number };

/** @param hash 16 hexadecimal digits */
export function visitorOf(hash: string): Visitor {
  return {
    hash,
    high: Number.parseInt(hash.slice(0, 8), 16),
    low: Number.parseInt(hash.slice(8), 16),
  };
}

export class VisitorSketch {
  #exact: Set<string> | null = new Set();
  #dense: Registers | null = null;

  /** Adds a visitor. @returns whether the sketch has changed by it */
  add(visitor: Visitor): boolean {
    if (!this.#exact) return this.#registers().add(visitor);
    if (this.#exact.has(visitor.hash)) return false;
    this.#exact.add(visitor.hash);
    if (this.#exact.size > EXACT_LIMIT) this.#estimateFromNowOn();
    return true;
  }

  /** Distinct visitors: exact or estimated. */
  count(): number {
    return this.#exact ? this.#exact.size : Math.round(this.#registers().estimate());
  }

  #registers(): Registers {
    this.#dense ??= new Registers(new Uint8Array(REGISTERS));
    return this.#dense;
  }

  #estimateFromNowOn(): void {
    const hashes = this.#exact ?? [];
    this.#exact = null;
    for (const hash of hashes) this.#registers().add(visitorOf(hash));
  }

  /** The sketch as it is stored. */
  toBytes(): Buffer {
    if (!this.#exact) return Buffer.concat([Buffer.of(DENSE), this.#registers().ranks]);
    const bytes = Buffer.alloc(1 + this.#exact.size * HASH_BYTES);
    bytes[0] = EXACT;
    let at = 1;
    for (const hash of this.#exact) at += bytes.write(hash, at, HASH_BYTES, "hex");
    return bytes;
  }

  /** Reads a stored sketch. @throws RangeError for anything else. */
  static fromBytes(stored: Uint8Array): VisitorSketch {
    const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
    const sketch = new VisitorSketch();
    if (bytes[0] === DENSE && bytes.length === 1 + REGISTERS) {
      sketch.#exact = null;
      sketch.#dense = new Registers(new Uint8Array(bytes.subarray(1)));
      return sketch;
    }
    if (bytes[0] !== EXACT || (bytes.length - 1) % HASH_BYTES !== 0) {
      throw new RangeError(`not a visitor sketch: ${bytes.length} bytes`);
    }
    for (let at = 1; at < bytes.length; at += HASH_BYTES) {
      sketch.#exact?.add(bytes.toString("hex", at, at + HASH_BYTES));
    }
    return sketch;
  }
}

/** The registers, and how many of them hold each rank: all that the estimate asks for. */
class Registers {
  readonly #ofRank = new Int32Array(MAX_RANK + 1);

  constructor(readonly ranks: Uint8Array) {
    for (const rank of ranks) this.#count(rank, 1);
  }

  #count(rank: number, by: 1 | -1): void {
    this.#ofRank[rank] = (this.#ofRank[rank] ?? 0) + by;
  }

  /** The first 15 bits choose the register, the place of the first one among the other 49 is the rank. */
  add({ high, low }: Visitor): boolean {
    const index = high >>> (32 - PRECISION);
    const restHigh = (high << PRECISION) >>> PRECISION;
    const zeros = restHigh === 0 ? 32 - PRECISION + Math.clz32(low) : Math.clz32(restHigh) - PRECISION;
    const rank = zeros + 1;
    const before = this.ranks[index] ?? 0;
    if (before >= rank) return false;
    this.ranks[index] = rank;
    this.#count(before, -1);
    this.#count(rank, 1);
    return true;
  }

  /**
   * Ertl's improved estimator (O. Ertl, "New cardinality estimation algorithms for HyperLogLog sketches", 2017,
   * algorithm 6): without bias over the whole range, and without tables or switches between formulas.
   */
  estimate(): number {
    const share = (rank: number) => (this.#ofRank[rank] ?? 0) / REGISTERS;
    let z = REGISTERS * tau(1 - share(MAX_RANK));
    for (let rank = RANK_BITS; rank >= 1; rank -= 1) z = 0.5 * (z + (this.#ofRank[rank] ?? 0));
    z += REGISTERS * sigma(share(0));
    return ((REGISTERS / (2 * Math.LN2)) * REGISTERS) / z;
  }
}

/** x + sum of x^(2^k) * 2^(k-1), from k = 1 on; infinite for 1 (nothing was added). */
function sigma(x: number): number {
  if (x === 1) return Number.POSITIVE_INFINITY;
  let [power, factor, sum, before] = [x, 1, x, -1];
  while (sum !== before) {
    power *= power;
    before = sum;
    sum += power * factor;
    factor += factor;
  }
  return sum;
}

/** (1 - x - sum of (1 - x^(2^-k))^2 * 2^-k, from k = 1 on) / 3. */
function tau(x: number): number {
  if (x === 0 || x === 1) return 0;
  let [root, factor, sum, before] = [x, 1, 1 - x, -1];
  while (sum !== before) {
    root = Math.sqrt(root);
    before = sum;
    factor *= 0.5;
    sum -= (1 - root) ** 2 * factor;
  }
  return sum / 3;
}
