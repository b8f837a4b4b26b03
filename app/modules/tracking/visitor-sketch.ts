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

export class VisitorSketch {
  #exact: Set<string> | null = new Set();
  #registers: Uint8Array | null = null;
  #changed = false;

  /** Whether something was added since the sketch was made or read. */
  get changed(): boolean {
    return this.#changed;
  }

  /** Adds a visitor by hash, 16 hexadecimal digits. */
  add(hash: string): void {
    if (this.#exact) {
      if (this.#exact.has(hash)) return;
      this.#exact.add(hash);
      this.#changed = true;
      if (this.#exact.size > EXACT_LIMIT) this.#estimateFromNowOn();
      return;
    }
    this.#register(hash);
  }

  /** Distinct visitors: exact or estimated. */
  count(): number {
    return this.#exact ? this.#exact.size : Math.round(estimate(this.#dense()));
  }

  #dense(): Uint8Array {
    this.#registers ??= new Uint8Array(REGISTERS);
    return this.#registers;
  }

  #estimateFromNowOn(): void {
    const hashes = this.#exact ?? [];
    this.#exact = null;
    for (const hash of hashes) this.#register(hash);
  }

  /** The first 15 bits choose the register, the place of the first one among the other 49 is the rank. */
  #register(hash: string): void {
    const high = Number.parseInt(hash.slice(0, 8), 16);
    const low = Number.parseInt(hash.slice(8), 16);
    const index = high >>> (32 - PRECISION);
    const restHigh = (high << PRECISION) >>> PRECISION;
    const zeros = restHigh === 0 ? 32 - PRECISION + Math.clz32(low) : Math.clz32(restHigh) - PRECISION;
    const rank = zeros + 1;
    const registers = this.#dense();
    if ((registers[index] ?? 0) >= rank) return;
    registers[index] = rank;
    this.#changed = true;
  }

  /** The sketch as it is stored. */
  toBytes(): Buffer {
    if (!this.#exact) return Buffer.concat([Buffer.of(DENSE), this.#dense()]);
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
      sketch.#registers = new Uint8Array(bytes.subarray(1));
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

/**
 * Ertl's improved estimator (O. Ertl, "New cardinality estimation algorithms for HyperLogLog sketches", 2017,
 * algorithm 6): without bias over the whole range, and without tables or switches between formulas.
 */
function estimate(registers: Uint8Array): number {
  const ofRank = new Float64Array(MAX_RANK + 1);
  for (const rank of registers) ofRank[rank] = (ofRank[rank] ?? 0) + 1;
  const share = (rank: number) => (ofRank[rank] ?? 0) / REGISTERS;
  let z = REGISTERS * tau(1 - share(MAX_RANK));
  for (let rank = RANK_BITS; rank >= 1; rank -= 1) z = 0.5 * (z + (ofRank[rank] ?? 0));
  z += REGISTERS * sigma(share(0));
  return ((REGISTERS / (2 * Math.LN2)) * REGISTERS) / z;
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
