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
}
