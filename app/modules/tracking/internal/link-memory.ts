import { TwoGenerations } from "./two-generations";

/** Part of the room that is left to links which are read because somebody clicked them. */
const CLICKED_PART = 1 / 4;

/** Links in memory, at most so many: the newest, and of the older ones those that were clicked last. */
export class LinkMemory<Link extends { code: string }> {
  /** How many of the newest are held. */
  readonly room: number;
  #newest = new Map<string, Link>();
  readonly #clicked: TwoGenerations<string, Link>;

  constructor(most: number) {
    const generation = Math.max(1, Math.floor((most * CLICKED_PART) / 2));
    this.room = Math.max(1, most - 2 * generation);
    this.#clicked = new TwoGenerations(generation);
  }

  get size(): number {
    return this.#newest.size + this.#clicked.size;
  }

  find(code: string): Link | undefined {
    return this.#newest.get(code) ?? this.#clicked.get(code);
  }

  /** Like `find`, but nobody has clicked the link. */
  has(code: string): boolean {
    return this.#newest.has(code) || this.#clicked.has(code);
  }

  put(entry: Link): void {
    const { code } = entry;
    const isClicked = this.#clicked.renew(code, entry);
    if (this.#newest.has(code) || this.#newest.size < this.room) this.#newest.set(code, entry);
    else if (!isClicked) this.#clicked.set(code, entry);
  }

  /** Takes the newest as they were read anew. What was clicked stays, as it was read. @param newest at most `room` */
  replace(newest: Map<string, Link>): void {
    this.#newest = newest;
  }

  /** The codes of the links that are held because they were clicked. */
  clicked(): string[] {
    return [...this.#clicked.keys()];
  }
}
