/** Something that happens at a moment of the story. */
type Event = { at: Date; order: number; run: (at: Date) => Promise<void> };

const HOUR_MS = 3_600_000;

/**
 * The story's events, told in the order of time whatever order they were planned in, so that ids and lists come out as
 * they would have in life. An event may plan later ones.
 */
export class Timeline {
  #events: Event[] = [];
  #planned = 0;

  constructor(
    /** Nothing happens after it. */
    readonly now: Date,
  ) {}

  /** Plans an event; one that would lie in the future does not happen. */
  plan(at: Date, run: (at: Date) => Promise<void>): void {
    if (at > this.now) return;
    this.#events.push({ at, order: this.#planned++, run });
  }

  /** The moment so many days before now; a fraction is hours. */
  ago(days: number): Date {
    return new Date(this.now.getTime() - days * 24 * HOUR_MS);
  }

  /** Tells everything that is planned. @param told is called now and then with how many events are over. */
  async play(told: (count: number) => void): Promise<void> {
    let count = 0;
    for (let event = this.#earliest(); event; event = this.#earliest()) {
      await event.run(event.at);
      count += 1;
      if (count % 200 === 0) told(count);
    }
    told(count);
  }

  #earliest(): Event | undefined {
    let found = -1;
    for (const [index, event] of this.#events.entries()) {
      const best = this.#events[found];
      if (
        !best ||
        event.at < best.at ||
        (event.at.getTime() === best.at.getTime() && event.order < best.order)
      ) {
        found = index;
      }
    }
    return found < 0 ? undefined : this.#events.splice(found, 1)[0];
  }
}

export function later(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 24 * HOUR_MS);
}
