import { TwoGenerations } from "./two-generations";

/** Part of the room that is left to links which are read because somebody clicked them. */
const CLICKED_PART = 1 / 4;

/** Links in memory, at most so many: the newest, and of the older ones those that were clicked last. */
export class LinkMemory<Link extends { code: string }> {
  /** How many of the newest are held. */
  readonly room: number;
  #newest = new Map<string, Link>();
  #clicked: TwoGenerations<string, Link>;
  readonly #generation: number;

  constructor(most: number) {
    this.#generation = Math.max(1, Math.floor((most * CLICKED_PART) / 2));
    this.room = Math.max(1, most - 2 * this.#generation);
    this.#clicked = new TwoGenerations(this.#generation);
  }

  get size(): number {
    return this.#newest.size + this.#clicked.size;
  }

  find(code: string): Link | undefined {
    return this.#newest.get(code) ?? this.#clicked.get(code);
  }

  put(entry: Link): void {
    const { code } = entry;
    const isNewest = this.#newest.has(code) || this.#newest.size < this.room;
    if (isNewest) this.#newest.set(code, entry);
    else this.#clicked.set(code, entry);
  }

  /** Everything is read anew: what was clicked is looked up again. @param newest at most `room` */
  replace(newest: Map<string, Link>): void {
    this.#newest = newest;
    this.#clicked = new TwoGenerations(this.#generation);
  }
}
