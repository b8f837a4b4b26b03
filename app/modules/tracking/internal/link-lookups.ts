/** What looking a code up gave. `busy`: too many ask at once; `away`: the database does not answer. */
export type Lookup<Link> = Link | "unknown" | "busy" | "away";

/** Links found among codes asked for; whether that is how things stand, or may have changed while they were read. */
export type Found<Link> = { links: ReadonlyMap<string, Link>; isCurrent: boolean };

/** Codes that one query asks for, and queries at the same time. */
const AT_ONCE = 100;
const MOST_QUERIES = 4;
const MOST_WAITING = 1_000;
const PATIENCE_MS = 2_000;
const UNKNOWN_MS = 10_000;
const MOST_UNKNOWN = 10_000;
/** Codes unknown to us that one client may name in a minute. A carrier's address has many people, few of whom mistype. */
const MOST_MISSES = 60;
const MINUTE_MS = 60_000;

type Question<Link> = { code: string; settle: (answer: Lookup<Link>) => void };

/**
 * Asks for links that are not in memory: one may have been issued this very moment, an old one may be clicked again.
 * Those that come while queries are under way wait and go together with the next one. What is not known is remembered
 * for a while, and who names too many such codes is not asked for any more, so that codes made up by the thousand cost
 * the database nothing and take nobody's place.
 */
export class LinkLookups<Link> {
  readonly #answers = new Map<string, Promise<Lookup<Link>>>();
  readonly #waiting = new Map<string, Question<Link>>();
  readonly #unknown = new Map<string, number>();
  /** By client, in this minute. */
  readonly #misses = new Map<string, number>();
  #minute = 0;
  #queries = 0;

  /** @param ask throws when the database is away */
  constructor(
    private readonly ask: (codes: readonly string[]) => Promise<Found<Link>>,
    private readonly onAway: (error: unknown) => void,
  ) {}

  /** @param client who asks; counted only while the code may turn out not to exist */
  find(code: string, client: string, nowMs: number): Promise<Lookup<Link>> {
    if ((this.#unknown.get(code) ?? 0) > nowMs) return Promise.resolve("unknown");
    const asked = this.#answers.get(code);
    if (asked) return asked;
    if (this.#waiting.size >= MOST_WAITING || this.#missesOf(client, nowMs) >= MOST_MISSES)
      return Promise.resolve("busy");
    // Counted before the answer, or a thousand at once would all be let through.
    this.#count(client, 1);
    const answer = this.#answerTo(code).then((found) => {
      this.#answers.delete(code);
      if (found !== "unknown") this.#count(client, -1);
      return found;
    });
    this.#answers.set(code, answer);
    this.#askNext();
    return answer;
  }

  /** A code that was unknown may be known now; without one, all of them. */
  forget(code?: string): void {
    if (code === undefined) this.#unknown.clear();
    else this.#unknown.delete(code);
  }

  #answerTo(code: string): Promise<Lookup<Link>> {
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#waiting.delete(code);
        resolve("busy");
      }, PATIENCE_MS).unref();
      const settle = (answer: Lookup<Link>) => {
        clearTimeout(late);
        resolve(answer);
      };
      this.#waiting.set(code, { code, settle });
    });
  }

  #askNext(): void {
    if (this.#queries >= MOST_QUERIES || this.#waiting.size === 0) return;
    const questions = [...this.#waiting.values()].slice(0, AT_ONCE);
    for (const { code } of questions) this.#waiting.delete(code);
    this.#queries += 1;
    void this.#ask(questions).then(() => {
      this.#queries -= 1;
      this.#askNext();
    });
  }

  async #ask(questions: readonly Question<Link>[]): Promise<void> {
    let found: Found<Link>;
    try {
      found = await this.ask(questions.map(({ code }) => code));
    } catch (error) {
      this.onAway(error);
      for (const { settle } of questions) settle("away");
      return;
    }
    for (const { code, settle } of questions) {
      const link = found.links.get(code);
      if (link === undefined && found.isCurrent) this.#remember(code);
      settle(link ?? "unknown");
    }
  }

  #remember(code: string): void {
    if (this.#unknown.size >= MOST_UNKNOWN) this.#unknown.clear();
    this.#unknown.set(code, Date.now() + UNKNOWN_MS);
  }

  #missesOf(client: string, nowMs: number): number {
    const minute = Math.floor(nowMs / MINUTE_MS);
    if (minute !== this.#minute || this.#misses.size >= MOST_UNKNOWN) {
      this.#minute = minute;
      this.#misses.clear();
    }
    return this.#misses.get(client) ?? 0;
  }

  #count(client: string, more: 1 | -1): void {
    this.#misses.set(client, Math.max(0, (this.#misses.get(client) ?? 0) + more));
  }
}
