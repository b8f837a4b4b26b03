/**
 * A bounded memory of what was used last: two generations. When the young one is full it becomes the old one; what is
 * still in use moves up again. No list has to be kept in order at each look-up.
 */
export class TwoGenerations<Key, Value> {
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /** @param own makes a key's copy to keep; see `ownText` */
  constructor(
    private readonly generation: number,
    private readonly own: (key: Key) => Key = (key) => key,
  ) {}

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: Key): Value | undefined {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    if (this.#young.size >= this.generation) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(this.own(key), value);
  }

  has(key: Key): boolean {
    return this.#young.has(key) || this.#old.has(key);
  }

  /** The value that a key has from now on, if it is held; that is no use of it. @returns whether it is held */
  renew(key: Key, value: Value): boolean {
    const isYoung = this.#young.has(key);
    if (!isYoung && !this.#old.has(key)) return false;
    (isYoung ? this.#young : this.#old).set(key, value);
    return true;
  }

  keys(): Set<Key> {
    return new Set([...this.#old.keys(), ...this.#young.keys()]);
  }
}
